"""Get-Random."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.random_parameters import RandomCmdlet
from cmdlets.utility.random_source import RandomSource, SeededSource
from spshell.engine.commands.cmdlet import parameter


class GetRandom(RandomCmdlet, verb="Get", noun="Random", default_set="RandomNumberParameterSet"):
    """Choose a number or some objects at random.

    After -SetSeed the choices of the session follow the same sequence each time.

        PS> Get-Random -Maximum 10
        PS> 'a', 'b', 'c' | Get-Random -Count 2
    """

    set_seed: Any = parameter("System.Nullable[int]", help="Begin the sequence of this number.")

    def source(self) -> RandomSource:
        if self.set_seed is not None:
            self.session.provide(RandomSource, SeededSource(self.set_seed))
        if RandomSource in self.session.services:
            found: RandomSource = self.session.require(RandomSource)
            return found
        return RandomSource()
