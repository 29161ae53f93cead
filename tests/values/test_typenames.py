"""Type names as scripts write them."""

from types import SimpleNamespace

import pytest

from spshell.values.core_types import INT32, OBJECT_ARRAY, STRING
from spshell.values.exceptions import NetException
from spshell.values.nettype import NetType, register, type_of
from spshell.values.typenames import make_generic, resolve_type_name


@pytest.mark.parametrize("name", ["int", "INT", "Int32", "system.int32", "System.Int32"])
def test_accelerators_and_full_names(name):
    assert resolve_type_name(name) is INT32


@pytest.mark.parametrize(
    ("name", "full", "shown"),
    [
        ("int[]", "System.Int32[]", "int[]"),
        ("string[][]", "System.String[][]", "string[][]"),
        ("int[,]", "System.Int32[,]", "int[,]"),
        ("object[]", "System.Object[]", "System.Object[]"),
    ],
)
def test_arrays(name, full, shown):
    found = resolve_type_name(name)
    assert found.full_name == full
    assert found.ps_name == shown


def test_generic_types_are_closed_over_their_arguments():
    definition = register(NetType("Demo.Pair`2"))
    found = resolve_type_name("Demo.Pair[string, int[]]")
    assert found.full_name == "Demo.Pair`2[System.String,System.Int32[]]"
    assert found.ps_name == "Demo.Pair[string,int[]]"
    assert found is make_generic(definition, found.generic_arguments)
    assert resolve_type_name("Demo.Pair`2[[System.String],[System.Int32[]]]") is found


def test_the_parsed_form_means_the_same():
    simple = SimpleNamespace(name="string", generic_arguments=None, element=None, rank=0)
    array = SimpleNamespace(name="", generic_arguments=None, element=simple, rank=1, text="string[]")
    assert resolve_type_name(array).element is STRING


def test_script_types_come_first():
    mine = NetType("string")
    assert resolve_type_name("string", lambda name: mine if name == "string" else None) is mine


@pytest.mark.parametrize("name", ["nope", "nope[]", "int[", "List[nope]"])
def test_unknown_names(name):
    with pytest.raises(NetException) as caught:
        resolve_type_name(name)
    assert caught.value.error_id == "TypeNotFound"
    assert name in caught.value.message


def test_values_know_their_type():
    assert type_of([1]) is OBJECT_ARRAY
    from decimal import Decimal

    assert type_of(Decimal(1)).ps_name == "decimal"
    from spshell.values.exceptions import exception_class

    assert type_of(exception_class("System.FormatException")("")).base.full_name == "System.SystemException"
