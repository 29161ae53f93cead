"""``$Host``: the host program as scripts see it."""

from __future__ import annotations

from spshell.engine.host.choices import choose, no_prompt
from spshell.engine.host.places import Size
from spshell.values.declare import method, net_class, prop
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session

_HOST = "System.Management.Automation."


@net_class(_HOST + "Internal.Host.InternalHostRawUserInterface")
class RawInterface:
    """``$Host.UI.RawUI``: sizes and colours of the console."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def _size(self) -> Any:
        return Size(self.session.host.width, 25)

    @prop("System.Management.Automation.Host.Size WindowSize {get;set}")
    def window_size(self) -> Any:
        return self._size()

    @window_size.setter
    def set_window_size(self, value: Any) -> None:
        """The window's size is the terminal's business."""

    @prop("System.Management.Automation.Host.Size BufferSize {get;set}")
    def buffer_size(self) -> Any:
        return self._size()

    @buffer_size.setter
    def set_buffer_size(self, value: Any) -> None:
        """The buffer's size is the terminal's business."""

    @prop("string WindowTitle {get;set}")
    def window_title(self) -> str:
        return self.session.window_title

    @window_title.setter
    def set_window_title(self, value: str) -> None:
        self.session.window_title = value

    @prop("consolecolor ForegroundColor {get;set}")
    def foreground(self) -> Any:
        return self._color("Gray")

    @foreground.setter
    def set_foreground(self, value: Any) -> None:
        """Colours are the terminal's business."""

    @prop("consolecolor BackgroundColor {get;set}")
    def background(self) -> Any:
        return self._color("Black")

    @background.setter
    def set_background(self, value: Any) -> None:
        """Colours are the terminal's business."""

    def _color(self, name: str) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value("System.ConsoleColor", name)


@net_class(_HOST + "Internal.Host.InternalHostUserInterface")
class UserInterface:
    """``$Host.UI``: text for the user, and questions."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @prop("System.Object RawUI {get}")
    def raw_ui(self) -> RawInterface:
        return RawInterface(self.session)

    @prop("bool SupportsVirtualTerminal {get}")
    def supports_virtual_terminal(self) -> bool:
        return bool(self.session.host.interactive)

    @method(
        "void Write(string value)",
        "void Write(consolecolor foregroundColor, consolecolor backgroundColor, string value)",
    )
    def write(self, *values: Any) -> None:
        self.session.host.write_unnoted(str(values[-1]))

    @method(
        "void WriteLine()",
        "void WriteLine(string value)",
        "void WriteLine(consolecolor foregroundColor, consolecolor backgroundColor, string value)",
    )
    def write_line(self, *values: Any) -> None:
        self.session.host.write_unnoted(f"{values[-1] if values else ''}\n")

    @method("void WriteInformation(System.Management.Automation.InformationRecord record)")
    def write_information(self, record: Any) -> None:
        """The console shows nothing of it by itself."""

    @method("void WriteErrorLine(string value)")
    def write_error_line(self, value: str) -> None:
        self.session.host.write_error(value + "\n")

    @method("void WriteWarningLine(string message)")
    def write_warning_line(self, value: str) -> None:
        self.session.host.write(f"WARNING: {value}\n")

    @method("void WriteVerboseLine(string message)")
    def write_verbose_line(self, value: str) -> None:
        self.session.host.write(f"VERBOSE: {value}\n")

    @method("void WriteDebugLine(string message)")
    def write_debug_line(self, value: str) -> None:
        self.session.host.write(f"DEBUG: {value}\n")

    @method("string ReadLine()")
    def read_line(self) -> str:
        if self.session.non_interactive:
            raise no_prompt()
        return self.session.host.read_line() or ""

    @method(
        "int PromptForChoice(string caption, string message,"
        " System.Collections.ObjectModel.Collection[System.Management.Automation.Host.ChoiceDescription] choices,"
        " int defaultChoice)"
    )
    def prompt_for_choice(self, caption: str, message: str, choices: Any, default: int) -> int:
        return choose(self.session, caption, message, list(getattr(choices, "items", choices)), default)

    @method("securestring ReadLineAsSecureString()")
    def read_secret(self) -> Any:
        from spshell.dotnet.security.security import SecureString

        if self.session.non_interactive:
            raise no_prompt()
        return SecureString(self.session.host.read_secret("") or "")

    @method(
        "pscredential PromptForCredential(string caption, string message, string userName, string targetName)"
    )
    def prompt_for_credential(self, _caption: str, _message: str, user_name: str, _target: str) -> Any:
        from spshell.engine.binding.credential_argument import ask_for_credential

        if self.session.non_interactive:
            raise no_prompt()
        return ask_for_credential(self.session, user_name or "")


@net_class(_HOST + "Internal.Host.InternalHost")
class HostObject:
    """The host of a session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @prop("string Name {get}")
    def name(self) -> str:
        return self.session.host.name

    @prop("version Version {get}")
    def version(self) -> Any:
        from spshell.engine.host.session_objects import PS_VERSION
        from spshell.values.conversion import convert, resolve_type_name

        return convert(PS_VERSION, resolve_type_name("version"))

    @prop("guid InstanceId {get}")
    def instance_id(self) -> Any:
        from spshell.dotnet.system.ids import new_guid

        if self.session.instance_id is None:
            self.session.instance_id = new_guid()
        return self.session.instance_id

    @prop("System.Object UI {get}")
    def interface(self) -> UserInterface:
        return UserInterface(self.session)

    @prop("cultureinfo CurrentCulture {get}")
    def culture(self) -> Any:
        from spshell.dotnet.globalization.cultures import current

        return current()

    @prop("cultureinfo CurrentUICulture {get}")
    def ui_culture(self) -> Any:
        from spshell.dotnet.globalization.cultures import culture
        from spshell.values.hooks import UI_CULTURE

        return culture(UI_CULTURE.get())

    @prop("psobject PrivateData {get}")
    def private_data(self) -> Any:
        return PSCustomObject({})

    @prop("bool DebuggerEnabled {get;set}")
    def debugger_enabled(self) -> bool:
        """Whether the debugger asks the user where it stops, when no handler of a script takes care of it."""
        return self.session.debugger is None or self.session.debugger.asks_user

    @debugger_enabled.setter
    def set_debugger_enabled(self, value: bool) -> None:
        from spshell.engine.debugging.debugger import debugger_of

        debugger_of(self.session).asks_user = value

    @prop("runspace Runspace {get}")
    def runspace(self) -> Any:
        from spshell.engine.runspaces.table import runspace_of

        return runspace_of(self.session)

    @prop("bool IsRunspacePushed {get}")
    def is_runspace_pushed(self) -> bool:
        return False

    @method("void SetShouldExit(int exitCode)")
    def set_should_exit(self, code: int) -> None:
        self.session.wanted_exit_code = code
