"""Variables of a fresh session: preferences and read-only automatic variables (about_Preference_Variables)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.scope import VariableAttributes

if TYPE_CHECKING:
    from spshell.engine.session import Session

_PREFERENCES = {
    "ErrorActionPreference": "Continue",
    "WarningPreference": "Continue",
    "VerbosePreference": "SilentlyContinue",
    "DebugPreference": "SilentlyContinue",
    "InformationPreference": "SilentlyContinue",
    "ProgressPreference": "Continue",
    "ConfirmPreference": "High",
    "WhatIfPreference": False,
    "ErrorView": "ConciseView",
    "FormatEnumerationLimit": 4,
    "OutputEncoding": None,
    "PSNativeCommandUseErrorActionPreference": False,
    "PSNativeCommandArgumentPassing": "Standard",
    "MaximumHistoryCount": 4096,
    "PSEmailServer": "",
    "PSSessionApplicationName": "wsman",
    "ConsoleFileName": "",
    "LogEngineHealthEvent": None,
}

_READ_ONLY = (
    "true", "false", "Error", "HOME", "PID", "Host", "ExecutionContext", "PSVersionTable", "PSHOME", "ShellId", "PSCulture",
    "PSUICulture", "?", "PSEdition", "IsLinux", "IsMacOS", "IsWindows", "IsCoreCLR", "EnabledExperimentalFeatures",
)  # fmt: skip


def set_preferences(session: Session) -> None:
    """Give a new session its preference variables and protect the automatic ones."""
    scope = session.global_scope
    for name, value in _PREFERENCES.items():
        scope.vars[name.lower()] = value
    for name in _READ_ONLY:
        attributes = VariableAttributes(name)
        attributes.options = frozenset({"Constant", "AllScope"})
        scope.attributes[name.lower()] = attributes
    from spshell.values.hashtable import Hashtable

    scope.vars["psdefaultparametervalues"] = Hashtable()
    defaults = VariableAttributes("PSDefaultParameterValues")
    defaults.constraints = [_checked_defaults]
    scope.attributes["psdefaultparametervalues"] = defaults


def _checked_defaults(value: Any) -> Any:
    from spshell.engine.binder_defaults import checked_table

    return checked_table(value)
