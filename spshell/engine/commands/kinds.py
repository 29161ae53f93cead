"""The kinds of command: function, cmdlet, alias, script file, program (Get-Command's CommandInfo objects)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock


class CommandInfo:
    """Base of all: ``name``, ``command_type`` and, for commands of modules, ``module``."""

    __slots__ = ("__weakref__", "module", "name", "ps_members", "visibility")

    command_type = "Cmdlet"

    def __init__(self, name: str, module: Any = None) -> None:
        self.name = name
        self.module = module
        self.visibility = "Public"
        self.ps_members: Any = None

    @property
    def source(self) -> str:
        """The module's name, or an empty string."""
        return "" if self.module is None else str(getattr(self.module, "name", self.module))

    def ps_text(self) -> str:
        return self.name

    def to_string(self) -> str:
        return self.name


class FunctionInfo(CommandInfo):
    """A function or filter."""

    __slots__ = ("description", "direct", "names", "options", "script_block", "simple")

    command_type = "Function"

    def __init__(self, name: str, script_block: ScriptBlock, module: Any = None) -> None:
        from spshell.engine.calls.calls import simple_names

        super().__init__(name, module)
        self.script_block = script_block
        self.options: frozenset[str] = frozenset()
        self.description = ""
        self.direct: Any = None
        self.names = simple_names(script_block)
        self.simple = self.names is not None and script_block.has_only_end and not script_block.is_filter

    @property
    def metadata(self) -> Any:
        return self.script_block.metadata()


class FilterInfo(FunctionInfo):
    __slots__ = ()
    command_type = "Filter"


class CmdletInfo(CommandInfo):
    """A cmdlet: ``cmdlet`` is its class, imported when first asked for."""

    __slots__ = ("_class", "_load")

    command_type = "Cmdlet"
    simple = False

    def __init__(self, name: str, load: Any, module: Any = None) -> None:
        super().__init__(name, module)
        self._load = load
        self._class: Any = None

    @property
    def cmdlet(self) -> Any:
        if self._class is None:
            self._class = self._load()
        return self._class

    @property
    def metadata(self) -> Any:
        return self.cmdlet.metadata()


class ProvidedFunctionInfo(CmdletInfo):
    """What PowerShell has as a function and this shell as a class."""

    __slots__ = ()
    command_type = "Function"


class AliasInfo(CommandInfo):
    """Another name of a command."""

    __slots__ = ("definition", "description", "options", "session")

    command_type = "Alias"

    def __init__(self, name: str, definition: str, module: Any = None) -> None:
        super().__init__(name, module)
        self.definition = definition
        self.options: frozenset[str] = frozenset()
        self.description = ""
        self.session: Any = None


class ScriptInfo(CommandInfo):
    """A script file; parsed when first run."""

    __slots__ = ("_block", "path", "session")

    command_type = "ExternalScript"

    def __init__(self, path: str, session: Any) -> None:
        import os

        super().__init__(os.path.basename(path))
        self.path = path
        self.session = session
        self._block: ScriptBlock | None = None

    @property
    def script_block(self) -> ScriptBlock:
        """The parsed script. Raises ParseException when it has syntax errors."""
        if self._block is None:
            self._block = self.session.load_script(self.path)
        return self._block

    @property
    def metadata(self) -> Any:
        return self.script_block.metadata()


class ApplicationInfo(CommandInfo):
    """A program of the operating system."""

    __slots__ = ("path",)

    command_type = "Application"

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name)
        self.path = path
