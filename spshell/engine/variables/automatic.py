"""Automatic variables that are worked out when read (about_Automatic_Variables)."""

from __future__ import annotations

import os

from spshell.engine.native.own_program import shell_home
from spshell.engine.variables.preferences import ENUMERATED, initial
from spshell.values.hooks import CULTURE, UI_CULTURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope


def _nearest_call(scope: Scope) -> Any:
    current: Scope | None = scope
    while current is not None:
        if current.call is not None:
            return current.call
        current = current.parent
    return None


def script_path(scope: Scope) -> str:
    """The file whose code runs: of the nearest scope that came from a file."""
    current: Scope | None = scope
    while current is not None:
        call = current.call
        path = getattr(call, "script_path", None)
        if path is not None:
            return str(path)
        current = current.parent
    return ""


def _script_root(scope: Scope) -> str:
    path = script_path(scope)
    return os.path.dirname(path) if path else ""


def _invocation(scope: Scope) -> Any:
    call = _nearest_call(scope)
    return None if call is None else call.invocation()


def _bound_parameters(scope: Scope) -> Any:
    call = _nearest_call(scope)
    return None if call is None else call.bound_parameters()


def _pid(_scope: Scope) -> int:
    return os.getpid()


def _status(scope: Scope) -> bool:
    return scope.session.ok


def _preference(name: str) -> Callable[[Scope], Any]:
    def value(_scope: Scope) -> Any:
        return initial(name)

    return value


def _profile(_scope: Scope) -> Any:
    """``$PROFILE``: the current user's file for this host, all four as members of the text."""
    from spshell.values.objects import PSObject

    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    user = os.path.join(base, "powershell")
    everyone = os.path.join(os.sep, "etc", "powershell")
    host = "Microsoft.PowerShell_profile.ps1"
    return PSObject(
        os.path.join(user, host),
        {
            "AllUsersAllHosts": os.path.join(everyone, "profile.ps1"),
            "AllUsersCurrentHost": os.path.join(everyone, host),
            "CurrentUserAllHosts": os.path.join(user, "profile.ps1"),
            "CurrentUserCurrentHost": os.path.join(user, host),
        },
    )


def _output_encoding(_scope: Scope) -> Any:
    from spshell.dotnet.text.encodings import UTF8Sealed

    return UTF8Sealed("utf-8", "utf-8", 65001, "Unicode (UTF-8)")


def _enabled_features(_scope: Scope) -> Any:
    """The experimental features that are on, in a collection of their own."""
    from spshell.dotnet.collections.collections import generic_list
    from spshell.engine.experimental_features import enabled_features

    return generic_list(
        "System.String", enabled_features(), "System.Collections.ObjectModel.ReadOnlyCollection`1"
    )


AUTOMATIC: dict[str, Callable[[Scope], Any]] = {
    "?": _status,
    "error": lambda scope: scope.session.error_list(),
    "home": lambda _scope: os.path.expanduser("~"),
    "pid": _pid,
    "pwd": lambda scope: scope.session.path_info(),
    "host": lambda scope: scope.session.host_object(),
    "executioncontext": lambda scope: scope.session.execution_context(scope),
    "psscriptroot": _script_root,
    "pscommandpath": script_path,
    "myinvocation": _invocation,
    "psboundparameters": _bound_parameters,
    "psversiontable": lambda scope: scope.session.version_table(),
    "shellid": lambda _scope: "Microsoft.PowerShell",
    "pshome": lambda _scope: shell_home(),
    "psculture": lambda _scope: CULTURE.get(),
    "psuiculture": lambda _scope: UI_CULTURE.get(),
    "psedition": lambda _scope: "Core",
    "islinux": lambda _scope: os.name == "posix" and os.uname().sysname == "Linux",
    "ismacos": lambda _scope: os.name == "posix" and os.uname().sysname == "Darwin",
    "iswindows": lambda _scope: os.name == "nt",
    "iscoreclr": lambda _scope: True,
    "enabledexperimentalfeatures": _enabled_features,
    "nestedpromptlevel": lambda _scope: 0,
    "psstyle": lambda scope: scope.session.style(),
    "stacktrace": lambda _scope: "",
    "outputencoding": _output_encoding,
    "profile": _profile,
    **{name.lower(): _preference(name) for name in ENUMERATED},
}
"""Folded name -> how to work out its value."""
