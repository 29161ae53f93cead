"""Random programs, run by the engine and by the tree-walking oracle of the tests: report every difference, made small."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

PREFERENCES = ("SilentlyContinue", "SilentlyContinue", "Continue", "Stop")


def run(seed, count):
    """Run `count` programs from `seed` on; the number that differed."""
    from tests.compiler.differential import make_program

    start = time.monotonic()
    compared = wrong = 0
    for number in range(seed, seed + count):
        preference = PREFERENCES[number % 4]
        text = make_program(number)
        found = answer(text, preference)
        compared += found is not None
        if found:
            wrong += 1
            print(f"-- program {number}, $ErrorActionPreference {preference}: {found[:400]}")
            print(smaller(text, preference, found), flush=True)
    print(f"{count} programs, {compared} compared, {wrong} differ, {time.monotonic() - start:.0f} s")
    return wrong


def answer(text, preference):
    """The difference, or the fault that a run ended with."""
    from tests.compiler.differential import difference

    try:
        return difference(text, preference)
    except Exception as error:  # whatever it is, it is a finding
        return f"fault {type(error).__name__}: {error}"


def smaller(text, preference, found, seconds=20):
    """A smaller program that differs in the same way."""
    from spshell.language import parse
    from tests.compiler.shrinking import shrink

    end = time.monotonic() + seconds

    def fails(candidate):
        if time.monotonic() > end or parse(candidate).errors:
            return False
        return (answer(candidate, preference) or "")[:12] == found[:12]

    return shrink(text, fails)
