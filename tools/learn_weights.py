#!/usr/bin/env python3
"""Learns codebook/weights/signs.tsv: what each sign of a claim says about whether an event is told.

    learn_weights.py PROGRAM [--sentences FILE]... [--reports FILE]... [--write]

Sentences: {"doc", "event_type", "text", "label"}, label "yes" or "easy no" (others are left out); a file without labels holds
sentences that do tell the event. Of a sentence's claims the one that weighs most decides, as it does when the program reads.
Reports: annotated as the gold files of the bench are; a claim is right when its trigger lies in a sentence that holds evidence of a claim
of its type. First prints what five folds say of data they were not trained on, then trains on everything. Logistic regression,
weights in hundredths; the same data give the same weights.
"""
import argparse, collections, glob, json, math, random, re, subprocess, tempfile

SIGNS, TABLE = "codebook/ontology/signs.tsv", "codebook/weights/signs.tsv"
TYPES = ("ASSAULT", "PROTEST")
ROUNDS, RATE, DECAY = 30, 0.2, 0.1
# Reports have few claims that are wrong in this way: there the cut lies below what is right by this much.
MARGIN = 1.0
# Of the sentences that tell an event and of which the reader has a claim, the share that the cut for single sentences keeps.
KEEP = {"ASSAULT": 0.94, "PROTEST": 0.91}


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def signs_of(program, file):
    """document -> [(type, trigger start, [signs])] of all claims that the reader can make, also those that weigh too little."""
    lines = subprocess.run([program, "explain", "--dump", "signs", file], stdout=subprocess.PIPE, text=True).stdout.splitlines()
    found = collections.defaultdict(list)
    for line in lines:
        facts, document = line.split("  ", 1)
        facts = facts.split()
        found[document].append((facts[2], int(facts[3].split("-")[0]), [s.split(":")[0] for s in facts[5:]]))
    return found


def sentence_ends(raw):
    return [m.end() for m in re.finditer(rb"\n+|(?:[.!?]|\xd8\x9f|\xd8\x9b)+(?:\"|\xe2\x80\x9d|\xc2\xbb)?(?=[\s])", raw)]


class Example:
    """Claims of which at least one is right, or of which none is."""

    def __init__(self, group, kind, right, claims):
        self.group, self.kind, self.right, self.claims = group, kind, right, claims


def load_sentences(program, file, name):
    examples, found = [], signs_of(program, file)
    for row in read_lines(file):
        label = row.get("label", "yes")
        if row["event_type"] == name and label in ("yes", "easy no"):
            claims = [signs for kind, _, signs in found.get(row["doc"], []) if kind == name]
            examples.append(Example(row["text"], "sentence", label == "yes", claims))
    return examples


