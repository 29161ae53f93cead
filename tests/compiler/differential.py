"""One program in both: the engine and the oracle. See test_differential.py."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from spshell.app import make_session
from spshell.engine.errors.signals import FlowSignal
from spshell.engine.host.host import Host
from spshell.engine.scriptblock import ScriptBlock
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.objects import PSCustomObject
from spshell.values.reference import PSReference
from tests.compiler.programs import Maker
from tests.compiler.tree_calls import Instance
from tests.compiler.tree_values import Block, TooBig
from tests.compiler.tree_walker import Leave, Walker, shown_id
from tests.compiler.wide_programs import WideMaker

WIDE = 1_000_000
VARIABLES = ["a", "b", "c", "n", "m", "s", "t", "l", "h"]


def make_program(seed: int) -> str:
    """The program that a number names; from `WIDE` on with more shapes."""
    return (WideMaker if seed >= WIDE else Maker)(Random(seed)).program()


def difference(text: str, preference: str = "SilentlyContinue") -> str | None:
    """What the engine does otherwise than the oracle: empty when nothing, None when the program is not worth comparing."""
    session = make_session(Host(io.StringIO(), io.StringIO()))
    session.global_scope.vars["erroractionpreference"] = preference
    block = session.make_block(text)
    walker = Walker(preference.lower())
    stopped = ""
    try:
        walker.run(block.node.end_block.statements)
    except NetException as error:
        stopped = shown_id(error)
    except (TooBig, Leave, RecursionError):
        return None
    found: list[Any] = []
    ended = ""
    try:
        session.run_block(block, found.append)
    except NetException as error:
        ended = shown_id(error) or str(error.record.fqid)
    except FlowSignal as signal:
        ended = type(signal).__name__
    mine, wanted = shown(found), shown(walker.written)
    if mine != wanted:
        place = next(
            (i for i, pair in enumerate(zip(mine, wanted, strict=False)) if pair[0] != pair[1]), len(mine)
        )
        return f"output {place}: engine {mine[place : place + 3]}, oracle {wanted[place : place + 3]}"
    if ended.partition(",")[0] != stopped.partition(",")[0]:
        return f"ended by {ended!r}, oracle {stopped!r}"
    for name in VARIABLES:
        one, two = shown([session.global_scope.vars.get(name)]), shown([walker.top.vars.get(name)])
        if one != two:
            return f"${name}: engine {one}, oracle {two}"
    ids = [str(record.fqid).partition(",Microsoft")[0] for record in reversed(session.errors)]
    if len(ids) < 250 and ids != walker.log:
        return f"errors: engine {ids}, oracle {walker.log}"
    return ""


def shown(values: Any, depth: int = 0) -> list[Any]:
    """Values with their types: 1, 1.0 and True are different."""
    return [one(value, depth + 1) for value in values]


def one(value: Any, depth: int = 0) -> Any:
    if depth > 8:
        return "deep"
    if isinstance(value, (Block, ScriptBlock)):
        return "block"
    if isinstance(value, PSReference):
        return "reference"
    if isinstance(value, Instance):
        return value.kind.name
    if type(value) is Hashtable or type(value) is OrderedDictionary:
        return type(value).__name__, sorted(
            (repr(one(k, depth + 1)), repr(one(v, depth + 1))) for k, v in value.items()
        )
    if type(value) is PSCustomObject:
        return "object", [(name, one(item, depth + 1)) for name, item in value.members.items()]
    name = type(value).__name__
    own = getattr(getattr(value, "net_type", None), "name", None)
    if (
        own is not None
        and not isinstance(value, (list, dict, int, float, str))
        and hasattr(value, "ps_members")
    ):
        return own
    return name, shown(value, depth) if isinstance(value, list) else repr(value)
