"""The further programs as a Python programmer writes them; what each prints is compared with the script's output."""

from __future__ import annotations

import io
import math
import re
from datetime import datetime, timedelta


def make_settings():
    return [f"  # note {n}" if n % 7 == 0 else f'  Setting{n} = "Value {n * 3}"  ' for n in range(30_000)]


def string_methods(lines):
    kept = length = 0
    last = ""
    for line in lines:
        text = line.strip()
        if not text.startswith("#") and "=" in text:
            position = text.index("=")
            name = text[:position].rstrip().upper()
            value = text[position + 1 :].strip().replace('"', "")
            if len(value) > 3:
                kept += 1
            length += len(name) + len(value)
            last = name.ljust(12) + value.lower()
    return f"{kept} {length} {last}"


def string_building():
    builder = io.StringIO()
    text = ""
    for n in range(40_000):
        builder.write(f"row {n};")
        builder.write(str(n * 2))
        builder.write("\n")
        text += f"<{n}>"
    return f"{len(builder.getvalue())} {len(text)}"


def get_price(name="", quantity=1, price=0.0, reduced=False):
    total = quantity * price
    if reduced:
        total *= 0.9
    if name.lower() == "special":
        total -= 1
    return total


def named_parameters():
    amount = 0
    for n in range(20_000):
        amount += get_price(name="plain", quantity=n, price=2.5)
        amount += get_price(name="special", price=1.25, reduced=True)
    return round(amount, 2)


class Account:
    """One account of the program with classes."""

    def __init__(self, owner, balance):
        self.owner, self.balance = owner, balance

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if self.balance < amount:
            return False
        self.balance -= amount
        return True

    def describe(self):
        return f"{self.owner}: {self.balance}"


def classes():
    refused, text = 0, ""
    for n in range(1, 5001):
        account = Account(f"owner{n}", n % 50)
        account.deposit(10)
        if not account.withdraw(30):
            refused += 1
        if n % 10 == 0:
            text = account.describe()
    return f"{refused} {text}"


def make_names():
    return ["north", "south", "east", "west"], [f"p{n}" for n in range(7)]


def nested_hashtables(names):
    regions, products = names
    sales = {}
    for n in range(60_000):
        region, product = regions[n % 4], products[n % 7]
        if region not in sales:
            sales[region] = {"total": 0, "items": {}}
        entry = sales[region]
        entry["total"] += n % 13
        entry["items"][product] = entry["items"].get(product, 0) + 1
    return [f"{region} {sales[region]['total']} {sales[region]['items']['p3']}" for region in sorted(sales)]


def select_large(numbers, limit=10):
    for number in numbers:
        if number % 100 >= limit:
            yield number


def to_rows(items, prefix="row"):
    for count, item in enumerate(items, 1):
        yield f"{prefix}{count}={item}"


def advanced_pipeline():
    rows = list(to_rows(select_large(range(1, 10_001), limit=20), prefix="r"))
    return f"{len(rows)} {rows[-1]}"


def make_log():
    return [
        f'10.0.0.{n % 250} [2026-01-01T00:00:{n % 60}] "{"GET" if n % 3 else "POST"} /page/{n}/view" '
        f"{200 if n % 11 else 503} {n * 7}"
        for n in range(20_000)
    ]


