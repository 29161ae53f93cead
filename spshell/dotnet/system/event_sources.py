"""Objects that tell of events: who listens, by the event's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Handler = Callable[[Any, Any], None]


class EventSource:
    """What objects with events derive from; handlers get the object and what it says, on any thread."""

    events: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.handlers: dict[str, list[Handler]] = {name: [] for name in self.events}

    def event(self, name: str) -> str | None:
        """The spelling of an event's name, None when there is no such event."""
        return next((item for item in self.events if item.lower() == name.lower()), None)

    def listen(self, name: str, handler: Handler) -> None:
        """Call a handler from now on."""
        self.handlers[name].append(handler)

    def forget(self, name: str, handler: Handler) -> None:
        """Call a handler no longer."""
        if handler in self.handlers[name]:
            self.handlers[name].remove(handler)

    def tell(self, name: str, arguments: Any) -> None:
        """The event happened."""
        for handler in list(self.handlers[name]):
            handler(self, arguments)
