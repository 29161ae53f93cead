"""Binding the objects of a pipeline: four passes, defaults restored in between."""

from __future__ import annotations

import pytest

from spshell import dotnet
from spshell.engine.binding.binder import Binding, bind_arguments
from spshell.engine.binding.metadata import ALL_SETS, CommandMetadata, ParameterSpec, SetFlags
from spshell.engine.compiled.sites import ParameterName
from spshell.values.exceptions import NetException
from spshell.values.objects import PSCustomObject

dotnet.install()


def waiting(*specs: ParameterSpec, args: tuple[object, ...] = (), **options: object) -> Binding:
    return bind_arguments(CommandMetadata("t", specs, **options), args, expects_input=True)


def both(type_name: str = "string") -> ParameterSpec:
    return ParameterSpec("Name", type_name, {ALL_SETS: SetFlags(by_value=True, by_name=True)})


def test_an_exact_property_beats_the_converted_object():
    binding = waiting(both())
    binding.bind_input(PSCustomObject({"Name": "inner"}))
    assert binding.bound["Name"] == "inner"


def test_the_converted_object_beats_a_converted_property():
    binding = waiting(both())
    binding.bind_input(PSCustomObject({"Name": 5}))
    assert binding.bound["Name"] == "@{Name=5}"


def test_every_by_value_parameter_that_fits_is_bound_at_once():
    binding = waiting(
        ParameterSpec("I", "int", {ALL_SETS: SetFlags(by_value=True)}),
        ParameterSpec("S", "string", {ALL_SETS: SetFlags(by_value=True)}),
    )
    binding.bind_input(5)
    assert (binding.bound["I"], binding.bound["S"]) == (5, "5")


def test_an_object_that_fits_nowhere_is_refused_and_the_next_one_goes_on():
    binding = waiting(ParameterSpec("N", "int", {ALL_SETS: SetFlags(by_value=True)}))
    with pytest.raises(NetException) as caught:
        binding.bind_input("x")
    assert caught.value.error_id == "InputObjectNotBound"
    binding.bind_input("7")
    assert binding.bound["N"] == 7


def test_a_parameter_of_the_command_line_is_not_taken_from_the_pipeline():
    spec = ParameterSpec("N", "int", {ALL_SETS: SetFlags(by_value=True)})
    binding = waiting(spec, args=(ParameterName("N", "-N", colon=False), 8))
    with pytest.raises(NetException) as caught:
        binding.bind_input(7)
    assert caught.value.error_id == "InputObjectNotBound"
    assert binding.bound["N"] == 8


def test_values_that_an_object_does_not_bring_fall_back_to_the_default():
    seen: list[tuple[str, object]] = []
    specs = [ParameterSpec(n, sets={ALL_SETS: SetFlags(by_name=True)}) for n in ("X", "Y")]
    binding = waiting(*specs)
    binding.on_value = lambda spec, value: seen.append((spec.name, value))
    binding.on_reset = lambda spec: seen.append((spec.name, "default"))
    binding.bind_input(PSCustomObject({"X": 1}))
    binding.bind_input(PSCustomObject({"Y": 2}))
    assert seen == [("X", 1), ("X", "default"), ("Y", 2)]


def test_a_mandatory_property_that_is_missing_is_named():
    binding = waiting(
        ParameterSpec("Name", "string", {ALL_SETS: SetFlags(True, by_name=True)}),
        ParameterSpec("Port", "int", {ALL_SETS: SetFlags(by_name=True)}),
    )
    with pytest.raises(NetException) as caught:
        binding.bind_input(PSCustomObject({"Port": 25}))
    assert caught.value.error_id == "InputObjectMissingMandatory"
    assert "Name" in caught.value.message


def test_a_mandatory_parameter_that_the_pipeline_cannot_bring_is_missed_at_once():
    with pytest.raises(NetException) as caught:
        waiting(both(), ParameterSpec("Must", sets={ALL_SETS: SetFlags(True)}))
    assert caught.value.error_id == "MissingMandatoryParameter"


def test_the_set_that_one_object_chose_does_not_hold_for_the_next():
    binding = waiting(
        ParameterSpec("N", "int", {"N": SetFlags(True, by_value=True)}),
        ParameterSpec("S", "string", {"S": SetFlags(True, by_value=True)}),
        default_set="S",
    )
    binding.bind_input(1)
    first = binding.set_name
    binding.bind_input("a")
    assert (first, binding.set_name) == ("N", "S")
