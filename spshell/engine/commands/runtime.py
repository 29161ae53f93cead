"""What a running cmdlet or advanced function has around it: common parameters, streams, where its errors
point.

about_CommonParameters.
"""

from __future__ import annotations

from types import MappingProxyType

from spshell.engine.commands.should_process import Answers
from spshell.engine.errors.extents import SitePosition
from spshell.engine.errors.records import ErrorRecord, InvocationInfo
from spshell.engine.variables.scope import UNSET
from spshell.engine.variables.variables import preference
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import CommandMetadata
    from spshell.engine.calls.call import Call
    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.pipelines.collectors import Tap
    from spshell.engine.pipelines.out_buffer import OutBuffer
    from spshell.engine.variables.scope import Scope


class CommandRuntime:
    """The common parameters of one running command.

    ``actions`` holds what was said about each stream (folded ActionPreference names), else the preference
    variables of `scope` decide. ``collectors`` maps a stream to the list behind its -...Variable. (Most commands have
    neither: `own_actions` and `own_collectors` are to be changed.)
    """

    actions: Mapping[str, str] = MappingProxyType({})
    collectors: Mapping[str, Any] = MappingProxyType({})
    tap: Tap | None = None
    own_errors: Callable[[Any], None] | None = None
    """Where this command's errors go instead of the streams: into its output, when a redirection merges them."""
    what_if: bool | None = None
    confirm: bool | None = None
    failed = False  # an advanced function wrote an error: $? of its pipeline is false
    pipeline_variable = ""
    keeps_variable = False  # the pipeline's variable existed before
    out_buffer = 0
    buffer: OutBuffer | None = None
    binding: Binding | None = None
    call: Call | None = None
    """The call of an advanced function, which knows ``$MyInvocation``."""
    _invocation: InvocationInfo | None = None
    _answers: Answers | None = None

    def __init__(
        self, metadata: CommandMetadata, scope: Scope, site: CommandSite | None, command: Any = None
    ) -> None:
        self.metadata = metadata
        self.scope = self.caller = scope
        self.session = scope.session
        self.site = site
        self.command = command

    @property
    def own_actions(self) -> dict[str, str]:
        """``actions``, to be changed."""
        made: dict[str, str] = self.__dict__.setdefault("actions", {})
        return made

    @property
    def own_collectors(self) -> dict[str, Any]:
        """``collectors``, to be changed."""
        made: dict[str, Any] = self.__dict__.setdefault("collectors", {})
        return made

    @property
    def invocation(self) -> InvocationInfo:
        """``$MyInvocation`` of the command, made when somebody asks."""
        if self._invocation is None:
            if self.call is not None:
                self._invocation = self.call.invocation()
                return self._invocation
            site = self.site
            position = None if site is None else SitePosition(site)
            name = "" if site is None else (site.name or "")
            made = self._invocation = InvocationInfo(position, name or self.metadata.name, self.command)
            if self.binding is not None:
                made.bound_parameters = self.binding.bound
                made.expecting_input = self.binding.expects_input
        return self._invocation

    @invocation.setter
    def invocation(self, value: InvocationInfo) -> None:
        self._invocation = value

    @property
    def answers(self) -> Answers:
        """What was answered for all further questions."""
        if self._answers is None:
            self._answers = Answers()
        return self._answers

    def open(self, binding: Binding) -> None:
        """Take the common parameters out of what was bound."""
        self.binding = binding
        if self._invocation is not None:
            self._invocation.bound_parameters = binding.bound
            self._invocation.expecting_input = binding.expects_input
        if binding.plan is not None and not binding.plan.opens and self.metadata.obsolete is None:
            return  # a plan has no warnings
        for text in binding.warnings:
            self.write_warning(text)
        for name, value in binding.bound.items():
            folded = name.lower()
            if folded in _SETTERS and (self.metadata.should_process or folded not in ("whatif", "confirm")):
                _SETTERS[folded](self, value)
        if self.metadata.obsolete is not None:
            from spshell.engine.attributes.validation import message

            kind = (
                f"cmdlet '{self.metadata.name}'"
                if self.metadata.is_cmdlet
                else f"command '{self.metadata.name}'"
            )
            self.write_warning(message("UseOfDeprecatedCommandWarning", kind, self.metadata.obsolete))

    def collect(self, stream: str, name: str) -> None:
        """Fill a variable of the caller with what a stream gets; ``+name`` adds to what is there."""
        from spshell.engine.pipelines.collectors import Tap, collecting_variable

        self.own_collectors[stream] = collecting_variable(self.caller, name)
        if stream != "output" and self.tap is None:
            self.tap = Tap(self.session, self.own_collectors)

    def wrap_output(self, out: Callable[[Any], None], *, feeds: bool) -> Callable[[Any], None]:
        """`out` with what -OutVariable, -PipelineVariable and, when it `feeds` a command, -OutBuffer add."""
        if self.out_buffer and feeds:
            from spshell.engine.pipelines.out_buffer import OutBuffer

            self.buffer = OutBuffer(out, self.out_buffer)
            out = self.buffer.take
        collector = self.collectors.get("output")
        variable = self.pipeline_variable
        if collector is None and not variable:
            return out
        scope_vars = self.caller.vars
        folded = variable.lower()

        def take(value: Any) -> None:
            if collector is not None:
                collector.append(value)
            if folded:
                scope_vars[folded] = value
            out(value)

        return take

    def close(self) -> None:
        """The pipeline is over: its variable goes, or is null if it was there before."""
        if self.pipeline_variable:
            if self.keeps_variable:
                self.caller.vars[self.pipeline_variable.lower()] = None
            else:
                self.caller.vars.pop(self.pipeline_variable.lower(), None)

    def attach(self, error: NetException) -> ErrorRecord:
        """Make this command the origin of an error that has none yet."""
        record: ErrorRecord | None = error.record
        if record is None:
            record = error.record = ErrorRecord(error, _own_id(error))
            self._sign(record)
        elif record.invocation is None and not record.command:  # made by the command itself
            self._sign(record)
        elif (
            not error.thrown and not record.command
        ):  # of a block: it becomes an error of the cmdlet, at its place
            record.invocation = None
            self._sign(record)
        if self.tap is not None:
            self.tap.take("error", record)
        return record

    def passed(self, error: NetException) -> None:
        """An error of script code leaves this command: its id names the command, unless it was thrown."""
        record = error.record
        if record is not None and not error.thrown and not record.command:
            record.command = self.metadata.error_class

    def _sign(self, record: ErrorRecord) -> None:
        record.command = self.metadata.error_class
        record.activity = self.metadata.name
        if record.invocation is None:
            record.invocation = self.invocation

    def write_input_error(self, error: NetException, value: Any) -> None:
        """A pipeline object that did not bind: a non-terminating error about it."""
        if not getattr(error, "binding", False) and error.record is not None:
            raise error
        record = ErrorRecord(error, target=value)
        record.target = value
        self._sign(record)
        self.write_record(record)

    def write_exception(
        self, error: NetException, *, target: Any = None, category: str | None = None
    ) -> None:
        """A non-terminating error of this command."""
        record = (
            error.record
            if isinstance(error.record, ErrorRecord)
            else ErrorRecord(error, category=category, target=target)
        )
        if error.record is None:
            error.record = record
        self._sign(record)
        self.write_record(record)

    def write_record(self, record: ErrorRecord) -> None:
        """Write an error record as -ErrorAction or the preference says."""
        if self.tap is not None and self.actions.get("error") != "ignore":
            self.tap.take("error", record)
        action = self.actions.get("error")
        if self.own_errors is None:
            self.session.write_error(self.scope, record, action)
            return
        streams = self.session.streams
        around, streams.error = streams.error, self.own_errors
        try:
            self.session.write_error(self.scope, record, action)
        finally:
            streams.error = around

    def action(self, stream: str, variable: str) -> str:
        """What to do with a record of a stream: the parameter, else the preference variable."""
        return self.actions.get(stream) or preference(self.scope, variable)

    def write_warning(self, text: str) -> None:
        from spshell.engine.pipelines.message_streams import write_message

        write_message(self, "warning", text)

    def write_verbose(self, text: str) -> None:
        from spshell.engine.pipelines.message_streams import write_message

        write_message(self, "verbose", text)

    def write_debug(self, text: str) -> None:
        from spshell.engine.pipelines.message_streams import write_message

        write_message(self, "debug", text)

    def write_information(self, data: Any, tags: Iterable[str] = ()) -> None:
        from spshell.engine.pipelines.message_streams import write_information

        write_information(self, data, list(tags))


