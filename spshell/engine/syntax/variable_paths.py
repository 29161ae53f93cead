"""System.Management.Automation.VariablePath: a variable's name taken apart into scope or drive and the name itself."""

from __future__ import annotations

from spshell.values.declare import constructor, net_class, prop

_SCOPES = frozenset({"global", "local", "private", "script"})


@net_class("System.Management.Automation.VariablePath")
class VariablePath:
    """A path as written, without the dollar sign and braces."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    @constructor("(string path)")
    @staticmethod
    def make(path: str) -> VariablePath:
        return VariablePath(path)

    @property
    def prefix(self) -> str:
        """The scope or drive in front of the colon, folded; an empty string without one."""
        head, colon, _ = self.path.partition(":")
        return head.lower() if colon and head else ""

    @prop("string UserPath {get}")
    def user_path(self) -> str:
        return self.path

    @prop("bool IsGlobal {get}")
    def is_global(self) -> bool:
        return self.prefix == "global"

    @prop("bool IsLocal {get}")
    def is_local(self) -> bool:
        return self.prefix == "local"

    @prop("bool IsPrivate {get}")
    def is_private(self) -> bool:
        return self.prefix == "private"

    @prop("bool IsScript {get}")
    def is_script(self) -> bool:
        return self.prefix == "script"

    @prop("bool IsUnqualified {get}")
    def is_unqualified(self) -> bool:
        return not self.prefix

    @prop("bool IsUnscopedVariable {get}")
    def is_unscoped(self) -> bool:
        return self.prefix in ("", "variable")

    @prop("bool IsVariable {get}")
    def is_variable(self) -> bool:
        return not self.prefix or self.prefix in _SCOPES or self.prefix == "variable"

    @prop("bool IsDriveQualified {get}")
    def is_drive_qualified(self) -> bool:
        return bool(self.prefix) and self.prefix not in _SCOPES and self.prefix != "variable"

    @prop("string DriveName {get}")
    def drive_name(self) -> str | None:
        return self.path.partition(":")[0] if self.is_drive_qualified else None

    @property
    def name(self) -> str:
        """The name without scope or drive."""
        return self.path.partition(":")[2] if self.prefix else self.path

    def ps_text(self) -> str:
        return self.path

    to_string = ps_text