def load_book(program, name):
    """The codebook's own examples tell what they are examples of."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        rows = []
        for path in sorted(glob.glob("codebook/frames/events*.tsv")):
            with open(path, encoding="utf-8") as table:
                rows += [line.rstrip("\n").split("\t") for line in table if line[0] != "#"]
        column = {c: i for i, c in enumerate(rows[0])}
        rows = [r for r in rows if len(r) > column["example"] and r[column["type"]] == name]
        for row in rows:
            file.write(json.dumps({"doc": row[0], "date": "2018-03-12", "text": row[column["example"]]}) + "\n")
        file.flush()
        found = signs_of(program, file.name)
    return [Example(r[0], "book", True, [s for kind, _, s in found.get(r[0], []) if kind == name]) for r in rows]


def load_reports(program, file, name):
    examples, found = [], signs_of(program, file)
    for row in read_lines(file):
        ends = sentence_ends(row["text"].encode())
        place = lambda at: sum(end <= at for end in ends)
        wanted, optional = set(), set()
        for claim in row["claims"]:
            if claim["type"] == name:
                (optional if claim.get("optional") else wanted).update(place(e["start"]) for e in claim["evidence"])
        for kind, start, signs in found.get(row["doc"], []):
            if kind == name and (place(start) in wanted or place(start) not in optional):
                examples.append(Example(row["doc"], "report", place(start) in wanted, [signs]))
    return examples


def score(weights, example):
    return max((sum(weights[s] for s in claim), i) for i, claim in enumerate(example.claims)) if example.claims else (-math.inf, 0)


def train(examples):
    """Stochastic gradient with a step of its own for each weight, drawn to nought; the mean of the later rounds."""
    weights, steps, order = collections.defaultdict(float), collections.defaultdict(lambda: 1.0), random.Random(1)
    examples = [e for e in examples if e.claims]
    total = collections.defaultdict(float)
    for turn in range(ROUNDS):
        order.shuffle(examples)
        for example in examples:
            value, best = score(weights, example)
            error = (1.0 if example.right else 0.0) - 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
            for sign in example.claims[best]:
                slope = error - DECAY * weights[sign]
                steps[sign] += slope * slope
                weights[sign] += RATE * slope / math.sqrt(steps[sign])
        if turn >= ROUNDS // 2:
            for sign, weight in weights.items():
                total[sign] += weight
    return collections.defaultdict(float, {s: w / (ROUNDS - ROUNDS // 2) for s, w in total.items()})


def rates(scored, kind):
    right = [v for e, v in scored if e.kind == kind and e.right]
    wrong = [v for e, v in scored if e.kind == kind and not e.right]
    return right, wrong


def cut_for(scored, kind, share):
    """The highest score that still keeps this share of what is told and of which the reader has a claim."""
    right = sorted((v for v in rates(scored, kind)[0] if v > -math.inf), reverse=True)
    return right[math.ceil(share * len(right)) - 1] if right else 0.0


def show(title, scored):
    for kind in ("sentence", "book", "report"):
        right, wrong = rates(scored, kind)
        if kind == "book":
            print("  %s examples of the codebook: %d, above 0: %d" % (title, len(right), sum(v >= 0 for v in right)))
            continue
        if not right or not wrong:
            continue
        print("  %s %s: %d right, %d wrong" % (title, kind, len(right), len(wrong)))
        for recall in (0.97, 0.95, 0.93, 0.92, 0.90, 0.88, 0.85):
            cut = sorted(right, reverse=True)[min(len(right), math.ceil(recall * len(right))) - 1]
            if cut > -math.inf:
                print("    recall %.3f false %.3f" % (sum(v >= cut for v in right) / len(right), sum(v >= cut for v in wrong) / len(wrong)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program"), parser.add_argument("--write", action="store_true")
    parser.add_argument("--sentences", action="append", default=[]), parser.add_argument("--reports", action="append", default=[])
    parser.add_argument("--reports-keep", type=float, default=0.99)
    options = parser.parse_args()
    with open(SIGNS, encoding="utf-8") as table:
        ids = [line.split("\t")[0] for line in table][1:]
    learnt = {}
    for name in TYPES:
        examples = [e for f in options.sentences for e in load_sentences(options.program, f, name)]
        examples += load_book(options.program, name)
        examples += [e for f in options.reports for e in load_reports(options.program, f, name)]
        groups = sorted({e.group for e in examples})
        random.Random(2).shuffle(groups)
        fold = {g: i % 5 for i, g in enumerate(groups)}
        held = []
        for part in range(5):
            weights = train([e for e in examples if fold[e.group] != part])
            held += [(e, score(weights, e)[0]) for e in examples if fold[e.group] == part]
        print(name)
        show("held-out", held)
        weights = train(examples)
        show("trained", [(e, score(weights, e)[0]) for e in examples])
        # where to cut: reports by the first sign, which all claims have; single sentences by theirs
        cut = cut_for(held, "report", options.reports_keep) - MARGIN
        weights["always"] -= cut
        weights["alone"] -= cut_for(held, "sentence", KEEP[name]) - cut
        learnt[name] = weights
    if options.write:
        with open(TABLE, "w", encoding="utf-8") as table:
            table.write("\t".join(("id",) + TYPES) + "\n")
            for i in ids:
                table.write("\t".join([i] + ["%d" % round(100 * learnt[name][i]) for name in TYPES]) + "\n")


if __name__ == "__main__":
    main()