def _own_id(error: NetException) -> str | None:
    """The id of an exception that .NET code threw is its full type name."""
    if error.error_id is not None and error.error_id == error.net_name.rpartition(".")[2]:
        return error.net_name
    return error.error_id


def _word(value: Any) -> str:
    from spshell.values.text import to_text

    return to_text(value).lower()


def _set_action(stream: str) -> Callable[[CommandRuntime, Any], None]:
    def apply(runtime: CommandRuntime, value: Any) -> None:
        runtime.own_actions[stream] = _word(value)

    return apply


def _set_switch(stream: str) -> Callable[[CommandRuntime, Any], None]:
    def apply(runtime: CommandRuntime, value: Any) -> None:
        runtime.own_actions[stream] = "continue" if value else "silentlycontinue"

    return apply


def _set_variable(stream: str) -> Callable[[CommandRuntime, Any], None]:
    def apply(runtime: CommandRuntime, value: Any) -> None:
        if value:
            runtime.collect(stream, str(value))

    return apply


def _set_what_if(runtime: CommandRuntime, value: Any) -> None:
    runtime.what_if = bool(value)


def _set_confirm(runtime: CommandRuntime, value: Any) -> None:
    runtime.confirm = bool(value)


def _set_out_buffer(runtime: CommandRuntime, value: Any) -> None:
    runtime.out_buffer = int(value or 0)


def _set_pipeline_variable(runtime: CommandRuntime, value: Any) -> None:
    runtime.pipeline_variable = str(value or "")
    if runtime.pipeline_variable:
        held, folded = runtime.caller.vars, runtime.pipeline_variable.lower()
        runtime.keeps_variable = held.get(folded, UNSET) is not UNSET
        held[folded] = None  # until the first object


_SETTERS: dict[str, Callable[[CommandRuntime, Any], None]] = {
    "erroraction": _set_action("error"),
    "warningaction": _set_action("warning"),
    "informationaction": _set_action("information"),
    "progressaction": _set_action("progress"),
    "verbose": _set_switch("verbose"),
    "debug": _set_switch("debug"),
    "errorvariable": _set_variable("error"),
    "warningvariable": _set_variable("warning"),
    "informationvariable": _set_variable("information"),
    "outvariable": _set_variable("output"),
    "outbuffer": _set_out_buffer,
    "pipelinevariable": _set_pipeline_variable,
    "whatif": _set_what_if,
    "confirm": _set_confirm,
}
