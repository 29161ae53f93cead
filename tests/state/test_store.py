"""The contract that every state store keeps."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spshell.state import BodyError, Conflict, LockBusy, Record, StateStore, open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Opener = "Callable[[], StateStore]"

BODY = {
    "name": "Portal – 80",
    "port": 25,
    "ratio": 0.5,
    "tls": True,
    "tags": ["a", 'quo"te', "multi\nline"],
    "mail": {"server": "mail.contoso.com", "reply": {"to": "help@contoso.com"}},
    "bindings": [{"host": "a", "port": 80}, {"host": "b", "port": 443, "deep": {"x": [1, 2]}}],
    "nothing": {},
    "no one": [],
}


@pytest.fixture(params=["memory", "toml", "sqlite", pytest.param("postgresql", marks=pytest.mark.peer)])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], StateStore]:
    """Opens the same store again and again, as another process would."""
    if request.param == "memory":
        store = open_store("memory://")
        return lambda: store
    if request.param == "postgresql":
        address = request.getfixturevalue("postgresql").database()
    else:
        address = (
            str(tmp_path / "farm.toml") if request.param == "toml" else f"sqlite:///{tmp_path / 'farm.db'}"
        )
    return lambda: open_store(address)


@pytest.fixture
def store(reopen: Callable[[], StateStore]) -> StateStore:
    return reopen()


def record(kind: str = "site", **body: Any) -> Record:
    return Record(kind, uuid4(), body or {"url": "http://portal"})


def test_what_was_committed_is_read_back_by_another_process(reopen: Callable[[], StateStore]) -> None:
    site = Record("site", uuid4(), BODY)
    reopen().commit(puts=[site])
    assert reopen().get("site", site.id) == Record("site", site.id, BODY, version=1)


def test_an_empty_store_has_nothing(store: StateStore) -> None:
    assert store.get("site", uuid4()) is None
    assert list(store.scan("site")) == []


def test_a_commit_raises_the_version_by_one_and_leaves_its_argument_alone(store: StateStore) -> None:
    site = record()
    store.commit(puts=[site])
    assert site.version == 0
    stored = store.get("site", site.id)
    store.commit(puts=[stored])
    assert store.get("site", site.id).version == 2


def test_the_argument_of_a_commit_and_its_result_are_independent(store: StateStore) -> None:
    site = record(tags=["a"])
    store.commit(puts=[site])
    site.body["tags"].append("b")
    store.get("site", site.id).body["tags"].append("c")
    next(store.scan("site")).body["tags"].append("d")
    assert store.get("site", site.id).body == {"tags": ["a"]}


def test_a_scan_gives_one_kind_in_the_order_of_creation(reopen: Callable[[], StateStore]) -> None:
    store = reopen()
    sites = [record(n=n) for n in range(5)]
    for site in sites:
        store.commit(puts=[site, record("list")])
    changed = store.get("site", sites[0].id)
    changed.body["n"] = 10
    store.commit(puts=[changed])
    assert [site.body["n"] for site in reopen().scan("site")] == [10, 1, 2, 3, 4]


def test_a_stale_version_is_refused_and_nothing_is_written(reopen: Callable[[], StateStore]) -> None:
    first, second = record(), record()
    store, other = reopen(), reopen()
    store.commit(puts=[first, second])
    mine, theirs = store.get("site", first.id), other.get("site", first.id)
    other.commit(puts=[theirs])
    with pytest.raises(Conflict) as caught:
        store.commit(puts=[record(), mine], deletes=[store.get("site", second.id)])
    assert (caught.value.expected, caught.value.stored) == (1, 2)
    assert {site.id: site.version for site in reopen().scan("site")} == {first.id: 2, second.id: 1}


def test_a_deleted_record_is_gone_and_its_stale_copy_conflicts(reopen: Callable[[], StateStore]) -> None:
    site = record()
    store = reopen()
    store.commit(puts=[site])
    stored = store.get("site", site.id)
    store.commit(deletes=[stored])
    assert reopen().get("site", site.id) is None
    for again in ({"puts": [stored]}, {"deletes": [stored]}):
        with pytest.raises(Conflict) as caught:
            store.commit(**again)
        assert caught.value.stored is None


def test_a_stale_delete_is_refused(store: StateStore) -> None:
    site = record()
    store.commit(puts=[site])
    old = store.get("site", site.id)
    store.commit(puts=[old])
    with pytest.raises(Conflict):
        store.commit(deletes=[old])


def test_a_new_record_with_a_known_id_conflicts(store: StateStore) -> None:
    site = record()
    store.commit(puts=[site])
    with pytest.raises(Conflict) as caught:
        store.commit(puts=[record(), site])
    assert caught.value.stored == 1
    assert len(list(store.scan("site"))) == 1


@pytest.mark.parametrize(
    "value",
    [
        None,
        b"x",
        (1, 2),
        {1},
        float("inf"),
        float("nan"),
        2**63,
        {1: "x"},
        "half \ud800",
        "nul \0",
        {"a": [None]},
    ],
)
def test_what_not_every_store_can_hold_is_refused(store: StateStore, value: Any) -> None:
    with pytest.raises(BodyError):
        store.commit(puts=[record(), Record("site", uuid4(), {"key": value})])
    assert list(store.scan("site")) == []


@pytest.mark.parametrize("key", ["id", "version"])
def test_the_names_of_the_record_itself_are_reserved(store: StateStore, key: str) -> None:
    with pytest.raises(BodyError):
        store.commit(puts=[Record("site", uuid4(), {key: "x"})])


@pytest.mark.parametrize("kind", ["", "two words", "a.b", "ü", "1st", "x\n"])
def test_a_kind_is_a_word(store: StateStore, kind: str) -> None:
    with pytest.raises(BodyError):
        store.commit(puts=[Record(kind, uuid4())])


def test_only_one_of_many_simultaneous_changes_wins(reopen: Callable[[], StateStore]) -> None:
    site = record(winner=-1)
    reopen().commit(puts=[site])
    outcomes: list[int] = []
    gate = threading.Barrier(8)

    def change(number: int) -> None:
        store = reopen()
        mine = store.get("site", site.id)
        mine.body["winner"] = number
        gate.wait()
        try:
            store.commit(puts=[mine])
        except (Conflict, LockBusy):
            return
        outcomes.append(number)

    threads = [threading.Thread(target=change, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stored = reopen().get("site", site.id)
    assert [stored.body["winner"]] == outcomes
    assert stored.version == 2


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_SCALAR = (
    _TEXT
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
)
_VALUE = st.recursive(
    _SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)
_BODY = st.dictionaries(_TEXT.filter(lambda key: key not in ("id", "version")), _VALUE, max_size=5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=_BODY, second=_BODY)
def test_any_body_comes_back_as_it_was_also_after_a_change(
    reopen: Callable[[], StateStore], first: dict[str, Any], second: dict[str, Any]
) -> None:
    neighbour, site = record("site", note="before"), Record("site", uuid4(), first)
    store = reopen()
    store.commit(puts=[neighbour, site])
    changed = reopen().get("site", site.id)
    assert _exact(changed.body) == _exact(first)
    changed.body = second
    reopen().commit(puts=[changed])
    assert _exact(reopen().get("site", site.id).body) == _exact(second)
    assert reopen().get("site", neighbour.id).body == {"note": "before"}
    store.commit(deletes=[store.get("site", site.id), store.get("site", neighbour.id)])


def _exact(value: Any) -> Any:
    """True is not 1 and 1 is not 1.0."""
    if isinstance(value, dict):
        return {key: _exact(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_exact(item) for item in value]
    return type(value).__name__, value


def test_an_id_is_a_uuid_again(reopen: Callable[[], StateStore]) -> None:
    site = record()
    reopen().commit(puts=[site])
    assert type(next(reopen().scan("site")).id) is UUID
