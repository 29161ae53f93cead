"""Running what the user wrote to offer values: registered blocks, [ArgumentCompleter] and [ArgumentCompletions]."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.completion_results import CompletionResult
from spshell.engine.completion.results import match, unquoted, values
from spshell.language import nodes
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.completion.bound_arguments import BoundArguments
    from spshell.engine.completion.place import Place
    from spshell.engine.session import Session


def own_matches(
    session: Session, place: Place, bound: BoundArguments, info: Any, spec: ParameterSpec, word: str
) -> list[CompletionResult] | None:
    """What a completer of the user offers; None when there is none, or it writes nothing at all."""
    from spshell.engine.binding.argument_completers import completers

    block: Any = completers(session).find(info.name, spec.name)
    if block is None:
        attribute = _attribute(info, spec)
        if attribute is None:
            return None
        if (
            attribute.type_name.name.lower().rpartition(".")[2].removesuffix("attribute")
            == "argumentcompletions"
        ):
            return values(word, _constants(attribute), kind="Text", ordered=True)
        block = _block(session, info, attribute)
    if block is None:
        return None
    return _called(block, _block_arguments(place, bound, info, spec, word))


def _attribute(info: Any, spec: ParameterSpec) -> nodes.Attribute | None:
    block = getattr(info, "script_block", None)
    if block is None:
        return None
    for parameter in block.parameter_nodes():
        if parameter.name.path.lower() != spec.folded:
            continue
        for item in parameter.attributes:
            name = item.type_name.name.lower().rpartition(".")[2].removesuffix("attribute")
            if isinstance(item, nodes.Attribute) and name in ("argumentcompleter", "argumentcompletions"):
                return item
    return None


def _constants(attribute: nodes.Attribute) -> list[str]:
    return [item.value for item in attribute.positional if isinstance(item, nodes.StringConstantExpression)]


def _block(session: Session, info: Any, attribute: nodes.Attribute) -> Any:
    """The block of an [ArgumentCompleter], or an object of its class."""
    from spshell.dotnet.reflection.members import construct
    from spshell.engine.completion.inference import named_type
    from spshell.engine.scriptblock import ScriptBlock

    given = attribute.positional[0] if attribute.positional else None
    if isinstance(given, nodes.ScriptBlockExpression):
        return ScriptBlock(given.script_block, session, info.script_block.home)
    if isinstance(given, nodes.TypeExpression):
        found = named_type(given.type_name.full_name)
        return None if found is None else construct(found, [])
    return None


def _block_arguments(
    place: Place, bound: BoundArguments, info: Any, spec: ParameterSpec, word: str
) -> tuple[Any, ...]:
    from spshell.engine.syntax.ast import tree_of
    from spshell.values.hashtable import Hashtable

    table = Hashtable()
    for name, value in bound.values().items():
        table[name] = value
    tree = tree_of(place.result.script_block.source).face(bound.command)
    return info.name, spec.name, word, tree, table


def _called(block: Any, arguments: tuple[Any, ...]) -> list[CompletionResult] | None:
    """The matches that a block or a completer object gives; a fault in it offers nothing."""
    try:
        if hasattr(block, "invoke"):
            found = block.invoke(arguments)
        else:
            from spshell.dotnet.reflection.members import invoke_method
            from spshell.values.enumeration import elements

            given = invoke_method(block, "CompleteArgument", list(arguments))
            found = elements(given) or ([] if given is None else [given])
    except NetException:
        return None
    if not found:
        return None
    return [_match(item) for item in found if item is not None]


def _match(item: Any) -> CompletionResult:
    from spshell.values.text import to_text

    base = getattr(item, "base", item) if type(item).__name__ == "PSObject" else item
    if isinstance(base, CompletionResult):
        return base
    text = to_text(base)
    return match(text, text, "Text")


def native_matches(session: Session, place: Place, command: nodes.Command) -> list[CompletionResult] | None:
    """What the block registered for a program offers; None when there is none."""
    from spshell.engine.binding.argument_completers import completers
    from spshell.engine.syntax.ast import tree_of

    head = command.elements[0]
    if not isinstance(head, nodes.StringConstantExpression):
        return None
    block = completers(session).find_native(head.value)
    if block is None:
        return None
    tree = tree_of(place.result.script_block.source).face(command)
    word = unquoted(place.word)[1]
    return _called(block, (word, tree, place.cursor))
