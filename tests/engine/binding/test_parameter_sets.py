"""Choosing the parameter set (about_Parameter_Sets)."""

from __future__ import annotations

import pytest

from spshell import dotnet
from spshell.engine.binding.binder import bind_arguments
from spshell.engine.binding.metadata import ALL_SETS, CommandMetadata, ParameterSpec, SetFlags
from spshell.engine.compiled.sites import ParameterName
from spshell.values.exceptions import NetException

dotnet.install()


def server(default: str | None = "All") -> CommandMetadata:
    return CommandMetadata(
        "Get-Server",
        [
            ParameterSpec("Name", "string", {"ByName": SetFlags(True, 0)}),
            ParameterSpec("Id", "int", {"ById": SetFlags(True, 0)}),
            ParameterSpec("Deep", "switch", {"ByName": SetFlags(), "ById": SetFlags()}),
            ParameterSpec("Filter", "string", {"All": SetFlags()}),
            ParameterSpec("Farm", sets={ALL_SETS: SetFlags()}),
        ],
        default_set=default,
    )


def chosen(*args: object, default: str | None = "All") -> str:
    return bind_arguments(server(default), args).set_name


def name(text: str) -> ParameterName:
    return ParameterName(text, "-" + text, colon=False)


def test_no_arguments_choose_the_default_set():
    assert chosen() == "All"


def test_a_parameter_of_one_set_chooses_it():
    assert chosen(name("Filter"), "x") == "All"
    assert chosen(name("Id"), 5) == "ById"


def test_an_exact_type_chooses_between_sets_that_share_a_position():
    assert chosen(5) == "ById"
    assert chosen("web01") == "ByName"


def test_parameters_of_different_sets_do_not_go_together():
    with pytest.raises(NetException) as caught:
        chosen(name("Name"), "a", name("Id"), 1)
    assert caught.value.error_id == "AmbiguousParameterSet"


def test_a_shared_parameter_alone_leaves_two_sets_and_is_ambiguous():
    with pytest.raises(NetException) as caught:
        chosen(name("Deep"))
    assert caught.value.error_id == "AmbiguousParameterSet"


def test_without_a_default_the_only_set_that_lacks_nothing_is_taken():
    assert chosen(default=None) == "All"
