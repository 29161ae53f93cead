"""Get-SecureRandom."""

from __future__ import annotations

from cmdlets.utility.random_parameters import RandomCmdlet


class GetSecureRandom(RandomCmdlet, verb="Get", noun="SecureRandom", default_set="RandomNumberParameterSet"):
    """Choose a number or some objects at random, so that nobody can foresee the choice.

    PS> Get-SecureRandom -Maximum 1
    PS> 1..3 | Get-SecureRandom -Shuffle
    """
