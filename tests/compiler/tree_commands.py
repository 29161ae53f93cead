# ruff: noqa: N802 - the methods are named after the nodes of the tree
"""The oracle's built-in commands, references, ``.Where`` and ``.ForEach``, and traps."""

from __future__ import annotations

from typing import Any

from spshell.engine.errors import flow as error_flow
from spshell.values.exceptions import NetException, fault
from spshell.values.objects import PSCustomObject
from spshell.values.reference import VariableReference
from spshell.values.text import to_text
from spshell.values.truth import truth
from tests.compiler.tree_calls import Calls, stored_argument
from tests.compiler.tree_values import Block, Scope, make_fault, unrolled


class Commands(Calls):
    """What programs of `wide_programs` use besides functions."""

    preference: str
    remember: Any
    fitting_trap: Any

    # -- commands

    def command_of(self, name: str) -> Any:
        return getattr(self, "run_" + name.replace("-", "_"), None)

    def run_write_output(self, given: Any, out: Any) -> None:
        for value in given[0]:
            for item in unrolled(value):
                out(item)

    def run_write_error(self, given: Any, _out: Any) -> None:
        values, named = given
        action = to_text(named.get("erroraction", self.preference)).lower()
        if action == "ignore":
            return
        name = "Microsoft.PowerShell.Commands.WriteErrorException"
        suffix = f",{self.scope.function}" if self.scope.function else ""
        error = fault(name, to_text(values[0]), to_text(named.get("errorid", name)) + suffix, "NotSpecified")
        if action == "stop":
            error.thrown = error.settled = True  # type: ignore[attr-defined]
            raise error
        self.remember(error)

    def scope_at(self, named: dict[str, Any]) -> Scope:
        scope = self.scope
        for _ in range(int(named.get("scope", 0))):
            assert scope.parent is not None
            scope = scope.parent
        return scope

    def run_set_variable(self, given: Any, _out: Any) -> None:
        values, named = given
        values = [named[key] for key in ("name", "value") if key in named] + values
        running, self.scope = self.scope, self.scope_at(named)
        try:
            self.write(values[0], values[1])
        finally:
            self.scope = running

    def run_get_variable(self, given: Any, out: Any) -> None:
        values, named = given
        value = self.read(values[0])
        out(value if "valueonly" in named else PSCustomObject({"Value": value}))

    # -- references

    def of_ConvertExpression(self, node: Any) -> Any:
        if node.type.type_name.text.lower() == "ref" and node.child.kind == "VariableExpression":
            return self.reference_to(node.child.path)
        return super().of_ConvertExpression(node)

    def reference_to(self, path: str) -> VariableReference:
        name = path.lower()
        home = self.scope.find(name)
        if home is None:
            raise make_fault("NonExistingVariableReference", path)
        found = home

        def write(value: Any) -> None:
            found.vars[name] = found.types[name](value) if name in found.types else value

        return VariableReference(lambda: found.vars[name], write)

    # -- methods that run a block

    def method_of(self, target: Any, name: str, arguments: list[Any]) -> Any:
        kind = name.lower()
        if kind in ("where", "foreach") and target is not None and isinstance(arguments[0], Block):
            written: list[Any] = []
            for item in unrolled(target):
                with self.dollar(item):
                    found = self.call_here(arguments[0].node)
                if kind == "foreach":
                    written += found
                elif truth(found[0] if len(found) == 1 else found):
                    written.append(item)
            return written
        return super().method_of(target, name, arguments)

    # -- traps

    def run_trapped(self, statements: list[Any], traps: list[Any]) -> None:
        """Statements with traps beside them: an error in one runs a trap, then the next statement."""
        for statement in statements:
            if statement.kind == "TrapStatement":
                continue
            self.step()
            self.handled += 1
            self.tries += 1
            try:
                self.do(statement)
            except NetException as error:
                self.handled -= 1
                self.tries -= 1
                try:
                    self.trapped(error, traps)
                finally:
                    self.handled += 1
                    self.tries += 1
            finally:
                self.handled -= 1
                self.tries -= 1

    def trapped(self, error: NetException, traps: list[Any]) -> None:
        from tests.compiler.tree_walker import Leave

        self.remember(error)
        trap = self.fitting_trap(traps, error)
        if trap is None:
            raise error
        running, self.handled = self.handled, 0
        try:
            with self.dollar(error_flow.record_of(None, error)):
                self.handling.append(error)
                try:
                    self.run(trap.body.statements)
                finally:
                    self.handling.pop()
        except Leave as leave:
            if leave.kind == "break":
                error.thrown = True
                raise error from None
            if leave.kind == "return":
                raise
        finally:
            self.handled = running

    handling: list[NetException]


__all__ = ["Commands", "stored_argument"]
