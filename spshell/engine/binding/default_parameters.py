"""The table behind ``$PSDefaultParameterValues`` (about_Parameters_Default_Values)."""

from __future__ import annotations

from spshell.values.hashtable import Hashtable


class DefaultParameterDictionary(Hashtable):
    """Hashtable of ``Command:Parameter`` keys; its .NET type is made when somebody asks for it."""

    __slots__ = ()

    net_name = "System.Management.Automation.DefaultParameterDictionary"
    net_base = "System.Collections.Hashtable"
