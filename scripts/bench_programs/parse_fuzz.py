"""Any text parses or gives errors: texts of many kinds, each parsed; other exceptions and slow ones are reported."""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SLOW = 1.0
TOKEN = re.compile(r"\s+|\w+|[$@]\w+|.", re.DOTALL)
WORDS = (
    "if else elseif switch foreach in for while do until try catch finally trap function filter param begin process end "
    "clean class enum using namespace data default static hidden base return break continue throw exit $a ${b} @c $x:y $( "
    "@( @{ ( ) { } [ ] [int] [A(1)] , ; | || && & = += ++ -- -eq -foo -f . .. :: : ? ?? ??= ?. ?[ ' \" '@ @' \"@ @\" ` `` # "
    "<# #> #requires 1 0x 1kb .5 -7 1..3 > >> 2>&1 < --% !x $ @ ~ \\ / * % \u2013 \u201c \u2018 \xa0 \0 word Get-It `u{41} `u{ "
    "\U0001f600 \ud800 -not -join 1e999 0b12 99999999999999999999n"
).split(" ") + ["\n", "\r\n", "\t", " "]
OPENINGS = ["(", "{", "[", "$(", "@(", "@{", '"$(', "if (", "{ param(", "[a[", "1 +", "-not ", ",", "!", "$a.", "$a[", "f ", "try {", "'", '"', "@'\n", "<#"]


def run(seed, count):
    """Parse `count` texts; the number of faults and of slow ones."""
    from spshell.language import parse

    chooser = random.Random(seed)
    scripts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("**/*.*ps1")) if path.stat().st_size < 20_000]
    kinds = [noise, tokens, tokens, mutated, mutated, mutated, prefix, nested, literals]
    tally, slowest, bad = Counter(), (0.0, "", ""), 0
    start = time.monotonic()
    for number in range(count):
        kind = chooser.choice(kinds)
        text = kind(chooser, scripts)
        before = time.perf_counter()
        try:
            result = parse(text)
            tally["with errors" if result.errors else "clean"] += 1
        except Exception as error:  # whatever it is, it is a finding
            bad += 1
            print(f"-- {number} {kind.__name__}: {type(error).__name__}: {error}\n{text[:300]!r}", flush=True)
        taken = time.perf_counter() - before
        tally[kind.__name__] += 1
        if taken > slowest[0]:
            slowest = (taken, kind.__name__, text[:80])
        if taken > SLOW:
            bad += 1
            print(f"-- {number} {kind.__name__}: {taken:.2f} s for {len(text)} characters\n{text[:200]!r}", flush=True)
    print(f"{count} texts, {bad} faults, {time.monotonic() - start:.0f} s; {dict(tally)}")
    print(f"slowest {1000 * slowest[0]:.0f} ms: {slowest[1]} {slowest[2]!r}")
    return bad + lines()


def lines():
    """Ten thousand lines of each awkward kind within a second."""
    from spshell.language import parse

    bad = 0
    for text in ["$a.b.c(1)\n", '"x $(1 + $b) y"\n', "'\n", '"$(\n', "f -a 1 @{ b = 2 }\n", "if ($a) {\n", ")\n", "5 6\n", "$a = @{ x 1 }\n",
                 "@'\n", "[a[\n", "function f {\n", "1 +\n", "# c\n", "<#\n", "`\n", "class A {\n", "\"`u{\n", "a | b |\n", "$a[\n"]:  # fmt: skip
        before = time.perf_counter()
        parse(text * 10_000)
        taken = time.perf_counter() - before
        print(f"{text!r:26} x 10000 {1000 * taken:7.0f} ms{'  SLOW' if taken > SLOW else ''}")
        bad += taken > SLOW
    return bad


def noise(chooser, _scripts):
    """Any characters at all."""
    return "".join(chr(chooser.choice((32, 10, 36, 123, 125, 40, 41, 34, 39, chooser.randrange(33, 127), chooser.randrange(0x3000))))
                   for _ in range(chooser.randrange(60)))  # fmt: skip


def tokens(chooser, _scripts):
    """Words of the grammar in any order."""
    return chooser.choice(("", " ")).join(chooser.choice(WORDS) for _ in range(chooser.randrange(25)))


def piece(chooser, scripts):
    """Some lines of a real script."""
    rows = chooser.choice(scripts).splitlines(keepends=True)
    first = chooser.randrange(len(rows))
    return rows[first : first + chooser.randrange(1, 12)]


def mutated(chooser, scripts):
    """Real text with tokens or lines taken out, put in, swapped or doubled."""
    parts = piece(chooser, scripts)
    if chooser.random() < 0.8:
        parts = TOKEN.findall("".join(parts))
    for _ in range(chooser.randrange(1, 4)):
        if not parts:
            break
        one, two = chooser.randrange(len(parts)), chooser.randrange(len(parts))
        change = chooser.randrange(4)
        if change == 0:
            del parts[one]
        elif change == 1:
            parts.insert(one, chooser.choice(WORDS))
        elif change == 2:
            parts[one], parts[two] = parts[two], parts[one]
        else:
            parts.insert(one, parts[two])
    return "".join(parts)


def prefix(chooser, scripts):
    """Real text that breaks off."""
    text = "".join(piece(chooser, scripts))
    return text[: chooser.randrange(len(text) + 1)]


def nested(chooser, _scripts):
    """Something opened again and again."""
    deep = chooser.choice((3, 20, 150, 400))
    return "".join(chooser.choice(OPENINGS) for _ in range(deep)) if chooser.random() < 0.5 else chooser.choice(OPENINGS) * deep


def literals(chooser, _scripts):
    """Huge numbers and texts."""
    size = chooser.choice((10, 100, 1000))
    return chooser.choice(("9" * size, "0x" + "f" * size, "1e" + "9" * size, "'" + "x" * size + "'", '"' + "$a`n" * size + '"', "1" + ",1" * size,
                           "." * size, "-" * size, "a" * size + ".b" * size, "@'\n" + "x\n" * size + "'@", "9" * size + "kb", "0b" + "1" * size + "n"))  # fmt: skip
