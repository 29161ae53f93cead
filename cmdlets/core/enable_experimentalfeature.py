"""Enable-ExperimentalFeature."""

from __future__ import annotations

from cmdlets.core.experimental_switch import ExperimentalSwitch


class EnableExperimentalFeature(
    ExperimentalSwitch, verb="Enable", noun="ExperimentalFeature", should_process=True
):
    """Switch experimental features on for the sessions that begin from now on.

    PS> Get-ExperimentalFeature Nothing.* | Enable-ExperimentalFeature -WhatIf
    """

    on = True
