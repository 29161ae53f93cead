"""The nine programs as a Python programmer writes them: what their times are divided by.

Each function returns what the script prints. `prepared` ones take the data that is made before the clock starts.
"""

from __future__ import annotations

import re


class Site:
    """One object of program 7."""

    __slots__ = ("count", "enabled", "name")

    def __init__(self, name, enabled, count):
        self.name, self.enabled, self.count = name, enabled, count


def for_sum():
    total = 0
    for number in range(1_000_000):
        total += number
    return total


def nested_loops():
    result = 0
    for row in range(1000):
        for column in range(500):
            product = row * column
            rest = product % 3
            if rest == 0:
                result = (result + product) % 1_000_003
            elif rest == 1:
                result -= 1
            else:
                result += column
    return result


def fibonacci(number=22):
    return number if number < 2 else fibonacci(number - 1) + fibonacci(number - 2)


def pipeline():
    kept = [number * 2 for number in range(1, 1_000_001) if number % 2 == 0]
    return len(kept), sum(kept)


_B = re.compile("B(C?)", re.IGNORECASE)


def format_replace():
    lines = [_B.sub(r"X\1", f"{number:05d}-{'abc'}") for number in range(100_000)]
    return lines[-1]


def hashtable():
    counts = {}
    for number in range(1, 1_000_001):
        key = f"k{number % 1000}"
        counts[key] = counts.get(key, 0) + 1
    return counts["k7"]


def make_sites():
    return [Site(f"site{(n * 7919) % 100_000:06d}", n % 3 != 0, 0) for n in range(1, 100_001)]


def objects(sites):
    chosen = []
    for site in sites:
        if site.enabled:
            site.count += 1
            chosen.append(site)
    chosen.sort(key=lambda site: site.name.lower())
    return [site.name for site in chosen[:10]]


def try_catch():
    count = 0
    for number in range(100_000):
        try:
            if number % 2:
                raise ValueError("odd")
            count += 1
        except ValueError:
            count += 2
    return count


def make_lines():
    kinds = {0: "ERROR disk{} full", 1: "WARN slow {}"}
    return [kinds.get(n % 5, "INFO ok {}").format(n) for n in range(100_000)]


_ERROR, _WARN = re.compile(r"^ERROR (\w+)", re.IGNORECASE), re.compile("^WARN", re.IGNORECASE)


def switch_regex(lines):
    errors = warnings = others = 0
    last = ""
    for line in lines:
        hit = False
        if found := _ERROR.match(line):
            errors, last, hit = errors + 1, found[1], True
        if _WARN.match(line):
            warnings, hit = warnings + 1, True
        if not hit:
            others += 1
    return f"{errors} {warnings} {others} {last}"


PROGRAMS = {
    "1-for-sum": (None, for_sum), "2-nested-loops": (None, nested_loops), "3-fibonacci": (None, fibonacci),
    "4-pipeline": (None, pipeline), "5-format-replace": (None, format_replace), "6-hashtable": (None, hashtable),
    "7-objects": (make_sites, objects), "8-try-catch": (None, try_catch), "9-switch-regex": (make_lines, switch_regex),
}  # fmt: skip
