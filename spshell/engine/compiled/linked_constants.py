"""The constants of compiled code as the objects that the code sees: literals, call sites, script blocks, types."""

from __future__ import annotations

from spshell.engine.compiled.sites import (
    BareWord,
    CatchTable,
    CommandSite,
    ConstraintSite,
    FunctionSite,
    ParameterName,
    StepSite,
    TypeSite,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def _literal(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.compiled.literals import literal

    return literal(*payload)


def _number(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.compiled.literals import literal
    from spshell.values.objects import PSObject

    value, type_name, text = payload
    return PSObject(literal(value, type_name), text=text)


def _parameter(payload: Any, compiled: Any, _session: Any) -> Any:
    name, text, colon, start, end = payload
    return ParameterName(name, text, colon, compiled.source, start, end)


def _block(payload: Any, _compiled: Any, session: Any) -> Any:
    from spshell.engine.scriptblock import ScriptBlock

    return ScriptBlock(payload, session)


def _site(payload: Any, compiled: Any, _session: Any) -> Any:
    made = CommandSite(payload, compiled.source)
    if made.promoted is not None and made.layout is not None:
        from functools import partial

        from spshell.engine.calls.sites import first_call

        made.call = partial(first_call, made)
    return made


def _builtins(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.pipelines.fused import BuiltinNames

    return BuiltinNames(payload)


def _pattern(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.compiled.constant_patterns import ConstantPattern

    return ConstantPattern(*payload)


def _replacer(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.compiled.constant_patterns import ConstantReplacement

    return ConstantReplacement(*payload)


def _splitter(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.compiled.constant_patterns import ConstantSplit

    return ConstantSplit(*payload)


def _group(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.compiled.constant_patterns import group_site

    return group_site(*payload)


def _text_test(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.compiled.constant_texts import TextTest

    return TextTest(*payload)


def _known_type(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.values.conversion import resolve_type_name

    return resolve_type_name(payload)


def _member(maker: str) -> Callable[[Any, Any, Any], Any]:
    """A place that reads or writes a property: made by this function of `member_sites`."""

    def make(payload: Any, _compiled: Any, _session: Any) -> Any:
        from spshell.engine.members import sites as member_sites

        return getattr(member_sites, maker)(payload)

    return make


def _method(maker: str) -> Callable[[Any, Any, Any], Any]:
    """A place that calls a method: made by this function of `method_sites`."""

    def make(payload: Any, _compiled: Any, _session: Any) -> Any:
        from spshell.engine.members import method_sites

        return getattr(method_sites, maker)(*payload)

    return make


def _returns(payload: Any, _compiled: Any, _session: Any) -> Any:
    from functools import partial

    from spshell.engine.classes.methods import convert_result

    return partial(convert_result, payload)


LINK: dict[str, Callable[[Any, Any, Any], Any]] = {
    "literal": _literal,
    "number": _number,
    "site": _site,
    "builtins": _builtins,
    "text_test": _text_test,
    "pattern": _pattern,
    "replacer": _replacer,
    "splitter": _splitter,
    "group": _group,
    "step": lambda payload, compiled, _session: StepSite(compiled.source, *payload),
    "redirections": lambda payload, _compiled, _session: payload,
    "parameter": _parameter,
    "block": _block,
    "known_type": _known_type,
    "type": lambda payload, _compiled, _session: TypeSite(payload),
    "types": lambda payload, _compiled, _session: [TypeSite(item) for item in payload],
    "constraints": lambda payload, compiled, _session: ConstraintSite(payload, compiled.source),
    "attribute": lambda payload, compiled, _session: ConstraintSite([payload], compiled.source),
    "catches": lambda payload, compiled, _session: CatchTable(payload, compiled.source),
    "function": lambda payload, _compiled, _session: FunctionSite(payload),
    "typedefs": lambda payload, compiled, _session: (payload, compiled.source),
    "using": lambda payload, _compiled, _session: payload,
    "returns": _returns,
    "method": _method("method_site"),
    "property": _member("property_site"),
    "property_update": _member("property_update"),
    "property_post_update": _member("property_post_update"),
    "property_store": _member("property_store"),
    "static_method": _method("static_site"),
    "bareword": lambda payload, _compiled, _session: BareWord(payload),
}
