"""Events of a session: subscribers, the queue of what nobody acts on, and the objects that scripts see."""

from __future__ import annotations

import itertools
from collections import deque
from typing import TYPE_CHECKING, Any

from spshell.values.declare import field, method, net_class, prop

if TYPE_CHECKING:
    from spshell.dotnet.system.event_sources import EventSource
    from spshell.engine.session import Session

_SMA = "System.Management.Automation."


@net_class(_SMA + "PSEventArgs")
class Event:
    """System.Management.Automation.PSEventArgs: one thing that happened."""

    computer_name: Any = field("string ComputerName {get}")
    runspace_id: Any = field("guid RunspaceId {get}")
    event_identifier: Any = field("int EventIdentifier {get}")
    sender: Any = field("System.Object Sender {get}")
    source_event_args: Any = field("System.EventArgs SourceEventArgs {get}")
    source_args: Any = field("System.Object[] SourceArgs {get}")
    source_identifier: Any = field("string SourceIdentifier {get}")
    time_generated: Any = field("datetime TimeGenerated {get;set}")
    message_data: Any = field("psobject MessageData {get}")

    def __init__(self, number: int, source: str, sender: Any, args: list[Any], data: Any, place: Any) -> None:
        from spshell.dotnet.time.datetimes import LOCAL, DateTime
        from spshell.dotnet.time.local_time import to_local, utc_now

        self.event_identifier = number
        self.source_identifier = source
        self.sender = sender
        self.source_args = args
        self.message_data = data
        self.runspace_id = place
        self.time_generated = DateTime(to_local(utc_now()), LOCAL)

    def ps_text(self) -> str:
        return _SMA + "PSEventArgs"

    to_string = ps_text


@net_class(_SMA + "PSEventJob")
class EventJob:
    """System.Management.Automation.PSEventJob: the action of a subscriber as a job."""

    def __init__(self, subscriber: Subscriber) -> None:
        self.subscriber = subscriber
        self.state_name = "NotStarted"

    @prop("int Id {get}")
    def id(self) -> int:
        return self.subscriber.number

    @prop("string Name {get}")
    def name(self) -> str:
        return self.subscriber.source

    @prop(_SMA + "JobState State {get}")
    def state(self) -> Any:
        from spshell.engine.variables.objects import enum_value

        return enum_value(_SMA + "JobState", self.state_name)

    @prop("bool HasMoreData {get}")
    def has_more_data(self) -> bool:
        return False

    @prop("string PSJobTypeName {get}")
    def type_name(self) -> str | None:
        return None

    @prop("string Location {get}")
    def location(self) -> str:
        return ""

    @prop("string Command {get}")
    def command(self) -> str:
        return str(self.subscriber.block.text)

    @prop("string StatusMessage {get}")
    def status_message(self) -> str:
        return ""

    @method("void StopJob()")
    def stop(self) -> None:
        self.state_name = "Stopped"


@net_class(_SMA + "PSEventSubscriber")
class Subscriber:
    """System.Management.Automation.PSEventSubscriber."""

    def __init__(self, number: int, source: str, block: Any, data: Any, limit: int) -> None:
        self.origin: EventSource | None = None
        self.happening = ""
        self.handler: Any = None
        self.number = number
        self.source = source
        self.block = block
        self.data = data
        self.left = limit
        self.support = False
        self.job = EventJob(self) if block is not None else None

    @prop("int SubscriptionId {get}")
    def subscription_id(self) -> int:
        return self.number

    @prop("System.Object SourceObject {get}")
    def source_object(self) -> Any:
        return self.origin

    @prop("string EventName {get}")
    def event_name(self) -> str:
        return self.happening

    @prop("string SourceIdentifier {get}")
    def source_identifier(self) -> str:
        return self.source

    @prop("System.Object Action {get}")
    def action(self) -> Any:
        return self.job

    @prop("bool SupportEvent {get}")
    def support_event(self) -> bool:
        return self.support

    @prop("bool ForwardEvent {get}")
    def forward_event(self) -> bool:
        return False


