"""New-Item, Copy-Item, Move-Item, Rename-Item and Remove-Item."""

from __future__ import annotations


def test_a_folder_is_copied_with_what_it_holds_only_when_asked(session, tmp_path):
    """
    Into an existing folder, onto a new name otherwise; the copies come out with -PassThru.
    """
    session.evaluate(
        "$null = New-Item a/b/f.txt -Force -Value x; Copy-Item a flat; Copy-Item a full -Recurse; $null = New-Item into -ItemType Directory; Copy-Item a into -Recurse"
    )
    assert (tmp_path / "flat").is_dir()
    assert not (tmp_path / "flat" / "b").exists()
    assert (tmp_path / "full" / "b" / "f.txt").read_text() == "x"
    assert (tmp_path / "into" / "a" / "b" / "f.txt").read_text() == "x"


def test_nothing_is_replaced_without_force(session, tmp_path):
    """
    Move-Item and New-Item refuse an existing target with ids of their own.
    """
    session.evaluate(
        "Set-Content m1 1; Set-Content m2 2; Move-Item m1 m2 -ErrorAction SilentlyContinue; $null = New-Item m2 -ErrorAction SilentlyContinue"
    )
    assert [record.error_id for record in session.errors] == ["NewItemIOError", "MoveFileInfoItemIOError"]
    session.evaluate("Move-Item m1 m2 -Force")
    assert (tmp_path / "m2").read_text() == "1\n"


def test_whatif_changes_nothing(session, tmp_path):
    """
    Every change asks first.
    """
    (tmp_path / "f").write_text("x")
    session.evaluate(
        "Remove-Item f -WhatIf; Rename-Item f g -WhatIf; Copy-Item f h -WhatIf; Move-Item f i -WhatIf; Clear-Content f -WhatIf; $null = New-Item j -WhatIf"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["f"]
    assert (tmp_path / "f").read_text() == "x"


def test_remove_item_takes_a_tree_and_patterns(session, tmp_path):
    """
    -Recurse removes what a folder holds; wildcards choose names.
    """
    session.evaluate(
        "$null = New-Item d/e/f -Force; Set-Content x.bak, y.bak, z.txt 1; Remove-Item d -Recurse; Remove-Item *.bak"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["z.txt"]
