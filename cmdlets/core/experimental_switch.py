"""Switching experimental features on and off: what both commands do."""

from __future__ import annotations

from typing import Any

from cmdlets.core.messages import core_fault
from cmdlets.core.module_folders import available_modules
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.experimental_features import declared_features, switch


class ExperimentalSwitch(Cmdlet):
    """Switch experimental features."""

    on = True

    name: Any = parameter("string[]", position=0, mandatory=True, by_name=True, help="Which features.")
    scope: Any = parameter(
        "System.Management.Automation.Configuration.ConfigScope",
        name="Scope",
        help="For the user or for everybody; here it is the user either way.",
    )

    def process(self) -> None:
        known = {
            item.feature.lower(): item.feature for item in declared_features(available_modules(self.session))
        }
        for name in self.name:
            spelled = known.get(name.lower())
            if spelled is None:
                self.write_error(core_fault("ItemNotFoundException", name, target=name))
            elif self.should_process(spelled):
                switch(spelled, on=self.on)

    def end(self) -> None:
        self.write_warning("Experimental features are switched when a session begins: start a new one.")
