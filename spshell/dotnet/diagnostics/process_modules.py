"""System.Diagnostics.ProcessModule: a file that a process has loaded."""

from __future__ import annotations

import os
from typing import Any

from spshell.dotnet.diagnostics import process_facts as facts
from spshell.values.declare import net_class, prop


@net_class("System.Diagnostics.ProcessModule")
class ProcessModule:
    """One loaded file, and how many bytes of it are mapped."""

    ps_view = (
        "table",
        (
            ("Size(K)", 10, "right", lambda module: str(module.size // 1024)),
            ("ModuleName", 50, "", "ModuleName"),
            ("FileName", 0, "", "FileName"),
        ),
    )

    def __init__(self, path: str, size: int = 0) -> None:
        self.path = path
        self.size = size
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return f"System.Diagnostics.ProcessModule ({self.module_name})"

    to_string = ps_text

    @prop("string FileName {get}")
    def file_name(self) -> str:
        return self.path

    @prop("string ModuleName {get}")
    def module_name(self) -> str:
        return os.path.basename(self.path)

    @prop("int ModuleMemorySize {get}")
    def module_memory_size(self) -> int:
        return self.size


def modules_of(number: int) -> list[ProcessModule]:
    """The files with code that a process has mapped, its program first."""
    sizes: dict[str, int] = {}
    with_code: set[str] = set()
    for line in facts.read(number, "maps").splitlines():
        fields = line.split(None, 5)
        if len(fields) < 6 or not fields[5].startswith("/"):
            continue
        first, _, last = fields[0].partition("-")
        sizes[fields[5]] = sizes.get(fields[5], 0) + int(last, 16) - int(first, 16)
        if "x" in fields[1]:
            with_code.add(fields[5])
    return [ProcessModule(path, size) for path, size in sizes.items() if path in with_code]


def main_module_of(number: int) -> ProcessModule | None:
    """The program of a process; None when that is not ours to know."""
    path = facts.program(number)
    if path is None:
        return None
    size = next((module.size for module in modules_of(number) if module.path == path), 0)
    return ProcessModule(path, size)
