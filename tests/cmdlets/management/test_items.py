"""New-Item, Copy-Item, Move-Item, Rename-Item and Remove-Item."""

from __future__ import annotations

import pytest


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


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Move-Item a a/b", "MoveItemArgumentError"),
        ("Move-Item ./a/", "MoveItemArgumentError"),
        ("Move-Item a f.txt", "DirectoryExist"),
        ("Copy-Item f.txt f.txt", "CopyError"),
        ("Copy-Item f.txt hard.txt", "CopyError"),
        ("Copy-Item soft.txt f.txt", "CopyError"),
        ("New-Item -ItemType HardLink hard.txt -Value f.txt", "SymLinkExists"),
        ("New-Item -ItemType SymbolicLink soft.txt -Value f.txt", "SymLinkExists"),
        ("New-Item -ItemType HardLink f.txt -Value f.txt -Force", "TargetIsSameAsLink"),
        ("Get-Content Variable:PWD -Tail 1", "TailNotSupported"),
    ],
)
def test_nothing_is_put_onto_or_into_itself(session, tmp_path, command, error_id):
    """
    The file keeps what it holds, whichever name it goes by.
    """
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "f.txt").write_text("kept")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "f.txt")
    (tmp_path / "soft.txt").symlink_to(tmp_path / "f.txt")
    session.evaluate(command)
    assert [record.fqid.partition(",")[0] for record in session.errors] == [error_id]
    assert (tmp_path / "f.txt").read_text() == "kept"


def test_links_of_both_kinds_say_which_they_are(session, tmp_path):
    """
    A file with one name is no link.
    """
    (tmp_path / "f.txt").write_text("x")
    assert session.evaluate("$null -eq (Get-Item f.txt).LinkType") == [True]
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "f.txt")
    (tmp_path / "soft.txt").symlink_to(tmp_path / "f.txt")
    assert session.evaluate("(Get-Item hard.txt, soft.txt).LinkType") == ["HardLink", "SymbolicLink"]
