"""What ``$Error``, ``$PWD``, ``$Host``, ``$PSVersionTable`` and ``$ExecutionContext`` show."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope

PS_VERSION = "7.6.9"
"""The PowerShell version whose behaviour spshell follows."""


def error_collection(session: Session) -> Any:
    """``$Error``: an ArrayList over the session's own list."""
    from spshell.dotnet.reflection.members import construct
    from spshell.values.conversion import resolve_type_name

    if getattr(session, "_error_collection", None) is None:
        made = construct(resolve_type_name("System.Collections.ArrayList"), [])
        if isinstance(made, list):
            made.extend(session.errors)
            session.errors = made
        else:
            made.items = session.errors
            session.errors = made.items
        session._error_collection = made  # type: ignore[attr-defined]  # made at first use only
    return session._error_collection


_COMPATIBLE = ("1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0")


def _version(text: str) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(text, resolve_type_name("version"))


def version_table() -> Any:
    """``$PSVersionTable``."""
    from spshell.values.hashtable import Hashtable

    names = os.uname() if hasattr(os, "uname") else None
    table = Hashtable()
    table["PSVersion"] = _semantic_version(PS_VERSION)
    table["PSEdition"] = "Core"
    table["GitCommitId"] = PS_VERSION
    table["OS"] = f"{names.sysname} {names.release}" if names else "Windows"
    table["Platform"] = "Unix" if os.name == "posix" else "Win32NT"
    table["PSCompatibleVersions"] = [_version(text) for text in _COMPATIBLE]
    table["PSRemotingProtocolVersion"] = _version("2.4")
    table["SerializationVersion"] = _version("1.1.0.1")
    table["WSManStackVersion"] = _version("3.0")
    return table


def _semantic_version(text: str) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(text, resolve_type_name("semver"))


def host_object(session: Session) -> Any:
    """``$Host``: the same object each time."""
    if session.host_view is None:
        from spshell.engine.host.objects import HostObject

        session.host_view = HostObject(session)
    return session.host_view


def execution_context(_session: Session, scope: Scope) -> Any:
    """``$ExecutionContext``: what scripts use of it."""
    from spshell.engine.variables.intrinsics import EngineIntrinsics

    return EngineIntrinsics(scope)


def style(session: Session) -> Any:
    """``$PSStyle``: one for the session and its host."""
    if session.ps_style is None:
        from spshell.dotnet.text.ps_style import PSStyle

        session.ps_style = session.host.style = PSStyle()
    return session.ps_style
