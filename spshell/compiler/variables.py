"""Reading and writing variables in generated code.

A variable of the running scope lives in the scope's dictionary ``V``; a name that is not there is looked up by
``read`` through the callers' scopes (about_Scopes). In closed regions it lives in a Python local.
"""

from __future__ import annotations

import ast

from spshell.compiler import facts
from spshell.compiler import pyast as py
from spshell.compiler.analysis import variable_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.compiler.frame import Frame

_CONSTANTS = {"true": True, "false": False, "null": None}
_READ_ONLY = frozenset({"true", "false", "?", "pid", "home", "host", "error", "pshome", "shellid", "psversiontable",
                        "executioncontext", "psculture", "psuiculture", "isLinux", "psedition"})  # fmt: skip


def read(frame: Frame, path: str) -> ast.expr:
    """The value of a variable by its path as written (``x``, ``script:x``, ``env:PATH``)."""
    made = _read(frame, path)
    hint = frame.hints.get(path.lower())
    if hint is not None:
        made.hint = hint  # type: ignore[attr-defined]  # generated nodes carry what is supposed of them
    return made


def _read(frame: Frame, path: str) -> ast.expr:
    name = variable_name(path)
    if name is None:
        prefix, _, rest = path.partition(":")
        lenient = [py.const(True)] if frame.in_text else []
        return py.call("read_scoped", py.name("S"), py.const(prefix.lower()), py.const(rest), *lenient)
    if name in _CONSTANTS:
        return py.const(_CONSTANTS[name])
    if name == "matches":
        return py.call("read_matches", py.name("S"))
    if name == "input":
        return py.call("read_input", py.name("S"))
    absent = _absent(frame, path)
    if frame.unit.traced:
        reader = "read_in_text" if frame.in_text else "read"
        return py.call("watch_read", py.name("S"), py.const(path), py.name(reader))
    local = frame.locals.get(name)
    if local is not None:
        if name in frame.sure:
            return facts.with_fact(py.name(local), frame.fact(name), safe=True)
        unset = py.compare(py.name(local), ast.Is(), py.name("UNSET"))
        return facts.held_in(py.choose(unset, absent, py.name(local)), local)
    slot = py.subscript(py.name("V"), py.const(name))
    if name in frame.parameters:
        return slot
    present = py.compare(py.const(name), ast.In(), py.name("V"))
    return py.choose(present, slot, absent)


def _absent(frame: Frame, path: str) -> ast.Call:
    """What a variable is that the running scope does not hold; what ``+=`` adds to must not be somebody else's array."""
    found = _elsewhere(frame, path)
    return py.call("unshared", found) if frame.compound else found


def _elsewhere(frame: Frame, path: str) -> ast.Call:
    if not frame.compound or frame.inlined:
        helper = "read_in_text" if frame.in_text else "read"
        if frame.direct and not frame.method and variable_name(path) in frame.locals:
            helper = "read_outer_in_text" if frame.in_text else "read_outer"
        if frame.apart:
            return py.call("read_apart", py.name("S"), py.name(helper), py.const(path))
        return py.call(helper, py.name("S"), py.const(path))
    start = None if frame.direct else frame.unit.start
    return py.call("read_own", py.name("S"), py.const(path), py.const(start))


def read_compound(frame: Frame, path: str) -> ast.expr:
    """The variable on the left of ``+=`` and its kin: they do not look into the callers' scopes."""
    outer, frame.compound = frame.compound, True
    made = read(frame, path)
    frame.compound = outer
    return made


def write(frame: Frame, path: str, value: ast.expr) -> list[ast.stmt]:
    """Statements that assign a value to a variable."""
    name = variable_name(path)
    if name == "null":
        return [py.expression(value)]
    if name is not None and not frame.unit.traced:
        frame.hints[name] = facts.likely(value)
        local = frame.locals.get(name)
        if local is not None:
            value = _constrained(frame, name, value)
            if facts.is_safe(value):  # anything else may fail and leave the variable as it was
                frame.sure.add(name)
            frame.note(name, facts.of(value))
            return [py.assign(local, value)]
        if not _guarded(frame, name):
            held = py.call("write", py.name("S"), py.const(path), value)
            if frame.hot and isinstance(value, (ast.Name, ast.Constant)):
                store: ast.stmt = ast.Assign([ast.Subscript(py.name("V"), py.const(name), py.STORE)], value)
                return [py.if_(py.name("A"), [py.expression(held)], [store])]
            if frame.hot:
                temporary = frame.temporary()
                return [py.assign(temporary, value), *write(frame, path, py.name(temporary))]
            return [py.expression(held)]
    return [py.expression(write_value(frame, path, value))]


def write_value(frame: Frame, path: str, value: ast.expr) -> ast.expr:
    """An expression that assigns and has the assigned value."""
    name = variable_name(path)
    if name is None:
        prefix, _, rest = path.partition(":")
        return py.call("write_scoped", py.name("S"), py.const(prefix.lower()), py.const(rest), value)
    if name == "null":
        return py.call("discard", value)
    if frame.unit.traced:
        return py.call("watch_write", py.name("S"), py.const(path), value)
    local = frame.locals.get(name)
    if local is not None:
        value = _constrained(frame, name, value)
        frame.note(name, facts.of(value))
        return facts.with_fact(py.walrus(local, value), facts.of(value))
    return py.call("write", py.name("S"), py.const(path), value)


def _constrained(frame: Frame, name: str, value: ast.expr) -> ast.expr:
    """A value for a parameter: converted and checked as the parameter's attributes say."""
    attributes = frame.constraints.get(name)
    if attributes is None:
        return value
    fixed = frame.fixed.get(name)
    if fixed is not None and len(attributes) == 1 and facts.of(value).kind == fixed.kind:
        return value
    site = frame.constant("constraints", attributes)
    if fixed is None or len(attributes) > 1:
        made: ast.expr = py.call("constrained_value", py.name("S"), site, value)
    else:
        from spshell.compiler.math_calls import is_near_int, whole_parts
        from spshell.compiler.operators import held

        parts = whole_parts(value) if fixed.kind == "int" else None
        if parts is not None:
            test, whole, general = parts
            return facts.with_fact(py.choose(test, whole, _constrained(frame, name, general)), fixed)
        if fixed.kind == "switch":
            return facts.with_fact(py.call("constrained_value", py.name("S"), site, value), fixed)

        first, again = held(frame, value)
        helper = "constrained_int" if fixed.kind == "int" else "constrained_value"
        slow: ast.expr = py.call(helper, py.name("S"), site, again)
        if fixed.kind == "int":
            slow = py.choose(is_near_int(again), py.call("round", again), slow)
        made = py.choose(py.is_type(first, fixed.kind), again, slow)
    return facts.with_fact(made, fixed) if fixed is not None else made


def _guarded(frame: Frame, name: str) -> bool:
    return name in frame.typed or name in _READ_ONLY
