#!/usr/bin/env python3
"""Check the coordinates of codebook/places against a reference gazetteer.

usage: check_places.py [-v] REFERENCE [PLACES]

REFERENCE is a folder of tab-separated files NAME_cc.tsv (cc: ISO code of the country, lower case) without a heading:
    id  type  latin-name  arabic-names(|)  lat  lon  population
PLACES is the folder of the project's own files; by default codebook/places beside this script's folder.

The reference is for checking only: nothing of it is taken over. Each coordinate of ours gets one verdict:
    agrees    the nearest place of the same name and country lies within the tolerance of its type
    differs   there are places of that name in that country, and all of them lie farther away
    unknown   the reference has no place of that name in that country, or does not have the country
Rows that differ are printed with their distance. A row that was looked at and found right is listed in
PLACES/verified.txt, one a line: the id, white space, and why; `#` starts a comment. The exit status is 1 when a row
differs that is not listed there, or when our files have a fault of form (a bad number, an id twice, an unknown
container). When REFERENCE does not exist the script says so and checks the form alone. With -v it names the unknown
rows too.
"""
import glob
import math
import os
import re
import sys

COLUMNS = "id type name aliases country in lat lon note resume".split()
WIDE = {"country", "governorate", "region", "district", "river", "sea", "mountain", "road"}  # areas and lines
KM_WIDE, KM_POINT, KM_COUNTRY = 60.0, 12.0, 500.0

# Words that say what a place is; gazetteers write them or leave them out.
TYPE_WORDS = set(
    "مدينه محافظه قضاء مديريه ناحيه منطقه بلديه بلده قريه حي مخيم معبر حاجز مطار قاعده سجن مستشفي مشفي "
    "جامع مسجد نهر بحر جبل طريق شارع جزيره دوله جمهوريه لواء مركز مستوطنه مستعمره كيبوتس".split())


def fold(name):
    """The name as it is compared: letters folded, type words and the article taken off."""
    name = re.sub("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f]", "", name)
    for old, new in (("[أإآٱ]", "ا"), ("[ىی]", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي"), ("ک", "ك"), ("[^\\w]+", " ")):
        name = re.sub(old, new, name)
    words = [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in name.split()]
    kept = [word for word in words if word not in TYPE_WORDS]
    return " ".join(kept or words)


def kilometres(a, b):
    """Great-circle distance of two (lat, lon) pairs."""
    la, lo, lb, lp = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def read_reference(folder):
    """{(country, folded name): [(lat, lon), ...]} and the set of countries."""
    index, countries = {}, set()
    for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        country = os.path.splitext(os.path.basename(path))[0].split("_")[-1].upper()
        countries.add(country)
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                try:
                    at = (float(cells[4]), float(cells[5]))
                except (IndexError, ValueError):
                    continue
                for name in cells[3].split("|"):
                    if fold(name):
                        index.setdefault((country, fold(name)), []).append(at)
    return index, countries


def read_places(folder, faults):
    """Our rows as dictionaries, with `where` (file:line); faults of form are appended to `faults`."""
    rows = []
    for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                line = line.rstrip("\n")
                cells = ["" if cell == "-" else cell for cell in line.split("\t")]
                where = f"{os.path.basename(path)}:{number}"
                if number == 1 and cells != COLUMNS:
                    faults.append(f"{where}: the columns should be {' '.join(COLUMNS)}")
                if number == 1 or not line or line.startswith("#"):
                    continue
                cells += [""] * (len(COLUMNS) - len(cells)) if len(cells) >= len(COLUMNS) - 2 else []
                if len(cells) != len(COLUMNS):
                    faults.append(f"{where}: {len(cells)} cells instead of {len(COLUMNS)}")
                    continue
                rows.append(dict(zip(COLUMNS, cells), where=where))
    ids = {}
    for row in rows:
        if row["id"] in ids:
            faults.append(f"{row['where']}: id {row['id']} is already in {ids[row['id']]}")
        ids.setdefault(row["id"], row["where"])
    for row in rows:
        if row["in"] and row["in"] not in ids:
            faults.append(f"{row['where']}: the container {row['in']} does not exist")
        row["at"] = None
        if row["lat"] or row["lon"]:
            try:
                row["at"] = (float(row["lat"]), float(row["lon"]))
            except ValueError:
                faults.append(f"{row['where']}: bad coordinates {row['lat']} {row['lon']}")
    return rows


def main(arguments):
    verbose = "-v" in arguments
    arguments = [a for a in arguments if a != "-v"]
    if not 1 <= len(arguments) <= 2:
        sys.exit("usage: check_places.py [-v] REFERENCE [PLACES]")
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    places = arguments[1] if len(arguments) == 2 else os.path.join(here, "codebook", "places")
    faults, verified = [], set()
    rows = read_places(places, faults)
    if not os.path.isdir(arguments[0]):
        print(*faults, f"check_places: no reference folder {arguments[0]}; only the form was checked", sep="\n")
        return 1 if faults else 0
    index, countries = read_reference(arguments[0])
    if os.path.exists(os.path.join(places, "verified.txt")):
        with open(os.path.join(places, "verified.txt"), encoding="utf-8") as lines:
            verified = {line.split()[0] for line in lines if line.split() and not line.startswith("#")}
    count = {}
    for row in rows:
        if not row["at"]:
            verdict = "no coordinates"
        else:
            keys = {(row["country"], fold(name)) for name in [row["name"], *row["aliases"].split("|")] if name}
            found = [kilometres(row["at"], at) for key in keys for at in index.get(key, ())]
            limit = KM_COUNTRY if row["type"] == "country" else KM_WIDE if row["type"] in WIDE else KM_POINT
            verdict = "unknown" if not found else "agrees" if min(found) <= limit else "differs"
            if verdict == "differs" and row["id"] in verified:
                verdict = "verified"
            if verdict == "differs":
                print(f"{row['where']}: {row['id']} {row['type']} {row['name']} {row['lat']},{row['lon']}: "
                      f"nearest of {len(found)} is {min(found):.0f} km away")
            if verdict == "unknown" and verbose:
                print(f"{row['where']}: {row['id']} {row['type']} {row['name']}: unknown to the reference")
        tally = count.setdefault(row["country"], {})
        tally[verdict] = tally.get(verdict, 0) + 1
    for fault in faults:
        print(fault)
    for country in sorted(count):
        missing = "" if country in countries else " (country not in the reference)"
        print(f"{country}: " + ", ".join(f"{n} {verdict}" for verdict, n in sorted(count[country].items())) + missing)
    return 1 if faults or any("differs" in tally for tally in count.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