EXITING = "PowerShell.Exiting"


class EventTable:
    """What happened and who wants to know, in one session."""

    def __init__(self, session: Session) -> None:
        from spshell.dotnet.system.ids import new_guid

        self.session = session
        self.queue: list[Event] = []
        self.pending: deque[tuple[Subscriber, Any, Any]] = deque()
        self.subscribers: list[Subscriber] = []
        self.numbers = itertools.count(1)
        self.subscriptions = itertools.count(1)
        self.place = new_guid()
        session.at_exit.append(lambda: self.raise_event(EXITING, None, [], None, queued=False))

    def subscribe(self, source: str, block: Any, data: Any, limit: int) -> Subscriber:
        """Add a subscriber; with a block it acts, else its events wait in the queue."""
        made = Subscriber(next(self.subscriptions), source, block, data, limit)
        self.subscribers.append(made)
        return made

    def subscribe_to(
        self, origin: EventSource, happening: str, source: str, block: Any, data: Any, limit: int
    ) -> Subscriber:
        """Add a subscriber to an event of an object; it may happen on another thread and is taken up by `take_up`."""
        made = self.subscribe(source, block, data, limit)
        made.origin, made.happening = origin, happening
        made.handler = lambda sender, said: self.pending.append((made, sender, said))
        origin.listen(happening, made.handler)
        return made

    def unsubscribe(self, subscriber: Subscriber) -> None:
        """End a subscription."""
        if subscriber in self.subscribers:
            self.subscribers.remove(subscriber)
        if subscriber.origin is not None:
            subscriber.origin.forget(subscriber.happening, subscriber.handler)

    def take_up(self) -> None:
        """Act on what happened to objects in the meantime, or put it into the queue."""
        while self.pending:
            subscriber, sender, said = self.pending.popleft()
            if subscriber in self.subscribers:
                self.raise_event(subscriber.source, sender, [sender, said], None, said=said)

    def raise_event(
        self, source: str, sender: Any, args: list[Any], data: Any, *, queued: bool = True, said: Any = None
    ) -> Event:
        """Something happened: those that act do so now; else it is queued."""
        event = Event(next(self.numbers), source, sender, args, data, self.place)
        event.source_event_args = said
        acted = False
        for subscriber in [item for item in self.subscribers if item.source.lower() == source.lower()]:
            if subscriber.data is not None and event.message_data is None:
                event.message_data = subscriber.data
            if subscriber.block is not None:
                acted = True
                self._act(subscriber, event)
            if subscriber.left > 0:
                subscriber.left -= 1
                if subscriber.left == 0:
                    self.unsubscribe(subscriber)
        if not acted and queued:
            self.queue.append(event)
        return event

    def _act(self, subscriber: Subscriber, event: Event) -> None:
        from spshell.engine.calls.calls import call_block
        from spshell.engine.variables.scope import Scope
        from spshell.values.exceptions import NetException

        assert subscriber.job is not None
        subscriber.job.state_name = "Running"
        scope = Scope(self.session, subscriber.block.home or self.session.global_scope)
        scope.vars.update(
            event=event, eventsubscriber=subscriber, sender=event.sender, eventargs=event.source_event_args,
            sourceeventargs=event.source_event_args,
        )  # fmt: skip
        try:
            call_block(subscriber.block, None, list(event.source_args or ()), _drop, scope=scope)
        except NetException as error:
            self.session.record_of(error)  # an action's errors stay its own


def _drop(_value: Any) -> None:
    """What an action writes is kept for its job, which nobody asks here."""


def take_up_events(session: Session) -> None:
    """Act on what happened to objects, where a script has subscribed to anything."""
    table = session.services.get(EventTable)
    if table is not None and table.pending:
        table.take_up()


def events_of(session: Session) -> EventTable:
    """The session's events."""
    table = session.services.get(EventTable)
    if table is None:
        table = session.services[EventTable] = EventTable(session)
    return table
