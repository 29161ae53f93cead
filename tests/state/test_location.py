"""Which store an address means, and which files stand beside it."""

from __future__ import annotations

import builtins
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from spshell.state import Record, StoreUnavailable, open_store
from spshell.state.location import beside, farm_address, file_of
from spshell.state.memory import MemoryStore
from spshell.state.toml import TomlStore


@pytest.mark.parametrize("address", ["{}/farm.toml", "toml://{}/farm.toml", "file://{}/farm.toml"])
def test_a_path_is_a_farm_file(tmp_path: Path, address: str) -> None:
    store = open_store(address.format(tmp_path))
    assert type(store) is TomlStore
    assert store.path == tmp_path / "farm.toml"


def test_a_path_object_is_one_too(tmp_path: Path) -> None:
    assert type(open_store(tmp_path / "farm.toml")) is TomlStore


def test_memory_is_empty_every_time() -> None:
    first, second = open_store("memory://"), open_store("memory://")
    assert type(first) is MemoryStore
    assert first is not second


@pytest.mark.parametrize("address", ["mysql://host/db", "http://portal", "postgresql://nowhere.invalid:1/x"])
def test_an_unknown_or_unreachable_store_is_unavailable(address: str) -> None:
    with pytest.raises(StoreUnavailable):
        open_store(address)


def test_the_password_of_an_address_is_not_repeated() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_store("postgresql://ann:hunter2@127.0.0.1:1/farm")
    assert "hunter2" not in str(caught.value)


def test_sqlite_without_sqlalchemy_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = builtins.__import__

    def missing(name: str, *args: Any) -> Any:
        if name.partition(".")[0] == "sqlalchemy":
            raise ImportError(name)
        return real(name, *args)

    monkeypatch.setattr(builtins, "__import__", missing)
    monkeypatch.delitem(sys.modules, "spshell.state.sql", raising=False)
    with pytest.raises(StoreUnavailable, match=r"spshell\[sql\]"):
        open_store(f"sqlite:///{tmp_path}/farm.db")


def test_companions_stand_beside_the_file() -> None:
    assert beside("/data/farm.toml", ".outbox.db") == Path("/data/farm.outbox.db")
    assert beside("sqlite:////data/farm.db", ".journal") == Path("/data/farm.journal")
    assert beside("postgresql://host/farm", ".journal") is None


def test_three_slashes_are_relative_and_four_absolute() -> None:
    assert file_of("sqlite:///farm.db") == Path("farm.db")
    assert file_of("sqlite:////data/farm.db?mode=rw") == Path("/data/farm.db")


def test_the_option_beats_the_environment_and_that_the_data_directory() -> None:
    assert farm_address("a.toml", {"SPSHELL_FARM": "b.toml"}) == "a.toml"
    assert farm_address(None, {"SPSHELL_FARM": "b.toml"}) == "b.toml"
    assert Path(farm_address(None, {})).name == "farm.toml"


def test_a_farm_file_needs_neither_sqlalchemy_nor_tomli_w_to_be_read(tmp_path: Path) -> None:
    from uuid import uuid4

    open_store(tmp_path / "farm.toml").commit(puts=[Record("site", uuid4())])
    code = (
        "import sys; from spshell.state import open_store; list(open_store(sys.argv[1]).scan('site'));"
        "print(*{'sqlalchemy', 'tomli_w', 'dataclasses', 'asyncio', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "farm.toml")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
