#!/usr/bin/env python3
"""The examples in the documentation are what the program prints.

ARCHITECTURE.md, between <!-- example:begin --> and <!-- example:end -->: one sentence on its way through the stages.
README.md, between <!-- run:begin --> and <!-- run:end -->: a piece of what `make run` prints.

Lines of the codebook's files (operators.tsv:135) may move without notice. UPDATE=1 writes the blocks again.
"""
import difflib, os, re, subprocess, sys

root = os.environ.get("ISNAD_SOURCE_DIR") or os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
program = os.environ.get("ISNAD") or os.path.join(root, "build/release/isnad")
update = os.environ.get("UPDATE") == "1"
STAGES = "words", "chunks", "clauses", "claims"
SAMPLE, SAMPLE_LINES = "samples/sirte-spokesman-2016.txt", 42
failed = False


def isnad(*args, text=None):
    env = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LANG", "LC_MESSAGES")}
    done = subprocess.run([program, *args], input=text, capture_output=True, encoding="utf-8", cwd=root, env={**env, "LC_ALL": "C.UTF-8"})
    if done.returncode:
        sys.exit("isnad %s: %s" % (" ".join(args), done.stderr))
    return done.stdout


def example(page):
    """The sentence stands in guillemets, alone on a line, above the block."""
    above = page[:page.index("<!-- example:begin -->")]
    sentence = re.findall(r"^«(.*)»$", above, flags=re.M)[-1]
    return "".join("$ isnad explain --dump %s\n%s" % (stage, isnad("explain", "--dump", stage, text=sentence + "\n")) for stage in STAGES)


def run(page):
    """Of one report, as many whole claims as fit."""
    lines = isnad("read", SAMPLE).splitlines(True)
    cut = max(i for i, line in enumerate(lines[:SAMPLE_LINES]) if line == "\n")
    return "$ build/release/isnad read samples\n[...]\n" + "".join(lines[:cut]) + "\n[...]\n"


def masked(block):
    return re.sub(r"(@\S+\.tsv):\d+", r"\1", block)


def hold(name, mark, make):
    global failed
    path = os.path.join(root, name)
    with open(path, encoding="utf-8") as file:
        page = file.read()
    begin, end = "<!-- %s:begin -->\n" % mark, "<!-- %s:end -->" % mark
    old = page[page.index(begin) + len(begin):page.index(end)]
    new = "```\n" + make(page) + "```\n"
    if update and old != new:
        with open(path, "w", encoding="utf-8") as file:
            file.write(page.replace(begin + old, begin + new))
    elif masked(old) != masked(new):
        failed = True
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, name + " (as printed now)"))
        print("UPDATE=1 tests/architecture.py writes it again")


hold("ARCHITECTURE.md", "example", example)
hold("README.md", "run", run)
sys.exit(failed)
