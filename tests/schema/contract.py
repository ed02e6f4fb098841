#!/usr/bin/env python3
"""The output contract of `isnad read --json` and `isnad mentions --json`.

Every claim is valid against docs/claims.schema.json; every span is exact (input[start:end] == text, in bytes of the file or of the
UTF-8 value of `text`; of a page, what stands there without its markup); claim ids are unique in a run; the same input gives the same bytes
with one thread and with several, and when read again. Over the samples, and over $ISNAD_BENCH (the gold reports and all of news.jsonl.gz)
where that folder is there.
"""
import glob, gzip, html, json, os, re, subprocess, sys

from jsonschema import Draft202012Validator

root = os.environ.get("ISNAD_SOURCE_DIR") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
program = os.environ.get("ISNAD") or os.path.join(root, "build/release/isnad")
bench = os.environ.get("ISNAD_BENCH") or os.path.join(root, "../shared/bench")
faults = []


def fault(*words):
    faults.append(" ".join(map(str, words)))
    if len(faults) > 30:
        finish()


def finish():
    print("\n".join(faults[:30]))
    sys.exit(1 if faults else 0)


def isnad(*args):
    done = subprocess.run([program, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    if done.returncode not in (0, 1):
        fault("isnad", *args, "ended with", done.returncode, done.stderr.decode(errors="replace")[-500:])
    return done.stdout


def spans(value, path=""):
    """Every {start, end, text} below a value."""
    if isinstance(value, dict):
        if "start" in value and "end" in value and "text" in value:
            yield path, value
        for key, inner in value.items():
            yield from spans(inner, path + "/" + key)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from spans(inner, "%s/%d" % (path, i))


def check(files, texts, name):
    """Reads `files`; `texts`: doc_name -> the bytes that offsets count in."""
    out = isnad("read", "--json", *files)
    for jobs in "1", "4":
        if isnad("read", "--json", "--jobs", jobs, *files) != out:
            fault(name + ": other output with --jobs", jobs)
    ids, count = set(), 0
    for line in out.decode().splitlines():
        claim = json.loads(line)
        count += 1
        where = "%s: %s %s" % (name, claim.get("doc_name"), claim.get("claim"))
        # Validating is slow; after the first thousand a tenth stands for all.
        if count < 1000 or count % 10 == 0:
            for error in validator.iter_errors(claim):
                fault(where, "/".join(map(str, error.absolute_path)), error.message[:200])
        if claim["claim"] in ids:
            fault(where, "the id stands twice")
        ids.add(claim["claim"])
        check_spans(claim, texts, where)
    mentions = 0
    for line in isnad("mentions", "--json", *files).decode().splitlines():
        mention = json.loads(line)
        mentions += 1
        check_spans(mention, texts, "%s: mention %s" % (name, line[:100]))
    print("%s: %d reports, %d claims, %d mentions" % (name, len(texts), count, mentions), flush=True)
    if not count or not mentions:
        fault(name + ": nothing was read")


def check_spans(value, texts, where):
    text = texts.get(value["doc_name"])
    if text is None:
        return fault(where, "names a report that is not there")
    for path, span in spans(value):
        there = text[span["start"]:span["end"]]
        if there != span["text"].encode() and not (is_page(text) and shown(there) == shown(span["text"].encode())):
            fault(where, path, "is not what stands at", span["start"], span["end"])


def is_page(text):
    return text.lstrip()[:1] == b"<"


def shown(page):
    """The words of a piece of HTML, without white space: blocks have none between them in the source."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", page.decode())))


def lines(path):
    texts, opener = {}, gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as file:
        for line in file:
            report = json.loads(line)
            texts[str(report.get("doc") or report.get("id"))] = (report.get("text") or report.get("html")).encode()
    return texts


schema = os.path.join(root, "docs/claims.schema.json")
# Without its $id, which is a name and no address: Debian 12's jsonschema would look there for the definitions.
validator = Draft202012Validator({key: value for key, value in json.load(open(schema, encoding="utf-8")).items() if key != "$id"})
theirs = os.path.join(bench, "../spec/claims.schema.json")
if os.path.exists(theirs) and json.load(open(theirs)) != json.load(open(schema)):
    fault("docs/claims.schema.json differs from", theirs)

samples = sorted(f for e in ("txt", "html") for f in glob.glob(os.path.join(root, "samples/**/*." + e), recursive=True))
if samples:
    check(samples, {os.path.basename(f): open(f, "rb").read() for f in samples}, "samples")
for file in sorted(glob.glob(os.path.join(root, "samples/**/*.jsonl"), recursive=True)):
    check([file], lines(file), os.path.basename(file))
for file in ("dev/gold.jsonl", "news.jsonl.gz"):
    path = os.path.join(bench, file)
    if os.path.exists(path):
        check([path], lines(path), file)
    else:
        print("%s: there is no such file, so only the rest is checked (set ISNAD_BENCH)" % path)
finish()
