#!/usr/bin/env python3
"""Readings that are pinned: tests/cases/*/*.txt. Adding a case is adding a file.

    # why this case is here
    the report
    ---
    $ isnad explain --dump claims --date 2018-03-12
    what that prints (a word, a chunk, a clause or a claim a line; see ARCHITECTURE.md)

A case may have several commands; each reads the report from standard input. What changes with an edit elsewhere is not compared: a claim's id
(ID), its confidence (a dot), the line of a rule (:N). Only right readings are pinned: a case that fails after a change of the codebook or the
program is a reading that got worse, or a better one.

    tests/cases.py                         all cases; ISNAD=PROGRAM chooses the program
    tests/cases.py tests/cases/status      only these
    UPDATE=1 tests/cases.py [PATH...]      writes what the program prints; review the difference like code
"""
import concurrent.futures, difflib, glob, os, re, shlex, subprocess, sys

root = os.environ.get("ISNAD_SOURCE_DIR") or os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
program = os.environ.get("ISNAD") or os.path.join(root, "build/release/isnad")
update = os.environ.get("UPDATE") == "1"


def masked(lines):
    lines = re.sub(r"^(\d+) [0-9a-f]{16} (\S+ \S+) \d\.\d+ ", r"\1 ID \2 . ", lines, flags=re.M)
    return re.sub(r"(@\S+\.tsv):\d+", r"\1:N", lines)


def printed(command, report):
    done = subprocess.run([program, *shlex.split(command)[1:]], input=report.encode(), capture_output=True)
    return masked((done.stdout + done.stderr).decode(errors="replace")) + ("exit code %d\n" % done.returncode if done.returncode else "")


def run(path):
    """The difference, or nothing."""
    with open(path, encoding="utf-8", newline="") as file:
        case = file.read()
    head, mark, expected = case.partition("\n---\n")
    comment = re.match(r"(#[^\n]*\n)+", head + "\n")
    commands = re.findall(r"^\$ (.+)$", expected, flags=re.M)
    if not mark or not comment or not commands:
        return "%s: a case is a comment (#), a report, a line `---`, and at least one line `$ isnad explain --dump STAGE`\n" % path
    for command in commands:
        if shlex.split(command)[:2] != ["isnad", "explain"]:
            return "%s: a command is `isnad explain ...`, not `%s`\n" % (path, command)
    report = (head + "\n")[comment.end():]
    now = "".join("$ %s\n%s" % (command, printed(command, report)) for command in commands)
    if now == expected:
        return ""
    if update:
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(head + mark + now)
    name = os.path.relpath(path, root)
    return "".join(difflib.unified_diff(expected.splitlines(True), now.splitlines(True), name, name + " (as read now)"))


paths = []
for path in sys.argv[1:] or [os.path.join(root, "tests/cases")]:
    paths += sorted(glob.glob(os.path.join(path, "**/*.txt"), recursive=True)) if os.path.isdir(path) else [path]
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    differences = [difference for difference in pool.map(run, paths) if difference]
print("\n".join(differences), end="")
print("%d cases, %d %s" % (len(paths), len(differences), "rewritten" if update else "differ"))
sys.exit(not paths or bool(differences and not update))
