"""How a variable was first written: scopes hold folded names, Get-Variable shows what the script says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spshell.engine.session import Session

_NAMES = [
    "args",
    "ConfirmPreference",
    "DebugPreference",
    "EnabledExperimentalFeatures",
    "Error",
    "ErrorActionPreference",
    "ErrorView",
    "ExecutionContext",
    "EnabledExperimentalFeatures",
    "false",
    "FormatEnumerationLimit",
    "HOME",
    "Host",
    "InformationPreference",
    "input",
    "IsCoreCLR",
    "IsLinux",
    "IsMacOS",
    "IsWindows",
    "MaximumHistoryCount",
    "MyInvocation",
    "NestedPromptLevel",
    "null",
    "OutputEncoding",
    "PID",
    "PROFILE",
    "ProgressPreference",
    "PSBoundParameters",
    "PSCmdlet",
    "PSCommandPath",
    "PSCulture",
    "PSDefaultParameterValues",
    "PSEdition",
    "PSEmailServer",
    "PSHOME",
    "PSNativeCommandArgumentPassing",
    "PSNativeCommandUseErrorActionPreference",
    "PSScriptRoot",
    "PSSessionApplicationName",
    "PSSessionConfigurationName",
    "PSSessionOption",
    "PSStyle",
    "PSUICulture",
    "PSVersionTable",
    "PWD",
    "ShellId",
    "StackTrace",
    "true",
    "VerbosePreference",
    "WarningPreference",
    "WhatIfPreference",
    "ConsoleFileName",
    "Matches",
    "LASTEXITCODE",
    "this",
    "foreach",
    "switch",
    "OFS",
]
_AUTOMATIC = {name.lower(): name for name in _NAMES}
"""The variables that PowerShell itself makes."""


def spelling(session: Session, name: str) -> str:
    """The name as PowerShell or the session's texts spell it: as a variable, else as a word."""
    folded = name.lower()
    if name != folded:
        return name
    known = _AUTOMATIC.get(folded)
    if known is not None:
        return known
    word = re.escape(folded)
    for pattern in (rf"\$\{{?(?:\w+:)?({word})(?!\w)", rf"(?<!\w)({word})(?!\w)"):
        test = re.compile(pattern, re.IGNORECASE)
        for text in session.texts:
            found = test.search(text)
            if found is not None:
                return found.group(1)
    return name
