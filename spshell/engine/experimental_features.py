"""Experimental features: those that are switched on for the user, kept in a configuration file of the user.

The shell has none of its own; modules name theirs in their manifests (about_Experimental_Features is theirs to explain).
"""

from __future__ import annotations

import os

from spshell.values.declare import net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_KEY = "ExperimentalFeatures"


@net_class("System.Management.Automation.ExperimentalFeature")
class ExperimentalFeature:
    """System.Management.Automation.ExperimentalFeature."""

    def __init__(self, name: str, description: str, source: str, *, enabled: bool) -> None:
        self.feature = name
        self.text = description
        self.origin = source
        self.on = enabled

    @prop("string Name {get}")
    def name(self) -> str:
        return self.feature

    @prop("string Description {get}")
    def description(self) -> str:
        return self.text

    @prop("string Source {get}")
    def source(self) -> str:
        return self.origin

    @prop("bool Enabled {get}")
    def enabled(self) -> bool:
        return self.on


def _file() -> str:
    home = os.environ.get("SPSHELL_HOME")
    if not home:
        from platformdirs import user_config_dir

        home = user_config_dir("spshell", appauthor=False)
    return os.path.join(home, "powershell.config.json")


def _settings() -> dict[str, Any]:
    import json

    try:
        with open(_file(), encoding="utf-8") as handle:
            found = json.load(handle)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def enabled_features() -> list[str]:
    """The names of the features that are on."""
    names = _settings().get(_KEY)
    return [str(name) for name in names] if isinstance(names, list) else []


def switch(name: str, *, on: bool) -> None:
    """Switch a feature on or off for the sessions that begin from now on. Raises OSError when that cannot be kept."""
    import json

    settings = _settings()
    rest = [item for item in enabled_features() if item.lower() != name.lower()]
    settings[_KEY] = [*rest, name] if on else rest
    path = _file()
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".new", "w", encoding="utf-8") as handle:
        json.dump(settings, handle, indent=2)
    os.replace(path + ".new", path)


def declared_features(modules: Iterable[Any]) -> list[ExperimentalFeature]:
    """What the manifests of modules name, each name once and sorted."""
    on = {name.lower() for name in enabled_features()}
    found: dict[str, ExperimentalFeature] = {}
    for module in modules:
        for entry in _entries(module.private_data):
            name = str(entry.get("Name") or "")
            if name and name.lower() not in found:
                found[name.lower()] = ExperimentalFeature(
                    name,
                    str(entry.get("Description") or ""),
                    str(module.path or ""),
                    enabled=name.lower() in on,
                )
    return [found[name] for name in sorted(found)]


def _entries(private_data: Any) -> list[Any]:
    data = private_data.get("PSData") if hasattr(private_data, "get") else None
    entries = data.get(_KEY) if data is not None and hasattr(data, "get") else None
    listed = entries if isinstance(entries, list) else [entries]
    return [entry for entry in listed if hasattr(entry, "get")]
