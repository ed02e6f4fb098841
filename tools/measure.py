#!/usr/bin/env python3
"""Runs the scorers of the bench folder and rewrites the measured table in docs/quality.md. Called by tools/measure.sh.

    measure.py BENCH [--no-write] [PROGRAM]

Speed: CPU seconds of `isnad read --json news.jsonl >/dev/null` on one pinned core, as a ratio to the yardstick (ICU's word iterator
over the same bytes), runs of the two in turn, medians. Memory: the greatest resident size of one such run, by GNU time.
"""
import gzip, json, os, re, resource, shutil, statistics, subprocess, sys, tempfile

ROUNDS = 7
BEGIN, END = "<!-- measured: written by tools/measure.sh, do not edit -->", "<!-- /measured -->"

args = [a for a in sys.argv[1:] if a != "--no-write"]
bench, program = args[0], os.path.abspath(args[1] if len(args) > 1 else "build/release/isnad")
page = "docs/quality.md"
rows, work = [], tempfile.mkdtemp()


def row(measure, value, floor=""):
    rows.append((measure, value, floor))
    print("%-44s %-28s %s" % (measure, value, floor and "at least " + floor if not floor.startswith("at") else floor), flush=True)


def score(scorer, *arguments):
    return subprocess.run([sys.executable, os.path.join(bench, scorer), *arguments], check=True, text=True, stdout=subprocess.PIPE).stdout


def read(command, file):
    """What the program prints for a file of the bench, as a file."""
    out = os.path.join(work, "out.jsonl")
    with open(out, "wb") as to:
        done = subprocess.run([program, command, "--json", os.path.join(bench, file)], stdout=to, stdin=subprocess.DEVNULL)
    if done.returncode not in (0, 1):
        sys.exit("measure.py: isnad %s %s ended with %d" % (command, file, done.returncode))
    return out


def number(pattern, text):
    found = re.search(pattern, text, re.S)
    return found.groups() if found else ("?",) * 9


def quality():
    claims = json.loads(score("score.py", "--json", os.path.join(bench, "dev/gold.jsonl"), read("read", "dev/gold.jsonl")))
    floors = {"claim": "0.72", "claim+mode": "0.62", "claim+status": "0.68", "actors": "0.62", "recipients": "0.55", "places": "0.62", "counts": "0.70",
              "time": "0.65", "source": "0.70", "all slots": "0.62", "whole claim": "0.38"}
    for name, value in claims.items():
        row("claims: %s F1 (precision, recall)" % name, "%.3f (%.3f, %.3f)" % (value["f1"], value["p"], value["r"]), floors.get(name, ""))
    claims = read("read", "gsr/gsr_sentences.jsonl")
    text = score("score_gsr.py", os.path.join(bench, "gsr/gsr_sentences.jsonl"), claims)
    for event, most in (("ASSAULT", "0.17"), ("PROTEST", "0.12")):
        recall, false, hard = number(event + r"\s+recall ([\d.]+).*?easy-no ([\d.]+).*?difficult-no ([\d.]+)", text)
        row("sentences: %s recall" % event, recall, "0.90")
        row("sentences: %s false on easy / hard negatives" % event, false + " / " + hard, "at most %s / –" % most)
    text = score("score_gsr.py", "--spans", os.path.join(bench, "gsr/gsr_spans.jsonl"), read("read", "gsr/gsr_spans.jsonl"))
    row("sentences: verb / actor / recipient found", " / ".join(number(r"verb ([\d.]+).*?source_actor ([\d.]+).*?target_actor ([\d.]+)", text)),
        "0.85 / 0.65 / 0.65")
    for kind, file, floor in (("number", "parts/numbers.jsonl", "0.96"), ("time", "parts/times.jsonl", "0.85")):
        text = score("score_mentions.py", kind, os.path.join(bench, file), read("mentions", file))
        row(kind + "s right", number(kind + r" all ([\d.]+)", text)[0], floor)
    text = score("score_names.py", os.path.join(bench, "parts/names.jsonl"), read("mentions", "parts/names.jsonl"))
    for kind, floor in (("person", "0.70"), ("place", "0.80"), ("body", "0.65"), ("all", "")):
        precision, recall, f1 = number(kind + r" +precision ([\d.]+) recall ([\d.]+) F1 ([\d.]+)", text)
        row("names: %s F1 (precision, recall)" % kind, "%s (%s, %s)" % (f1, precision, recall), floor)


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def speed():
    news, yardstick = os.path.join(work, "news.jsonl"), os.path.join(work, "yardstick")
    with gzip.open(os.path.join(bench, "news.jsonl.gz"), "rb") as packed, open(news, "wb") as plain:
        shutil.copyfileobj(packed, plain)
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "icu-uc"], text=True).split()
    subprocess.run(["gcc", "-O2", "-o", yardstick, os.path.join(bench, "yardstick.c"), *flags], check=True)
    pin = ["taskset", "-c", str(min(os.sched_getaffinity(0)))]
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(float(subprocess.check_output([*pin, yardstick, news, "1"], text=True).split()[1]))
        ours.append(cpu_seconds([*pin, program, "read", "--json", news]))
    mine, size = statistics.median(ours), os.path.getsize(news) / 1e6
    row("speed: ratio to the yardstick", "%.3f" % (statistics.median(theirs) / mine), "0.30")
    row("speed: one core", "%.1f MB/s, %.0f reports/s" % (size / mine, sum(1 for _ in open(news, "rb")) / mine))
    told = subprocess.run(["/usr/bin/time", "-f", "%M", program, "read", "--json", news], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    row("memory over all of news.jsonl", "%.0f MB" % (int(told.stderr.split()[-1]) / 1024), "at most 64 MB")
    row("size of the program", "%.1f MB" % (os.path.getsize(program) / 1e6))


def write():
    text = open(page, encoding="utf-8").read() if os.path.exists(page) else "# Measured quality\n"
    if BEGIN not in text:
        text = text.rstrip("\n") + "\n\n" + BEGIN + "\n" + END + "\n"
    table = "| measure | now | floor |\n|---|---|---|\n" + "".join("| %s | %s | %s |\n" % r for r in rows)
    head, rest = text.split(BEGIN, 1)
    text = head + BEGIN + "\n\n" + table + "\n" + END + rest.split(END, 1)[1]
    open(page, "w", encoding="utf-8").write(text)


try:
    quality()
    speed()
finally:
    shutil.rmtree(work)
if "--no-write" not in sys.argv:
    write()
    print("written to", page)
