"""The table behind ``$PSDefaultParameterValues`` (about_Parameters_Default_Values)."""

from __future__ import annotations

from spshell.values.declare import net_class
from spshell.values.hashtable import Hashtable


@net_class("System.Management.Automation.DefaultParameterDictionary", base="System.Collections.Hashtable")
class DefaultParameterDictionary(Hashtable):
    """Hashtable of ``Command:Parameter`` keys."""

    __slots__ = ()
