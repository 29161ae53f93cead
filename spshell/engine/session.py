"""A session: global scope, commands, modules, streams, errors, current folder, services (the embedding API).

session = Session()
session.evaluate("1 + 1")        # -> [2]
"""

from __future__ import annotations

import os

from spshell.engine.host.host import Host
from spshell.engine.pipelines.streams import Streams
from spshell.engine.running import RUNNING, list_separator
from spshell.engine.variables.scope import Scope
from spshell.values import hooks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.commands.lookup import CommandTable
    from spshell.engine.debugging.debugger import Debugger
    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.jobs.jobs import JobTable
    from spshell.engine.modules.modules import ModuleTable
    from spshell.engine.recent_texts import RecentTexts
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.values.exceptions import NetException

MAX_ERRORS = 256
"""How many records ``$Error`` keeps ($MaximumErrorCount)."""

MOST_TEXTS = 1000
"""How many texts a session remembers at most, for the spelling of variables."""

DEBUG_MARKS = ("psbreakpoint", "psdebug", "wait-debugger", "get-pscallstack")
"""A text that contains one of these may ask for the debugger: it and what follows is compiled for it."""


class Session:
    """One running shell.

    ``ok`` is ``$?``, ``errors`` the list behind ``$Error`` (newest first), ``try_depth`` how many try or trap blocks
    are active, ``handled_errors`` the records of the catch blocks being run, ``current`` the scope that runs,
    ``all_scope`` the attributes of variables with the option AllScope, ``taps`` the running commands that
    collect streams in variables (-ErrorVariable and its kin).
    ``forgotten`` holds caught errors that no clause looked at, until somebody reads ``errors``.
    ``at_exit`` is called when the shell ends. ``leaving`` is set by ``exit``, ``wanted_exit_code`` by ``$Host.SetShouldExit()``.
    ``default_out`` takes what nobody else takes (None when the session is embedded).
    ``script_cache`` keeps compiled scripts between runs (None: nothing is kept).
    ``commands`` and ``modules`` are made when first asked for, of the ``manifests`` given.
    ``services`` maps a type to the object that cmdlets ask for with ``require``; a callable is called at first use.
    """

    def __init__(
        self, host: Host | None = None, *, non_interactive: bool = True, manifests: Any = None
    ) -> None:
        from spshell import dotnet

        dotnet.install()
        _offer_types()
        RUNNING.set(self)
        hooks.CULTURE.set("en-US")
        hooks.CULTURE_OBJECT.set(None)
        hooks.UI_CULTURE.set("en-US")
        hooks.list_separator = list_separator
        hooks.unraised_record = _unraised_record
        self.host = host if host is not None else Host()
        self.non_interactive = non_interactive
        self.all_scope: dict[str, Any] = {}
        self.has_private = False
        self.global_scope = Scope(self, None, "global")
        self.current: Scope | None = self.global_scope
        self._manifests = manifests
        self._errors: list[ErrorRecord] = []
        self.forgotten: list[tuple[NetException, list[Any]]] = []
        self.errors_shared = False
        self.ok = True
        self.depth = 0
        self.try_depth = 0
        self.handled_errors: list[ErrorRecord] = []
        self.taps: list[Any] = []
        self.stopped_by_preference = False
        self.pipeline_failed = False
        self.unread: tuple[Any, dict[str, Any]] | None = (
            None  # (Python frame, variables that a failed call left)
        )
        self.has_script_types = False
        self.used_namespaces: list[str] = []
        self.services: dict[Any, Any] = {}
        self.location = _start_folder()
        self.streams = Streams(
            self.show_error, self.show_record, self.show_record, self.show_record, self.show_information
        )
        self.apart_errors: Callable[[Any], None] = self._show_bare
        self.renderer_factory: Callable[..., Any] | None = None
        self.error_text: Callable[[ErrorRecord, Session], str] | None = None
        self.script_path = ""
        self.debugger: Debugger | None = None
        self.jobs: JobTable | None = None
        self.runspace: Any = None
        self.window_title = ""
        self.instance_id: Any = None
        self.ps_style: Any = None
        self.host_view: Any = None
        self.texts: list[str] = []  # what was run, for how it spells names
        self.default_out: Any = None
        self.writes_xml = False  # whether the host wants objects as CLIXML, not formatted
        self.leaving = False
        self.at_exit: list[Callable[[], Any]] = []
        self.wanted_exit_code: int | None = None
        self.script_cache: Any = None
        from spshell.engine.variables.preferences import set_preferences

        set_preferences(self)
        self.predefined = frozenset(self.global_scope.attributes)

    commands: CommandTable
    modules: ModuleTable
    recent_texts: RecentTexts

    def __getattr__(self, name: str) -> Any:
        """The tables that a session which runs plain code never needs."""
        made: Any
        if name == "commands":
            from spshell.engine.commands.lookup import CommandTable
            from spshell.engine.commands.manifest import ManifestTable

            made = CommandTable(self, self._manifests if self._manifests is not None else ManifestTable())
        elif name == "modules":
            from spshell.engine.modules.modules import ModuleTable

            made = ModuleTable(self)
        elif name == "recent_texts":
            from spshell.engine.recent_texts import RecentTexts

            made = RecentTexts(self)
        else:
            raise AttributeError(f"a session has no {name}")
        setattr(self, name, made)
        return made

    # -- running code ------------------------------------------------------------------------------------------------

    def parse(self, text: str, name: str = "") -> Any:
        """Parse text; raises a ParseException fault for the first syntax error."""
        from spshell.engine.calls.depth import make_room
        from spshell.engine.errors.parse_errors import parse_text

        make_room()
        return parse_text(text, name, self.current or self.global_scope)

    def make_block(self, text: str, name: str = "", *, keep: bool = False) -> ScriptBlock:
        """Text as a script block; `keep` what is compiled of it for the next run. Raises ParseException."""
        from spshell.engine.scriptblock import ScriptBlock

        if self.debugger is None and "-" in text:
            folded = text.lower()
            if any(mark in folded for mark in DEBUG_MARKS):
                from spshell.engine.debugging.debugger import debugger_of

                debugger_of(self)
        if len(self.texts) < MOST_TEXTS:
            self.texts.append(text)
        cache = self.script_cache if keep and self.debugger is None else None
        node = cache.find(text, name) if cache is not None else None
        if node is None:
            node = self.parse(text, name)
            if cache is not None:
                cache.add(node)
        return ScriptBlock(node, self)

    def load_script(self, path: str) -> ScriptBlock:
        """A script file as a script block. Raises ParseException, and OSError when it cannot be read."""
        from spshell.engine.source_files import read_script

        return self.make_block(read_script(path), path, keep=True)

    def run_text(
        self, text: str, out: Callable[[Any], None], name: str = "", args: tuple[Any, ...] = ()
    ) -> None:
        """Run text in the global scope; output objects go to `out`. Raises NetException for what ends the script."""
        self.run_block(self.make_command(text, name), out, args)

    def make_command(self, text: str, name: str = "") -> ScriptBlock:
        """Text as a block whose every statement sets ``$?``. Raises ParseException.

        Its code is kept for the next run, but not that of lines typed at a prompt.
        """
        block = self.make_block(text, name, keep=bool(name) or not self.host.interactive)
        block.tracks_status = True
        return block

    def run_block(self, block: ScriptBlock, out: Callable[[Any], None], args: tuple[Any, ...] = ()) -> None:
        """Run a block's code in the global scope."""
        from spshell.engine.calls.call import Call

        scope = self.global_scope
        if block.node.param_block is not None and not block.metadata().is_simple:
            self._run_advanced(block, out, args)
            return
        outer = scope.call
        call = Call(block, None, self._script_info(block))
        call.arguments = list(args)
        scope.call = call
        try:
            if args or block.parameter_nodes():
                from spshell.engine.calls.calls import bind_block

                bind_block(block, scope, list(args), call)
            else:
                scope.vars["args"] = []
            if self.predefined.issuperset(scope.attributes):
                functions = block.functions()
            else:
                from spshell.engine.compiled.inline_blocks import inline_functions

                functions = inline_functions(block, scope, out)
            for kind in ("Begin", "Process", "End"):
                if kind in functions:
                    functions[kind](scope, out)
        finally:
            scope.call = outer

    def _script_info(self, block: ScriptBlock) -> Any:
        """The ExternalScriptInfo of a block that came from a file; None for typed text."""
        if not block.path or not os.path.isabs(block.path):
            return None
        from spshell.engine.commands.kinds import ScriptInfo

        return ScriptInfo(block.path, self)

    def _run_advanced(self, block: ScriptBlock, out: Callable[[Any], None], args: tuple[Any, ...]) -> None:
        """A script with common parameters and ``$PSCmdlet``, in the global scope."""
        from spshell.engine.pipelines.script_stages import BlockStage

        stage = BlockStage(block, self.global_scope, None, args, self._script_info(block), False, dot=True)
        stage.out = out
        stage.prepare()
        try:
            stage.begin()
            stage.run_once()
            stage.end()
        finally:
            stage.close()

    def evaluate(self, text: str) -> list[Any]:
        """Run text in the global scope and return its output objects; terminating errors are raised."""
        result: list[Any] = []
        self.run_text(text, result.append)
        return result

    # -- errors and streams ------------------------------------------------------------------------------------------

    @property
    def errors(self) -> list[ErrorRecord]:
        """The records of ``$Error``, newest first; those of errors that no catch block looked at are made here."""
        forgotten = self.forgotten
        while forgotten:
            from spshell.engine.errors.flow import record_of

            error, running = forgotten.pop(0)
            self._put(record_of(self.current or self.global_scope, error, [running]))
        return self._errors

    @errors.setter
    def errors(self, value: list[ErrorRecord]) -> None:
        self._errors = value
        self.errors_shared = True  # a script may hold it: from now on every record goes there at once

    def remember(self, record: ErrorRecord) -> None:
        """Put a record at the front of ``$Error``, once."""
        if record.in_error_list:
            return
        if self.forgotten:
            _ = self.errors
        self._put(record)

    def _put(self, record: ErrorRecord) -> None:
        from spshell.engine.errors.records import ErrorRecord

        record.in_error_list = True
        errors = self._errors
        errors.insert(0, record)
        if len(errors) > MAX_ERRORS:
            old = errors.pop()
            if old.__class__ is ErrorRecord:
                old.exception.loosen_record()  # else every error would wait for the collector of cycles
            del errors[MAX_ERRORS:]  # (a script may have added some)

    def report(self, record: ErrorRecord, action: str = "continue", *, remember: bool = True) -> None:
        """Write a record to the error stream as the preference says, and to ``$Error``."""
        self.ok = False
        if action != "ignore":
            for tap in self.taps:
                tap.take("error", record)
            if remember:
                self.remember(record)
        if action in ("silentlycontinue", "ignore"):
            return
        if self.host.transcribers:
            from spshell.engine.pipelines.transcribing import transcribe_error

            transcribe_error(self, record)
        self.streams.error(record)

    def write_error(self, scope: Scope, record: ErrorRecord, action: str | None = None) -> None:
        """A non-terminating error; raises it when the preference is Stop."""
        from spshell.engine.errors.stack_capture import keep_callers
        from spshell.engine.variables.variables import preference

        if record.invocation is None:
            from spshell.engine.errors.extents import running_at
            from spshell.engine.errors.records import InvocationInfo

            record.invocation = InvocationInfo(running_at())
        keep_callers(record)
        action = action if action is not None else preference(scope, "erroractionpreference")
        self.ok = False
        self.pipeline_failed = True
        if action == "stop":
            if record.invocation.extent is None:  # what stops the script has a place
                from spshell.engine.errors.extents import running_at

                record.invocation.position = running_at()
            error = record.exception
            error.record = record
            error.thrown = True
            error.settled = True  # type: ignore[attr-defined]  # no preference of the callers is asked any more
            error.stopped = True  # type: ignore[attr-defined]  # the preference stopped it: shown in the short form
            raise error
        if action == "inquire":
            from spshell.engine.errors.inquiry import inquire

            inquire(scope, record)
            return
        self.report(record, action)

    def record_of(self, error: NetException) -> ErrorRecord:
        """The error record of an exception."""
        from spshell.engine.errors.flow import record_of

        return record_of(self.current or self.global_scope, error)

    def uncaught_record(self, error: NetException) -> ErrorRecord:
        """The record of an error that nothing took: an engine error without a category is named as its container."""
        from spshell.values.exceptions import known_exception

        record = self.record_of(error)
        runtime = known_exception("System.Management.Automation.RuntimeException")
        engine = runtime is not None and isinstance(record.exception, runtime)
        if engine and record.reason is None and not getattr(error, "thrown_value", False):
            record.reason = "ParentContainsErrorRecordException"
        return record

    def show_error(self, record: Any) -> None:
        """The outermost error stream: the host's standard error."""
        from spshell.engine.errors.records import ErrorRecord

        if not isinstance(record, ErrorRecord):
            self.write_default(record)
            return
        if self.error_text is not None:
            text = self.error_text(record, self)
            self.host.write_error(text)
            if "\n" in text.rstrip("\n"):
                self.host.transcribe("\n")  # a block of lines has an empty one below it
        else:
            self.host.write_error(f"{record.activity or record.reason_name}: {record.message}\n")

    def _show_bare(self, record: Any) -> None:
        """Errors that no pipeline takes."""
        from spshell.engine.pipelines.apart import write_bare

        write_bare(self, record)

    def show_record(self, record: Any) -> None:
        """The outermost warning, verbose and debug streams: one prefixed line on the host."""
        prefix = getattr(record, "prefix", "")
        line = f"{prefix}{record.message}"
        if self.ps_style is not None and prefix:
            from spshell.engine.host.escapes import RESET, decorations

            colours = decorations(self)
            if colours is not None:
                line = f"{colours[prefix[:-2].title()]}{line}{RESET}"
        self.host.write(line + "\n")

    def show_information(self, record: Any) -> None:
        """The outermost information stream: what Write-Host wrote is shown, the rest only when asked for."""
        from spshell.engine.pipelines.records import HostInformation

        data = record.data
        if isinstance(data, HostInformation):
            if data.no_newline:
                self.host.write_unnoted(data.message)
                self.host.transcribe(data.message.rstrip() + "\n")  # each text is a line there
            else:
                self.host.write(data.message + "\n")
        elif getattr(record, "visible", False):
            self.host.write(f"{record.ps_text()}\n")

    def new_renderer(self, write: Callable[[str], None], width: int, **options: Any) -> Any:
        """A formatter of objects that writes text through `write`."""
        from spshell.engine.pipelines.plain_output import PlainRenderer

        if self.renderer_factory is not None:
            return self.renderer_factory(write, width, self, **options)
        return PlainRenderer(write)

    def write_default(self, value: Any) -> None:
        """Show one object as the end of a pipeline would."""
        renderer = self.new_renderer(self.host.write, self.host.width)
        renderer.add(value)
        renderer.finish()

    # -- places and services -----------------------------------------------------------------------------------------

    def resolve_path(self, path: str) -> str:
        """An absolute path of the file system: relative to the current folder, ``~`` is the home folder.

        A drive of the file system or the provider's own name in front is understood too. A backslash separates
        folders on every system (about_Path_Syntax).
        """
        if ":" in path:
            from spshell.engine.providers.drives import file_path

            found = file_path(self, path)
            if found is not None:
                return found
        if os.sep == "/":
            path = path.replace("\\", "/")
        if path == "~" or path.startswith(("~/", "~\\")):
            path = os.path.expanduser("~") + path[1:]
        return os.path.normpath(os.path.join(self.location, path))

    def provide(self, kind: Any, service: Any) -> None:
        """Offer a service; a callable makes it at first use."""
        self.services[kind] = service

    def require(self, kind: Any) -> Any:
        """The service of a type. Raises KeyError when nobody provides it."""
        service = self.services[kind]
        if callable(service) and not isinstance(service, type) and getattr(service, "is_factory", True):
            service = self.services[kind] = service()
        return service

    def read_drive(self, drive: str, name: str) -> Any:
        """``${drive:name}``: the content of an item; null when there is no such drive or item."""
        from spshell.engine.providers.drive_variables import read_content

        return read_content(self, f"{drive}:{name}")

    # -- what automatic variables show -------------------------------------------------------------------------------

    def error_list(self) -> Any:
        """``$Error`` as a collection that scripts may clear."""
        from spshell.engine.host.session_objects import error_collection

        return error_collection(self)

    def path_info(self) -> Any:
        """``$PWD``."""
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.places import PathInfo

        return PathInfo(drives_of(self).here())

    def host_object(self) -> Any:
        """``$Host``."""
        from spshell.engine.host.session_objects import host_object

        return host_object(self)

    def execution_context(self, scope: Scope) -> Any:
        """``$ExecutionContext``."""
        from spshell.engine.host.session_objects import execution_context

        return execution_context(self, scope)

    def version_table(self) -> Any:
        """``$PSVersionTable``."""
        from spshell.engine.host.session_objects import version_table

        return version_table()

    def style(self) -> Any:
        """``$PSStyle``."""
        from spshell.engine.host.session_objects import style

        return style(self)


def _offer_types() -> None:
    """Have the engine's own classes found as types when somebody first asks for one."""

    def register() -> None:
        from spshell.engine.members.net_types import install

        install()

    hooks.first_types = register


def _unraised_record(exception: NetException) -> ErrorRecord:
    from spshell.engine.errors.records import unraised_record

    return unraised_record(exception)


def _start_folder() -> str:
    """The process's folder; the user's own when that one is gone."""
    try:
        return os.getcwd()
    except OSError:
        home = os.path.expanduser("~")
        os.chdir(home if os.path.isdir(home) else os.sep)
        return os.getcwd()
