"""Disable-ExperimentalFeature."""

from __future__ import annotations

from cmdlets.core.experimental_switch import ExperimentalSwitch


class DisableExperimentalFeature(
    ExperimentalSwitch, verb="Disable", noun="ExperimentalFeature", should_process=True
):
    """Switch experimental features off for the sessions that begin from now on.

    PS> Get-ExperimentalFeature Nothing.* | Disable-ExperimentalFeature -WhatIf
    """

    on = False
