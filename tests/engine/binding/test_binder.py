"""Binding command lines to parameters of compiled cmdlets."""

from __future__ import annotations

import pytest

from spshell import dotnet
from spshell.engine.binding.binder import Binding, bind_arguments, simple_plan
from spshell.engine.binding.metadata import ALL_SETS, CommandMetadata, ParameterSpec, SetFlags
from spshell.engine.commands.switch import PRESENT
from spshell.engine.compiled.sites import END_OF_PARAMETERS, ParameterName, SplatArgument
from spshell.values.exceptions import NetException

dotnet.install()


def name(text: str, *, colon: bool = False) -> ParameterName:
    return ParameterName(text, "-" + text, colon=colon)


def relay(**options: object) -> CommandMetadata:
    return CommandMetadata(
        "Set-Relay",
        [
            ParameterSpec("Server", "string", {ALL_SETS: SetFlags(True, 0, by_value=True)}, aliases=["Host"]),
            ParameterSpec("Port", "int", {ALL_SETS: SetFlags(position=1)}),
            ParameterSpec("Force", "switch"),
        ],
        error_class="SetRelayCommand",
        **options,
    )


def bind(*args: object, metadata: CommandMetadata | None = None, **options: object) -> Binding:
    return bind_arguments(metadata or relay(), args, **options)


def refused(*args: object, metadata: CommandMetadata | None = None, **options: object) -> NetException:
    with pytest.raises(NetException) as caught:
        bind(*args, metadata=metadata, **options)
    return caught.value


def test_positional_arguments_go_to_positions_in_order_and_are_converted():
    assert bind("mail01", "587").bound == {"Server": "mail01", "Port": 587}


def test_a_named_argument_frees_its_position_for_the_next_one():
    assert bind(name("Server"), "mail01", 25).bound == {"Server": "mail01", "Port": 25}


@pytest.mark.parametrize("spelled", ["Server", "SERVER", "ser", "Host", "ho"])
def test_names_match_by_prefix_alias_and_any_case(spelled):
    assert bind(name(spelled), "mail01").bound == {"Server": "mail01"}


def test_a_switch_takes_no_value_unless_a_colon_gives_one():
    assert bind("mail01", name("Force")).bound["Force"] == PRESENT
    assert bind("mail01", name("Force", colon=True), False).bound["Force"] == False  # noqa: E712 - a switch value


def test_null_for_a_switch_of_a_cmdlet_means_present():
    assert bind("mail01", name("Force", colon=True), None).bound["Force"] == PRESENT


def test_an_unknown_name_is_refused_and_the_nearest_one_offered():
    error = refused("mail01", name("Prot"), 5)
    assert (error.error_id, error.category) == ("NamedParameterNotFound", "InvalidArgument")
    assert "-Port" in error.message


def test_an_ambiguous_prefix_names_the_candidates():
    metadata = CommandMetadata("t", [ParameterSpec("Name"), ParameterSpec("Noun")])
    error = refused(name("N"), 1, metadata=metadata)
    assert error.error_id == "AmbiguousParameter"
    assert "-Name -Noun" in error.message


def test_an_argument_without_a_place_is_refused():
    assert refused("mail01", 25, "extra").error_id == "PositionalParameterNotFound"


def test_a_parameter_given_twice_is_refused_also_by_alias():
    assert refused(name("Server"), "a", name("Host"), "b").error_id == "ParameterAlreadyBound"


@pytest.mark.parametrize("args", [(name("Port"),), (name("Port"), name("Force"))])
def test_a_name_without_a_value_is_refused(args):
    assert refused("mail01", *args).error_id == "MissingArgument"


def test_text_that_is_no_number_and_lists_for_scalars_are_refused_differently():
    assert refused("mail01", "abc").error_id == "CannotConvertArgumentNoMessage"
    assert refused("mail01", [1, 2]).error_id == "CannotConvertArgument"


def test_null_for_a_number_fails_when_the_property_is_set():
    error = refused("mail01", name("Port"), None)
    assert (error.error_id, error.category) == ("ParameterBindingFailed", "WriteError")


def test_after_the_end_of_parameters_names_are_values():
    assert bind(END_OF_PARAMETERS, "-Force").bound == {"Server": "-Force"}


def test_an_explicit_argument_wins_over_the_splatted_one_wherever_it_stands():
    assert bind(SplatArgument("Server", "a"), name("Server"), "b").bound == {"Server": "b"}
    assert bind(name("Server"), "b", SplatArgument("Server", "a")).bound == {"Server": "b"}


def test_two_splatted_entries_for_one_parameter_are_refused():
    assert (
        refused(SplatArgument("Server", "a"), SplatArgument("Host", "b")).error_id == "ParameterAlreadyBound"
    )


def test_missing_mandatory_parameters_are_listed_in_declaration_order():
    metadata = CommandMetadata(
        "t", [ParameterSpec(n, sets={ALL_SETS: SetFlags(mandatory=True)}) for n in ("B", "A")]
    )
    error = refused(metadata=metadata)
    assert error.error_id == "MissingMandatoryParameter"
    assert " B A" in error.message


def test_null_and_empty_text_of_a_mandatory_parameter_are_refused_with_ids_of_their_own():
    assert refused(None).error_id == "ParameterArgumentValidationErrorNullNotAllowed"
    assert refused("").error_id == "ParameterArgumentValidationErrorEmptyStringNotAllowed"


def test_remaining_arguments_are_collected_and_unknown_names_among_them_are_text():
    metadata = CommandMetadata(
        "t",
        [
            ParameterSpec("First", sets={ALL_SETS: SetFlags(position=0)}),
            ParameterSpec("Rest", sets={ALL_SETS: SetFlags(remaining=True)}),
        ],
    )
    assert list(bind(1, 2, name("Nope"), 3, metadata=metadata).bound["Rest"]) == [2, "-Nope", 3]


def test_common_parameters_bind_on_advanced_commands_only():
    assert "Verbose" in bind("mail01", name("vb")).bound
    simple = CommandMetadata(
        "f", [ParameterSpec("A", sets={ALL_SETS: SetFlags(position=0)}, typed=False)], kind="simple"
    )
    assert simple_plan(simple) == ("a",)
    assert [
        str(getattr(item, "base", item)) for item in bind(1, name("Verbose"), metadata=simple).unbound
    ] == ["-Verbose"]


def test_two_parameters_of_one_name_are_an_error_of_the_declaration():
    metadata = CommandMetadata("t", [ParameterSpec("WhatIf", "switch")], should_process=True)
    assert refused(metadata=metadata).error_id == "ParameterNameAlreadyExistsForCommand"


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("function f { param([int]$n = 'x') $n }; f", "ParameterArgumentTransformationError,f"),
        ("& { param([ValidateNotNull(1)] $p) }", "MethodCountCouldNotFindBest"),
        ("& { param([ValidateCount(1)] $p) }", "MethodCountCouldNotFindBest"),
        ("& { param([Parameter(HelpMessage = '')] $p) }", "Argument"),
    ],
)
def test_what_is_declared_wrong_is_told_by_its_id(text, error_id):
    """
    Defaults that are no value of the type; attributes with arguments that none of their constructors takes.
    """
    from spshell.app import make_session

    assert make_session().evaluate(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}") == [error_id]
