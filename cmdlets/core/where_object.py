"""Where-Object."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.compiled.item_blocks import WARM, hot_function, item_function
from spshell.engine.pipelines.output import sub_value
from spshell.engine.variables.scope import UNSET
from spshell.values.truth import truth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from spshell.engine.variables.scope import Scope

# parameter set -> operator switch; the order is the order of declaration
OPERATORS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("EqualSet", "EQ", ("IEQ",)),
    ("CaseSensitiveEqualSet", "CEQ", ()),
    ("NotEqualSet", "NE", ("INE",)),
    ("CaseSensitiveNotEqualSet", "CNE", ()),
    ("GreaterThanSet", "GT", ("IGT",)),
    ("CaseSensitiveGreaterThanSet", "CGT", ()),
    ("LessThanSet", "LT", ("ILT",)),
    ("CaseSensitiveLessThanSet", "CLT", ()),
    ("GreaterOrEqualSet", "GE", ("IGE",)),
    ("CaseSensitiveGreaterOrEqualSet", "CGE", ()),
    ("LessOrEqualSet", "LE", ("ILE",)),
    ("CaseSensitiveLessOrEqualSet", "CLE", ()),
    ("LikeSet", "Like", ("ILike",)),
    ("CaseSensitiveLikeSet", "CLike", ()),
    ("NotLikeSet", "NotLike", ("INotLike",)),
    ("CaseSensitiveNotLikeSet", "CNotLike", ()),
    ("MatchSet", "Match", ("IMatch",)),
    ("CaseSensitiveMatchSet", "CMatch", ()),
    ("NotMatchSet", "NotMatch", ("INotMatch",)),
    ("CaseSensitiveNotMatchSet", "CNotMatch", ()),
    ("ContainsSet", "Contains", ("IContains",)),
    ("CaseSensitiveContainsSet", "CContains", ()),
    ("NotContainsSet", "NotContains", ("INotContains",)),
    ("CaseSensitiveNotContainsSet", "CNotContains", ()),
    ("InSet", "In", ("IIn",)),
    ("CaseSensitiveInSet", "CIn", ()),
    ("NotInSet", "NotIn", ("INotIn",)),
    ("CaseSensitiveNotInSet", "CNotIn", ()),
    ("IsSet", "Is", ()),
    ("IsNotSet", "IsNot", ()),
)
_COMPARING = tuple(row[0] for row in OPERATORS)


def _property_sets() -> dict[str, SetFlags]:
    return {name: SetFlags(mandatory=True, position=0) for name in (*_COMPARING, "Not")}


def _value_sets() -> dict[str, SetFlags]:
    # the bare form `Where-Object Name` belongs to EqualSet too, so there the value is not mandatory
    return {name: SetFlags(position=1) for name in _COMPARING}


def _operator(set_name: str, name: str, aliases: tuple[str, ...]) -> Any:
    mandatory = set_name != "EqualSet"
    return parameter(
        "switch", sets=(set_name,), mandatory=mandatory, aliases=aliases, name=name, help="The comparison."
    )


class WhereObject(
    Cmdlet,
    verb="Where",
    noun="Object",
    default_set="EqualSet",
    net_class="Microsoft.PowerShell.Commands.WhereObjectCommand",
):
    """Keep the objects that meet a condition.

    The condition is a script block with the object in $_, or a property name, an operator and a value.

        PS> 1..5 | Where-Object { $_ -gt 3 }
        PS> 'ann', 'bob' | Where-Object Length -EQ 3
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="The object to look at.")
    filter_script: Any = parameter(
        "scriptblock",
        sets=("ScriptBlockSet",),
        position=0,
        mandatory=True,
        help="The condition, with the object in $_.",
    )
    property: Any = parameter(
        "string",
        sets=_property_sets(),
        validate=[ValidateNotNullOrEmpty()],
        help="The property to compare; alone: whether it is true.",
    )
    value: Any = parameter("System.Object", sets=_value_sets(), help="What to compare with.")
    locals().update({f"op_{row[1].lower()}": _operator(*row) for row in OPERATORS})
    op_not: Any = parameter(
        "switch", sets=("Not",), mandatory=True, name="Not", help="Whether the property is not true."
    )

    _test: Callable[[Any], Any]

    def begin(self) -> Iterator[object] | None:
        if self.parameter_set == "ScriptBlockSet":
            self.accept = self._fused()  # type: ignore[assignment,method-assign]  # bound once, called per object
        else:
            from cmdlets.core.property_test import make_test

            test = make_test(self)
            out = self.out

            def compare(value: Any) -> None:
                if test(value):
                    out(value)

            self.accept = compare  # type: ignore[method-assign]  # the same
        return None

    def _fused(self) -> Callable[[Any], None]:
        """The per-object work of a script block: its output decides, ``$_`` is set in the caller's scope."""
        scope = self.scope
        out = self.out
        whole = item_function(self.filter_script)
        if whole is not None:
            return _direct_test(whole.run, scope, out)
        block = self.filter_script
        if block.parameter_nodes():
            return _direct_test(lambda _scope, value: block.invoke_in_place((), value), scope, out)
        variables = scope.vars
        function = self.filter_script.functions().get("End")
        output: list[Any] = []
        collect = output.append
        cold = WARM

        def test(value: Any) -> None:
            nonlocal function, cold
            cold -= 1
            if not cold and function is not None:
                function = hot_function(self.filter_script, function)
            saved = variables.get("_", UNSET)
            variables["_"] = value
            try:
                if function is not None:
                    function(scope, collect)
                result = output[0] if len(output) == 1 else (list(output) if output else None)
            finally:
                output.clear()
                if saved is UNSET:
                    variables.pop("_", None)
                else:
                    variables["_"] = saved
            if truth(result):
                out(value)

        return test

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> Iterator[object] | None:
        if self.expects_input or self.is_bound("InputObject"):
            self.accept(self.input_object)
        return None


def _direct_test(run: Any, scope: Scope, out: Callable[[Any], None]) -> Callable[[Any], None]:
    """The per-object work of a block that is a function of the object."""

    def test(value: Any) -> None:
        found = run(scope, value)
        if found is True or (found is not False and truth(sub_value(found))):
            out(value)

    return test
