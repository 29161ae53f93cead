"""The recorded cases as data: files of JSON lines under tests/oracle/<area>/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("parse", "exprs", "cases", "complete")


def files(area: str | None = None, topic: str | None = None) -> list[tuple[str, str, str, Path]]:
    """(area, topic, kind, path) of every file of recordings, sorted."""
    found = []
    for path in sorted(ROOT.glob("*/*.jsonl")):
        name = path.name.removesuffix(".jsonl")
        stem, _, kind = name.rpartition(".")
        if kind not in KINDS:
            continue
        if (area is None or path.parent.name == area) and (topic is None or stem == topic):
            found.append((path.parent.name, stem, kind, path))
    return found


def load(path: Path) -> list[dict[str, Any]]:
    """The records of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def not_yet() -> set[str]:
    """The ids that are known not to pass."""
    path = ROOT / "not-yet.txt"
    if not path.exists():
        return set()
    return {line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}


def on_purpose() -> set[str]:
    """The ids that spshell answers differently on purpose (their reasons stand beside them)."""
    path = ROOT / "differs-on-purpose.md"
    if not path.exists():
        return set()
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line[2:].split(" - ", 1)[0].strip() for line in lines if line.startswith("- ") and "/" in line}
