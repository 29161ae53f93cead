"""The journal says who changed what, shows no secret, and notices when it was altered."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from spshell.state import Conflict, Record
from spshell.state.journal import CHANGED, Journal, JournalBroken, Origin, changes
from spshell.state.journaled import JournaledStore
from spshell.state.memory import MemoryStore

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ORIGIN = Origin(r"CONTOSO\ann", "SP1", "Set-SPWebApplication", "mail.sps1", 12)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "farm.journal")


@pytest.fixture
def store(journal: Journal) -> JournaledStore:
    return JournaledStore(MemoryStore(), journal, lambda: ORIGIN, lambda: NOW, secrets={"password"})


def test_a_commit_is_told_with_its_author_place_and_values(store: JournaledStore, journal: Journal) -> None:
    app = Record("web-application", uuid4(), {"mail": {"server": "a", "port": 25}, "name": "Portal"})
    store.commit(puts=[app])
    changed = store.get(*app.key)
    changed.body["mail"]["server"] = "b"
    del changed.body["name"]
    store.commit(puts=[changed])
    created, altered = journal.entries()
    assert created["changes"][0] | {"id": ""} == {
        "kind": "web-application", "id": "", "version": 1, "property": "", "before": None, "after": "created",
    }  # fmt: skip
    assert (altered["who"], altered["server"], altered["script"], altered["line"]) == (
        r"CONTOSO\ann", "SP1", "mail.sps1", 12,
    )  # fmt: skip
    assert [(c["property"], c["before"], c["after"]) for c in altered["changes"]] == [
        ("mail.server", "a", "b"),
        ("name", "Portal", None),
    ]
    assert journal.verify() == 2


def test_a_secret_is_only_said_to_have_changed(store: JournaledStore, journal: Journal) -> None:
    app = Record("web-application", uuid4(), {"mail": {"password": "hunter2-canary"}})
    store.commit(puts=[app])
    changed = store.get(*app.key)
    changed.body["mail"]["password"] = "hunter3-canary"
    store.commit(puts=[changed])
    store.commit(deletes=[store.get(*app.key)])
    assert "canary" not in journal.path.read_text(encoding="utf-8")
    secret = [c for entry in journal.entries() for c in entry["changes"] if c["property"] == "mail.password"]
    assert [(c["before"], c["after"]) for c in secret] == [
        (None, CHANGED),
        (CHANGED, CHANGED),
        (CHANGED, None),
    ]


def test_a_refused_commit_is_voided(store: JournaledStore, journal: Journal) -> None:
    site = Record("site", uuid4(), {"a": 1})
    store.commit(puts=[site])
    with pytest.raises(Conflict):
        store.commit(puts=[site])
    entries = list(journal.entries())
    assert entries[-1]["voids"] == 2
    assert entries[-1]["reason"].startswith("Conflict: ")


def test_nothing_changed_is_nothing_told() -> None:
    site = Record("site", uuid4(), {"a": 1}, 1)
    assert changes(site, site.copy()) == []


@pytest.mark.parametrize("line", [1, 2, 3])
def test_an_altered_line_is_found(journal: Journal, line: int) -> None:
    for _ in range(3):
        journal.append(NOW, ORIGIN, [])
    lines = journal.path.read_bytes().splitlines(keepends=True)
    lines[line - 1] = lines[line - 1].replace(b"ann", b"bob")
    journal.path.write_bytes(b"".join(lines))
    with pytest.raises(JournalBroken) as caught:
        journal.verify()
    assert caught.value.line == line


@pytest.mark.parametrize("rehash", [False, True])
def test_a_removed_line_is_found(journal: Journal, rehash: bool) -> None:
    for _ in range(3):
        journal.append(NOW, ORIGIN, [])
    lines = journal.path.read_bytes().splitlines(keepends=True)
    del lines[1]
    if rehash:
        last = json.loads(lines[1])
        last["previous"] = json.loads(lines[0])["hash"]
        lines[1] = json.dumps(last).encode() + b"\n"
    journal.path.write_bytes(b"".join(lines))
    with pytest.raises(JournalBroken) as caught:
        journal.verify()
    assert caught.value.line == 2


def test_a_line_that_a_crash_cut_off_is_dropped_by_the_next(journal: Journal) -> None:
    journal.append(NOW, ORIGIN, [])
    with journal.path.open("ab") as file:
        file.write(b'{"number": 2, "previ')
    assert journal.verify() == 1
    assert journal.append(NOW, ORIGIN, []) == 2
    assert journal.verify() == 2


def test_long_entries_are_found_again(journal: Journal) -> None:
    for number in range(1, 4):
        long = Origin("ann", "SP1", "x" * 100_000)
        assert journal.append(NOW, long, []) == number
    assert journal.verify() == 3


def test_half_a_surrogate_pair_in_a_command_can_be_told(journal: Journal) -> None:
    journal.append(NOW, Origin("ann", "SP1", "echo \ud800"), [])
    assert journal.verify() == 1


def test_only_the_owner_may_read_it(journal: Journal) -> None:
    journal.append(NOW, ORIGIN, [])
    assert journal.path.stat().st_mode & 0o777 == 0o600
