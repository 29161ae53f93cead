"""System.Diagnostics.ProcessStartInfo: what a program is started with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.values.declare import constructor, net_class, prop

if TYPE_CHECKING:
    import subprocess


@net_class("System.Diagnostics.ProcessStartInfo")
class ProcessStartInfo:
    """What a program is started with."""

    def __init__(self, name: str = "", arguments: str = "") -> None:
        self.values: dict[str, Any] = {"FileName": name, "Arguments": arguments}
        self.items: list[str] = []
        self.variables = dict(os.environ)
        self.ps_members: Any = None

    @constructor("()", "(string fileName)", "(string fileName, string arguments)")
    @staticmethod
    def create(name: str = "", arguments: str = "") -> ProcessStartInfo:
        return ProcessStartInfo(name, arguments)

    @prop("System.Collections.ObjectModel.Collection[string] ArgumentList {get}")
    def argument_list(self) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        if not self.values.get("ArgumentList"):
            self.values["ArgumentList"] = convert([], resolve_type_name("System.Collections.ArrayList"))
        return self.values["ArgumentList"]

    @prop("System.Collections.Generic.IDictionary[string,string] Environment {get}")
    def environment(self) -> Any:
        from spshell.values.hashtable import Hashtable

        if "Environment" not in self.values:
            self.values["Environment"] = Hashtable(self.variables.items(), case_sensitive=True)
        return self.values["Environment"]

    def open(self) -> subprocess.Popen[bytes]:
        """Start the program. Raises OSError."""
        import subprocess

        pipe = subprocess.PIPE
        table = self.values.get("Environment")
        return subprocess.Popen(  # noqa: S603 - starting what the script says is its job
            self.command(),
            cwd=self.values.get("WorkingDirectory") or None,
            env=None if table is None else {str(key): str(value) for key, value in table.items()},
            stdin=pipe if self.values.get("RedirectStandardInput") else None,
            stdout=pipe if self.values.get("RedirectStandardOutput") else None,
            stderr=pipe if self.values.get("RedirectStandardError") else None,
        )

    def command(self) -> list[str]:
        """The program and its arguments."""
        import shlex

        listed = [str(item) for item in self.values.get("ArgumentList") or ()]
        return [self.values["FileName"], *(listed or shlex.split(self.values["Arguments"] or ""))]


def _stored(name: str, kind: str, default: Any) -> None:
    made = prop(f"{kind} {name} {{get;set}}")(lambda info: info.values.get(name, default))
    setattr(
        ProcessStartInfo,
        "part_" + name.lower(),
        made.setter(lambda info, value: info.values.__setitem__(name, value)),
    )


for _name, _kind, _default in (
    ("FileName", "string", ""),
    ("Arguments", "string", ""),
    ("WorkingDirectory", "string", ""),
    ("UseShellExecute", "bool", False),
    ("CreateNoWindow", "bool", False),
    ("RedirectStandardInput", "bool", False),
    ("RedirectStandardOutput", "bool", False),
    ("RedirectStandardError", "bool", False),
    ("UserName", "string", ""),
    ("Verb", "string", ""),
    ("StandardOutputEncoding", "System.Text.Encoding", None),
    ("StandardErrorEncoding", "System.Text.Encoding", None),
):
    _stored(_name, _kind, _default)
