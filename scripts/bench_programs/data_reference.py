"""The programs on large data as a Python programmer writes them."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path


def make_file():
    path = Path(tempfile.gettempdir()) / "spshell-bench-python.csv"
    rows = [
        f"User {n},dep{n % 37},{n * 3 % 9000},20{n % 30:02}-0{n % 9 + 1}-11,user{n}@contoso.com" for n in range(50_000)
    ]
    path.write_text("\n".join(["Name,Department,Salary,Hired,Mail", *rows]) + "\n", encoding="utf-8")
    return path


def csv_report(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    groups = defaultdict(list)
    for row in rows:
        groups[row["Department"].lower()].append(row)
    report = [
        {"Name": rows[0]["Department"], "Count": len(rows), "Total": sum(float(row["Salary"]) for row in rows)}
        for rows in groups.values()
    ]
    text = json.dumps(sorted(report, key=lambda row: -row["Total"]), indent=2)
    small = [{"Name": row["Name"], "Year": int(row["Hired"][:4])} for row in rows]
    everything = json.dumps(small, separators=(",", ":"))
    back = json.loads(everything)
    named = '"Count"' in text
    return f"{len(rows)} {len(report)} {named} {len(everything)} {len(back)}"


def make_lines():
    return [
        f"2026-01-{n % 28 + 1:02} {'INFO' if n % 9 else 'ERROR'} server{n % 40} job {n} took {n % 700} ms" for n in range(50_000)
    ]


_SLOW = re.compile(r"ERROR (?P<server>\w+) job (\d+) took (\d{3,}) ms", re.IGNORECASE)


def select_string(lines):
    slow = [found for line in lines if (found := _SLOW.search(line))]
    days = Counter(date.fromisoformat(line[:10]).weekday() for line in lines if "ERROR" in line)
    unique = sorted({line.split(" ")[2] for line in lines}, key=str.lower)
    return f"{len(slow)} {len(days)} {len(unique)} {unique[0]}"


PROGRAMS = {"csv-report": (make_file, csv_report), "select-string": (make_lines, select_string)}
