"""The farm file: what a person wrote stays, what nobody can read is refused with its place."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
import tomllib
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from spshell.state import Conflict, LockBusy, Record, StateFileError, StoreUnavailable
from spshell.state.lock import FileLock
from spshell.state.toml import TomlStore
from spshell.state.toml_text import statements

if TYPE_CHECKING:
    from pathlib import Path

ID = UUID("11111111-1111-1111-1111-111111111111")
OTHER = UUID("22222222-2222-2222-2222-222222222222")

BY_HAND = f'''\
# The farm of the Berlin office.
# Ask ops before you change anything.

owner = "ops"          # a setting of our own

# the intranet
[[web-application]]
id = "{ID}"
version = 3
name = 'Portal'        # single quotes, on purpose
tags = [
    "a",   # first
    "b",
]

# its mail
[web-application.mail]
server = "mail.contoso.com"
port = 25

# retired soon
[[web-application]]
version = 1
id = "{OTHER}"
name = """multi
[[web-application]]
line"""

[notes]
text = "kept"
# the end
'''


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "farm.toml"


def written(path: Path, text: str) -> TomlStore:
    path.write_text(text, encoding="utf-8", newline="")
    return TomlStore(path)


def test_a_change_rewrites_its_own_lines_and_no_others(path: Path) -> None:
    store = written(path, BY_HAND)
    portal = store.get("web-application", ID)
    portal.body["mail"]["port"] = 587
    store.commit(puts=[portal])
    expected = BY_HAND.replace("version = 3", "version = 4").replace("port = 25", "port = 587")
    assert path.read_text(encoding="utf-8") == expected


def test_new_keys_and_removed_keys_keep_the_order_of_the_rest(path: Path) -> None:
    store = written(path, f'[[site]]\nname = "x"  # shown\nid = "{ID}"\nold = 1\nversion = 1\n')
    site = store.get("site", ID)
    del site.body["old"]
    site.body["url"] = "http://portal"
    store.commit(puts=[site])
    expected = f'[[site]]\nname = "x"  # shown\nid = "{ID}"\nversion = 2\nurl = "http://portal"\n'
    assert path.read_text(encoding="utf-8") == expected


def test_a_new_record_is_a_section_at_the_end(path: Path) -> None:
    store = written(path, BY_HAND)
    store.commit(puts=[Record("site", ID, {"url": "http://portal"})])
    added = f'\n[[site]]\nid = "{ID}"\nversion = 1\nurl = "http://portal"\n'
    assert path.read_text(encoding="utf-8") == BY_HAND + added


def test_a_removed_record_takes_its_own_comment_along_and_no_other(path: Path) -> None:
    store = written(path, BY_HAND)
    store.commit(deletes=[store.get("web-application", OTHER)])
    start, end = BY_HAND.index("\n# retired soon"), BY_HAND.index("\n[notes]")
    assert path.read_text(encoding="utf-8") == BY_HAND[:start] + BY_HAND[end:]


def test_dotted_keys_and_inline_tables_are_read_and_may_be_changed(path: Path) -> None:
    text = f'[[site]]\nid = "{ID}"\nmail.server = "a"\nmail.port = 25\nowner = {{ name = "x" }}\n'
    store = written(path, text)
    site = store.get("site", ID)
    assert site.body == {"mail": {"server": "a", "port": 25}, "owner": {"name": "x"}}
    site.body["mail"]["port"] = 26
    site.body["owner"]["name"] = "y"
    store.commit(puts=[site])
    assert TomlStore(path).get("site", ID).body == {
        "mail": {"server": "a", "port": 26},
        "owner": {"name": "y"},
    }


def test_windows_line_ends_stay(path: Path) -> None:
    store = written(path, BY_HAND.replace("\n", "\r\n"))
    portal = store.get("web-application", ID)
    portal.body["mail"]["port"] = 587
    store.commit(puts=[portal])
    kept = path.read_bytes().decode().splitlines(keepends=True)
    assert sum(not line.endswith("\r\n") for line in kept) == 2  # the version and the port
    assert TomlStore(path).get("web-application", ID).body["mail"]["port"] == 587


def test_every_character_belongs_to_one_statement() -> None:
    found, tail = statements(BY_HAND)
    assert "".join(statement.lead + statement.text for statement in found) + tail == BY_HAND
    assert [statement.path for statement in found if statement.is_header] == [
        ("web-application", 0),
        ("web-application", 0, "mail"),
        ("web-application", 1),
        ("notes",),
    ]


def test_an_edit_in_an_editor_beats_a_copy_that_was_read_before(path: Path) -> None:
    """Nobody raises `version` by hand; the edit still must not be lost."""
    store = written(path, BY_HAND)
    stale = store.get("web-application", ID)
    path.write_text(BY_HAND.replace("'Portal'", "'Edited'"), encoding="utf-8")
    stale.body["name"] = "Mine"
    with pytest.raises(Conflict):
        store.commit(puts=[stale])
    fresh = store.get("web-application", ID)
    assert fresh.body["name"] == "Edited"
    fresh.body["mail"]["port"] = 1
    store.commit(puts=[fresh])
    assert TomlStore(path).get("web-application", ID).version == fresh.version + 1


def test_an_edit_elsewhere_does_not_disturb_a_copy(path: Path) -> None:
    store = written(path, BY_HAND)
    portal = store.get("web-application", ID)
    path.write_text(
        BY_HAND.replace("Berlin", "Bonn").replace("port = 25", "port = 25 # default"), encoding="utf-8"
    )
    portal.body["name"] = "Mine"
    store.commit(puts=[portal])
    text = path.read_text(encoding="utf-8")
    assert "Bonn" in text
    assert "port = 25 # default" in text


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('owner = "ops"\n[[site]\n', 2, 7),
        ("a = 1\na = 2\n", 2, 6),
        ('a = "x', 1, 7),
        ("[[site]]\nname = 'x'\n", 1, 1),
        ("# top\n\n[[site]]\nid = 'no uuid'\n", 4, 1),
        (f"[[site]]\nid = '{ID}'\nversion = 0\n", 3, 1),
        (f"[[site]]\nid = '{ID}'\n\nmade = 2026-01-01\n", 4, 1),
        (f"[[site]]\nid = '{ID}'\n[site.mail]\nport = inf\n", 3, 1),
        (f"[[site]]\nid = '{ID}'\n[[site]]\nname = '''\n\n'''\nid = '{ID}'\n", 7, 1),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_with_its_place(
    path: Path, text: str, line: int, column: int
) -> None:
    store = written(path, text)
    with pytest.raises(StateFileError) as caught:
        store.get("site", ID)
    assert (caught.value.line, caught.value.column) == (line, column)
    with pytest.raises(StateFileError):
        store.commit(puts=[Record("site", uuid4())])
    assert path.read_text(encoding="utf-8") == text


def test_bytes_that_are_no_utf8_are_refused_with_their_place(path: Path) -> None:
    path.write_bytes(b"# ok\n# caf\xe9\n")
    with pytest.raises(StateFileError) as caught:
        list(TomlStore(path).scan("site"))
    assert (caught.value.line, caught.value.column) == (2, 6)


def test_the_file_is_readable_by_its_owner_only(path: Path) -> None:
    store = TomlStore(path)
    store.commit(puts=[Record("site", ID)])
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_symbolic_link_stays_one(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "real.toml"
    path.symlink_to(target)
    TomlStore(path).commit(puts=[Record("site", ID)])
    assert path.is_symlink()
    assert str(ID) in target.read_text(encoding="utf-8")


def test_a_commit_waits_for_the_lock_and_then_names_its_holder(path: Path) -> None:
    store = TomlStore(path, patience=0.1)
    with FileLock(path.with_name("farm.toml.lock")), pytest.raises(LockBusy) as caught:
        store.commit(puts=[Record("site", ID)])
    assert caught.value.holder == f"process {os.getpid()}"
    assert not path.exists()
    store.commit(puts=[Record("site", ID)])


def test_a_directory_in_the_way_is_no_store(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreUnavailable):
        TomlStore(path).get("site", ID)


_WRITER = textwrap.dedent("""
    import sys
    from uuid import UUID
    from spshell.state import open_store

    store = open_store(sys.argv[1])
    ids = [UUID(text) for text in sys.argv[2:]]
    while True:
        pair = [store.get("site", id) for id in ids]
        for record in pair:
            record.body["count"] += 1
            record.body["filler"] = "x" * (record.body["count"] % 7 * 20000)
        store.commit(puts=pair)
        print("committed", flush=True)
""")


@pytest.mark.parametrize("kind", ["toml", "sqlite"])
def test_a_killed_commit_leaves_the_old_state_or_the_new(kind: str, tmp_path: Path) -> None:
    """Two records always change together; whenever the process dies, both are old or both are new."""
    from spshell.state import open_store

    address = str(tmp_path / "farm.toml") if kind == "toml" else f"sqlite:///{tmp_path / 'farm.db'}"
    ids = [uuid4(), uuid4()]
    open_store(address).commit(puts=[Record("site", each, {"count": 0, "filler": ""}) for each in ids])
    chance = random.Random(7)
    counts = []
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, address, *map(str, ids)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout.readline() == "committed\n"
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        first, second = (open_store(address).get("site", each) for each in ids)
        assert first.body == second.body
        assert first.version == second.version == first.body["count"] + 1
        counts.append(first.version)
    assert counts == sorted(counts)
    assert counts[-1] > len(counts)
    if kind == "toml":
        tomllib.loads((tmp_path / "farm.toml").read_text(encoding="utf-8"))
