"""Calls of script blocks through their .NET methods: Invoke, InvokeReturnAsIs, Create."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session

RUNNING: ContextVar[Session | None] = ContextVar("spshell_session", default=None)
"""The session whose code runs on this thread, for static methods such as [scriptblock]::Create."""


def invoke_as_collection(block: ScriptBlock, args: list[Any]) -> Any:
    """``.Invoke()``: a Collection[psobject] of the output; errors inside unwind to the caller."""
    from spshell.dotnet.members import construct
    from spshell.values.conversion import resolve_type_name

    session = block.session
    session.try_depth += 1
    try:
        output = block.invoke(args)
    finally:
        session.try_depth -= 1
    made = construct(resolve_type_name("System.Collections.ObjectModel.Collection[psobject]"), [])
    extend = getattr(made, "extend", None)
    if extend is not None:
        extend(output)
        return made
    made.items.extend(output)
    return made


def invoke_as_is(block: ScriptBlock, args: list[Any]) -> Any:
    """``.InvokeReturnAsIs()``: the output unrolled."""
    session = block.session
    session.try_depth += 1
    try:
        return block.invoke_value(args)
    finally:
        session.try_depth -= 1


def create_block(script: str) -> ScriptBlock:
    """``[scriptblock]::Create(text)``. Raises ParseException."""
    session = RUNNING.get()
    assert session is not None
    block = session.make_block(script)
    return block.bound_to(session.current or session.global_scope)
