"""The parameters that every advanced command has (about_CommonParameters), as one shared list of
specifications.
"""

from __future__ import annotations

from functools import cache

from spshell.engine.binding.metadata import ALL_SETS, ParameterSpec, SetFlags

_SMA = "System.Management.Automation."

_COMMON = (
    ("Verbose", "switch", "vb"),
    ("Debug", "switch", "db"),
    ("ErrorAction", _SMA + "ActionPreference", "ea"),
    ("WarningAction", _SMA + "ActionPreference", "wa"),
    ("InformationAction", _SMA + "ActionPreference", "infa"),
    ("ProgressAction", _SMA + "ActionPreference", "proga"),
    ("ErrorVariable", "string", "ev"),
    ("WarningVariable", "string", "wv"),
    ("InformationVariable", "string", "iv"),
    ("OutVariable", "string", "ov"),
    ("OutBuffer", "int", "ob"),
    ("PipelineVariable", "string", "pv"),
)
_SHOULD_PROCESS = (("WhatIf", "switch", "wi"), ("Confirm", "switch", "cf"))
_PAGING = (("IncludeTotalCount", "switch", ""), ("Skip", "ulong", ""), ("First", "ulong", ""))

COMMON_NAMES = frozenset(name.lower() for name, _, _ in (*_COMMON, *_SHOULD_PROCESS))
"""Folded names of the common and the ShouldProcess parameters."""


@cache
def _specs(should_process: bool, paging: bool) -> tuple[ParameterSpec, ...]:
    rows = (*_COMMON, *(_SHOULD_PROCESS if should_process else ()), *(_PAGING if paging else ()))
    return tuple(_spec(*row) for row in rows)


def _spec(name: str, type_name: str, alias: str) -> ParameterSpec:
    spec = ParameterSpec(name, type_name, {ALL_SETS: SetFlags()}, aliases=(alias,) if alias else ())
    spec.common = True
    if name.endswith("Variable"):
        from spshell.engine.attributes.validation import ValidateVariableName

        spec.validators.append(ValidateVariableName())
    elif name == "OutBuffer":
        from spshell.engine.attributes.validation import ValidateRange
        from spshell.values.numbers import INT32_MAX

        spec.validators.append(ValidateRange(0, INT32_MAX))
    return spec


def common_parameters(should_process: bool, paging: bool) -> list[ParameterSpec]:
    """The common parameters of a command that has WhatIf and Confirm, paging, both or neither."""
    return list(_specs(should_process, paging))


def is_standard(spec: ParameterSpec) -> bool:
    """Whether a parameter is one that syntax shows as <CommonParameters>: WhatIf, Confirm and paging are
    not.
    """
    return spec.common and any(spec.name == row[0] for row in _COMMON)
