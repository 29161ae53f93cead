"""Asking for mandatory parameters that were not given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec


def ask_for_parameters(binding: Binding, missing: list[ParameterSpec]) -> bool:
    """Prompt for values and bind them; False when nobody can answer."""
    session = binding.session
    if session is None or session.non_interactive:
        return False
    from spshell.engine.binding.arguments import Argument
    from spshell.engine.binding.values import bind_parameter

    host = session.host
    host.write(f"\ncmdlet {binding.metadata.name} at command pipeline position 1\n")
    host.write("Supply values for the following parameters:\n")
    for spec in list(missing):
        value = _read_list(host, spec) if spec.type.element is not None else _read(host, f"{spec.name}: ")
        if value is None:
            return False
        bind_parameter(binding, spec, Argument(spec.name, f"-{spec.name}:", value, -1), coerce=True)
    return True


def _read(host: Any, prompt: str) -> Any:
    return host.ask(prompt)


def _read_list(host: Any, spec: ParameterSpec) -> Any:
    """Elements of a collection one by one, until an empty line."""
    values: list[Any] = []
    while True:
        line = _read(host, f"{spec.name}[{len(values)}]: ")
        if line is None:
            return None
        if line == "":
            return values
        values.append(line)
