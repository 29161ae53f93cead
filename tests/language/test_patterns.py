"""The parser's patterns mean the same in every Python 3.11."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).resolve().parents[2] / "spshell").rglob("*.py"))


@pytest.mark.parametrize("path", [path for path in SOURCES if "re.compile" in path.read_text(encoding="utf-8")], ids=lambda path: path.stem)
def test_no_group_is_repeated_possessively(path):
    """Before 3.11.5 such a group takes too little when what it repeats has to step back: ``(?>(...)*)`` is right everywhere."""
    assert not re.search(r"\)[*+?]\+", "".join(re.findall(r"re\.compile\((.*)", path.read_text(encoding="utf-8"))))
