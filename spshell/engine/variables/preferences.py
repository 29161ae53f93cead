"""Variables of a fresh session: preferences and read-only automatic variables (about_Preference_Variables)."""

from __future__ import annotations

from spshell.engine.variables.scope import VariableAttributes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session

ENUMERATED = {
    "ErrorActionPreference": ("ActionPreference", "Continue"),
    "WarningPreference": ("ActionPreference", "Continue"),
    "VerbosePreference": ("ActionPreference", "SilentlyContinue"),
    "DebugPreference": ("ActionPreference", "SilentlyContinue"),
    "InformationPreference": ("ActionPreference", "SilentlyContinue"),
    "ProgressPreference": ("ActionPreference", "Continue"),
    "ConfirmPreference": ("ConfirmImpact", "High"),
    "ErrorView": ("ErrorView", "ConciseView"),
    "PSNativeCommandArgumentPassing": ("NativeArgumentPassingStyle", "Standard"),
}
"""Preferences that hold a value of an enumeration: its type and what a fresh session has.

Until a script assigns them they are no variables but answers of `AUTOMATIC`: a session starts without making enums.
"""

WORDS = {name.lower(): value.lower() for name, (_type, value) in ENUMERATED.items()}
"""Folded preference name -> the folded word that holds until it is assigned."""

_PREFERENCES = {
    "WhatIfPreference": False,
    "FormatEnumerationLimit": 4,
    "PSNativeCommandUseErrorActionPreference": False,
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
    for name, (type_name, _value) in ENUMERATED.items():
        preference = VariableAttributes(name)
        preference.constraints = [_converting(type_name)]
        scope.attributes[name.lower()] = preference
    from spshell.engine.binding.default_parameters import DefaultParameterDictionary

    scope.vars["psdefaultparametervalues"] = DefaultParameterDictionary()
    defaults = VariableAttributes("PSDefaultParameterValues")
    defaults.constraints = [_checked_defaults]
    scope.attributes["psdefaultparametervalues"] = defaults


def _converting(type_name: str) -> Callable[[Any], Any]:
    def apply(value: Any) -> Any:
        from spshell.dotnet.system.enumerations import enum_type
        from spshell.engine.attributes.of_variables import type_constraint

        return type_constraint(enum_type("System.Management.Automation." + type_name))(value)

    return apply


def initial(name: str) -> Any:
    """What an enumerated preference holds until it is assigned."""
    from spshell.dotnet.system.enumerations import enum_value

    type_name, value = ENUMERATED[name]
    return enum_value("System.Management.Automation." + type_name, value)


def _checked_defaults(value: Any) -> Any:
    from spshell.engine.binding.user_defaults import checked_table

    return checked_table(value)
