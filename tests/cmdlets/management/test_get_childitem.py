"""Get-ChildItem."""

from __future__ import annotations

import pytest


@pytest.fixture
def tree(tmp_path):
    """
    web/ with a.log, B.LOG, .h, sub/c.log, sub/deep/d.txt, and one.txt beside it.
    """
    deep = tmp_path / "web" / "sub" / "deep"
    deep.mkdir(parents=True)
    for name in ("one.txt", "web/a.log", "web/B.LOG", "web/.h", "web/sub/c.log", "web/sub/deep/d.txt"):
        (tmp_path / name).write_text(name)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("web", ["sub", "a.log", "B.LOG"]),
        ("web -Force", ["sub", ".h", "a.log", "B.LOG"]),
        ("web -Recurse", ["sub", "a.log", "B.LOG", "deep", "c.log", "d.txt"]),
        ("web -Depth 1 -File", ["a.log", "B.LOG", "c.log"]),
        ("web -Recurse -Include *.log", ["c.log", "a.log", "B.LOG"]),
        ("web -Include *.log", []),
        ("web/* -Include *.log", ["a.log", "B.LOG"]),
        ("d.txt -Recurse", ["d.txt"]),
        ("web -Recurse -Name", ["sub", "a.log", "B.LOG", "sub/deep", "sub/c.log", "sub/deep/d.txt"]),
        ("web -Filter *.log", ["a.log", "B.LOG"]),
        ("web -Attributes Directory,Hidden", ["sub", ".h"]),
        ("w?b", ["web"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_what_is_listed(session, arguments, expected):
    """
    Folders first; -Include and -Exclude go down name by name, everything else level by level.
    """
    found = session.evaluate(f"Get-ChildItem {arguments}")
    assert [item if isinstance(item, str) else item.name for item in found] == expected


def test_a_missing_path_is_an_error_but_a_pattern_without_matches_is_not(session):
    """
    PathNotFound names the full path.
    """
    assert session.evaluate("Get-ChildItem nope*") == []
    assert session.evaluate("Get-ChildItem nope -ErrorAction SilentlyContinue") == []
    assert [record.error_id for record in session.errors] == ["PathNotFound"]
