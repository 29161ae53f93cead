"""From compiled code to Python functions: constants become objects, code objects become callables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine import constant_patterns, constant_texts, ops
from spshell.engine.member_sites import (
    method_site,
    property_post_update,
    property_site,
    property_store,
    property_update,
    static_site,
)
from spshell.engine.sites import (
    BareWord,
    CatchTable,
    CommandSite,
    ConstraintSite,
    ParameterName,
    StepSite,
    TypeSite,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.compiler import CompiledBlock
    from spshell.engine.session import Session


def link(compiled: CompiledBlock, session: Session, name: str = "") -> dict[str, Callable[..., None]]:
    """The callables of a compiled block by block kind (``Begin``, ``Process``, ``End``, ``Clean``, ``DynamicParam``).

    `name` is how the script stack names the block; an empty one stands for ``<ScriptBlock>``.
    """
    namespace: dict[str, Any] = {"__builtins__": ops.EXPORTED}  # shared: what changes there is seen at once
    namespace["__source__"] = compiled.source
    namespace["__function__"] = name
    for index, (kind, payload) in enumerate(compiled.constants):
        namespace[f"k{index}"] = _LINK[kind](payload, compiled, session)
    functions: dict[str, Callable[..., None]] = {}
    for kind, code in compiled.named_blocks.items():
        exec(code, namespace)  # noqa: S102 - this is the compiler's own output
        functions[kind] = namespace.pop("block")
    return functions


def _literal(payload: Any, _compiled: Any, _session: Any) -> Any:
    return ops.literal(*payload)


def _number(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.values.objects import PSObject

    value, type_name, text = payload
    return PSObject(ops.literal(value, type_name), text=text)


def _parameter(payload: Any, compiled: Any, _session: Any) -> Any:
    name, text, colon, start, end = payload
    return ParameterName(name, text, colon, compiled.source, start, end)


def _block(payload: Any, _compiled: Any, session: Any) -> Any:
    from spshell.engine.scriptblock import ScriptBlock

    return ScriptBlock(payload, session)


def _site(payload: Any, compiled: Any, _session: Any) -> Any:
    from functools import partial

    from spshell.engine.call_sites import first_call

    made = CommandSite(payload, compiled.source)
    if made.promoted is not None and made.layout is not None:
        made.call = partial(first_call, made)
    return made


def _builtins(payload: Any, _compiled: Any, _session: Any) -> Any:
    from spshell.engine.fused_pipelines import BuiltinNames

    return BuiltinNames(payload)


_LINK: dict[str, Callable[[Any, Any, Any], Any]] = {
    "literal": _literal,
    "number": _number,
    "site": _site,
    "builtins": _builtins,
    "text_test": lambda payload, _compiled, _session: constant_texts.TextTest(*payload),
    "pattern": lambda payload, _compiled, _session: constant_patterns.ConstantPattern(*payload),
    "replacer": lambda payload, _compiled, _session: constant_patterns.ConstantReplacement(*payload),
    "splitter": lambda payload, _compiled, _session: constant_patterns.ConstantSplit(*payload),
    "group": lambda payload, _compiled, _session: constant_patterns.group_site(*payload),
    "step": lambda payload, compiled, _session: StepSite(compiled.source, *payload),
    "redirections": lambda payload, _compiled, _session: payload,
    "parameter": _parameter,
    "block": _block,
    "type": lambda payload, _compiled, _session: TypeSite(payload),
    "types": lambda payload, _compiled, _session: [TypeSite(item) for item in payload],
    "constraints": lambda payload, compiled, _session: ConstraintSite(payload, compiled.source),
    "attribute": lambda payload, compiled, _session: ConstraintSite([payload], compiled.source),
    "catches": lambda payload, compiled, _session: CatchTable(payload, compiled.source),
    "function": lambda payload, _compiled, _session: payload,
    "typedefs": lambda payload, compiled, _session: (payload, compiled.source),
    "using": lambda payload, _compiled, _session: payload,
    "method": lambda payload, _compiled, _session: method_site(*payload),
    "property": lambda payload, _compiled, _session: property_site(payload),
    "property_update": lambda payload, _compiled, _session: property_update(payload),
    "property_post_update": lambda payload, _compiled, _session: property_post_update(payload),
    "property_store": lambda payload, _compiled, _session: property_store(payload),
    "static_method": lambda payload, _compiled, _session: static_site(*payload),
    "bareword": lambda payload, _compiled, _session: BareWord(payload),
}