_LINE = re.compile(
    r'^(?P<ip>\S+) \[(?P<time>[^\]]+)\] "(?P<verb>\w+) (?P<path>\S+)" (?P<status>\d+) (?P<size>\d+)$', re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


def log_parsing(log):
    counts = {}
    slow = size = 0
    path = ""
    for line in log:
        if found := _LINE.match(line):
            verb = found["verb"]
            counts[verb] = counts.get(verb, 0) + 1
            if int(found["status"]) >= 500:
                slow += 1
            size += int(found["size"])
            path = _DIGITS.sub("#", found["path"])
    return f"{counts['GET']} {counts['POST']} {slow} {size} {path}"


class Record:
    """A plain object with attributes."""

    def __init__(self, **values):
        self.__dict__.update(values)


def make_people():
    return [Record(name="n" * (n % 9) + str(n), age=(n * 31) % 97) for n in range(10_000)]


def sort_by_block(people):
    ordered = sorted(people, key=lambda p: (len(p.name), -p.age, p.name.lower()))
    top = [p.name for p in sorted(people, key=lambda p: p.age, reverse=True) if p.age < 60]
    return f"{ordered[0].name} {ordered[-1].name} {top[0]} {len(top)}"


def array_growth():
    even, squares = [], []
    for n in range(60_000):
        if n % 2 == 0:
            even.append(n)
        squares.append(n * 2)
    amount = 0
    for value in even:
        amount += value
    for n in range(len(squares)):
        if squares[n] > 1000:
            amount += 1
    return f"{amount} {len(even)} {squares[-1]}"


def dates():
    day = datetime(2026, 1, 1)  # noqa: DTZ001 - as the script: a time without a zone
    weekends, labels, text = 0, {}, ""
    for n in range(5000):
        current = day + timedelta(days=n)
        if current.weekday() in (5, 6):
            weekends += 1
        labels[current.strftime("%Y-%m")] = current.day
        span = current - day
        if span / timedelta(days=1) > 4990:
            text = f"{current:%Y-%m-%d} {span.days}"
    return f"{weekends} {len(labels)} {text}"


def test_value(value):
    if value % 4 == 0:
        raise RuntimeError(f"bad value {value}")
    if value % 4 == 1:
        raise ValueError("not this one")
    return value


def functions_errors():
    amount = bad = typed = done = 0
    for n in range(1, 10_001):
        try:
            amount += test_value(n)
        except ValueError:
            typed += 1
        except RuntimeError as error:
            if str(error).startswith("bad"):
                bad += 1
        finally:
            done += 1
    return f"{amount} {bad} {typed} {done}"


def make_servers():
    return [Record(name=f"srv{n}", load=(n * 37) % 1000 / 10) for n in range(15_000)]


def objects_report(servers):
    report = []
    for server in servers:
        state = "hot" if server.load > 80 else "warm" if server.load > 40 else "cold"
        report.append(Record(name=server.name, state=state, free=round(100 - server.load, 1)))
    hot = [row for row in report if row.state.lower() == "hot"]
    names = ",".join(row.name for row in report if row.state.lower() == "cold")
    free = [row.free for row in hot]
    return f"{len(report)} {len(hot)} {len(names)} {free[0]:g}"


def generic_collections():
    numbers, names, seen, index = [], [], set(), {}
    for n in range(20_000):
        numbers.append(n * 3)
        names.append(f"name{n % 500}")
        if names[n] not in seen:
            seen.add(names[n])
            index[names[n]] = n
    amount = 0
    for value in numbers:
        if value > 100:
            amount += value
    return f"{amount} {len(names)} {len(seen)} {index['name77']} {'none' in index}"


def make_rows():
    return [f"id{n};some words  for {n};{n / 4:g}" for n in range(10_000)]


def text_transform(rows):
    out = []
    for line in rows:
        first, second, third = line.split(";")
        words = [word for word in second.split(" ") if word]
        out.append(f"{first.upper():8}|{'-'.join(words)}|{float(third):,.2f}")
    return f"{len(out)} {out[-1]}"


def sieve():
    limit = 100_000
    marked = [False] * (limit + 1)
    count = 0
    for n in range(2, limit + 1):
        if not marked[n]:
            count += 1
            for k in range(n * 2, limit + 1, n):
                marked[k] = True
    return count


def new_node(depth, name):
    children = [new_node(depth - 1, f"{name}.{n}") for n in range(1, 4)] if depth > 0 else []
    return Record(name=name, children=children, size=depth * 10)


def measure_node(node):
    total = node.size
    for child in node.children:
        total += measure_node(child)
    return total


def tree_walk():
    return measure_node(new_node(7, "root"))


def get_digits(number):
    amount = 0
    while number > 0:
        amount += number % 10
        number = math.floor(number / 10)
    return amount


def test_lucky(number):
    return get_digits(number) % 7 == 0


def helper_calls():
    lucky = 0
    for n in range(1, 10_001):
        if test_lucky(n):
            lucky += 1
    return lucky


_MARKS = {"low": ".", "medium": "+", "high": "!"}


def format_entry(*, name, level="Low", values=()):
    mark = _MARKS.get(level.lower())
    if mark is None:
        raise ValueError(level)
    return f"{mark}{name}={len(values)}"


def splat_switch():
    levels = ["Low", "Medium", "High"]
    length = 0
    for n in range(1, 3001):
        arguments = {"name": f"entry{n}", "level": levels[n % 3], "values": [1, 2, n]}
        length += len(format_entry(**arguments))
    return length


PROGRAMS = {
    "string-methods": (make_settings, string_methods), "string-building": (None, string_building),
    "named-parameters": (None, named_parameters), "classes": (None, classes),
    "nested-hashtables": (make_names, nested_hashtables), "advanced-pipeline": (None, advanced_pipeline),
    "log-parsing": (make_log, log_parsing), "sort-by-block": (make_people, sort_by_block),
    "array-growth": (None, array_growth), "dates": (None, dates), "functions-errors": (None, functions_errors),
    "objects-report": (make_servers, objects_report), "generic-collections": (None, generic_collections),
    "text-transform": (make_rows, text_transform), "sieve": (None, sieve), "tree-walk": (None, tree_walk),
    "helper-calls": (None, helper_calls), "splat-switch": (None, splat_switch),
}  # fmt: skip
