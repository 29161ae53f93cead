"""The worker: every due message is tried once, and a fault of the relay is not tried again and again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from spshell.mail import (
    DeliveryReport,
    Envelope,
    MailWorker,
    Outbox,
    RecordingTransport,
    Relay,
    RelayUnavailable,
    Status,
    drain,
)
from spshell.mail.outbox_records import MailState
from spshell.mail.outcome import Phase, Verdict, accepted, for_all, judge_reply, misconfigured, temporary
from spshell.timer import ManualClock, SystemClock
from tests.mail.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spshell.mail import Outcome
    from spshell.mail.transport import Delivery

RELAYS = {"http://portal": Relay("mail.contoso.test"), "http://my": Relay("other.contoso.test", 587)}


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with Outbox(tmp_path / "farm.outbox.db") as outbox:
        yield outbox


def put(outbox: Outbox, clock: ManualClock, key: str = "http://portal", *recipients: str) -> None:
    envelope = Envelope("farm@contoso.test", recipients or ("a@b.test",))
    outbox.enqueue(message(), envelope, key, clock)


def run(outbox: Outbox, transport: RecordingTransport, clock: ManualClock, **options: int) -> DeliveryReport:
    return asyncio.run(drain(outbox, RELAYS.__getitem__, transport, clock, **options))


def answering(verdict: Verdict) -> RecordingTransport:
    return RecordingTransport(lambda delivery: for_all(delivery.envelope.recipients, verdict))


def test_everything_due_is_delivered_by_the_relay_of_its_key(outbox: Outbox, clock: ManualClock) -> None:
    transport = RecordingTransport()
    put(outbox, clock)
    put(outbox, clock, "http://my", "c@d.test", "e@f.test")
    report = run(outbox, transport, clock)
    assert (report.sent, report.deferred, report.held, report.bounced) == (3, 0, 0, 0)
    assert [delivery.relay for delivery in transport.deliveries] == list(RELAYS.values())
    assert transport.deliveries[1].envelope.recipients == ("c@d.test", "e@f.test")
    assert {row.state for row in outbox.mail()} == {MailState.SENT}
    assert run(outbox, transport, clock).deliveries == []


def test_a_limit_leaves_the_rest_for_later(outbox: Outbox, clock: ManualClock) -> None:
    for _ in range(3):
        put(outbox, clock)
    assert run(outbox, RecordingTransport(), clock, limit=2).sent == 2
    assert run(outbox, RecordingTransport(), clock, limit=2).sent == 1


def test_a_rejected_password_is_one_attempt_however_many_messages_wait(
    outbox: Outbox, clock: ManualClock
) -> None:
    for _ in range(5):
        put(outbox, clock)
    put(outbox, clock, "http://my")
    transport = RecordingTransport(
        lambda delivery: (
            for_all(delivery.envelope.recipients, judge_reply(Phase.AUTH, 535, "5.7.8 no"))
            if delivery.relay.host == "mail.contoso.test"
            else accepted(delivery.envelope.recipients, "250 ok")
        )
    )
    report = run(outbox, transport, clock)
    assert [delivery.relay.host for delivery in transport.deliveries] == [
        "mail.contoso.test",
        "other.contoso.test",
    ]
    assert (report.held, report.sent) == (5, 1)
    clock.advance(timedelta(days=1))
    assert run(outbox, transport, clock).deliveries == []


def test_a_relay_that_is_down_is_asked_once_a_run(outbox: Outbox, clock: ManualClock) -> None:
    for _ in range(5):
        put(outbox, clock)
    transport = answering(temporary(Phase.CONNECT, "refused"))
    assert run(outbox, transport, clock).deferred == 5
    assert len(transport.deliveries) == 1
    clock.advance(timedelta(seconds=66))
    run(outbox, transport, clock)
    assert len(transport.deliveries) == 2


def test_a_refused_message_does_not_stop_the_next(outbox: Outbox, clock: ManualClock) -> None:
    for _ in range(3):
        put(outbox, clock)
    transport = answering(judge_reply(Phase.DOT, 550, "5.6.0 malformed"))
    assert run(outbox, transport, clock).bounced == 3
    assert len(transport.deliveries) == 3


def test_without_settings_the_mail_is_held_with_the_reason(outbox: Outbox, clock: ManualClock) -> None:
    def none(key: str) -> Relay:
        raise RelayUnavailable(f"no SMTP server is set for {key}")

    put(outbox, clock)
    transport = RecordingTransport()
    report = asyncio.run(drain(outbox, none, transport, clock))
    assert transport.deliveries == []
    assert report.held == 1
    assert outbox.mail()[0].reason == "settings: no SMTP server is set for http://portal"


def test_the_report_names_message_recipient_and_verdict(outbox: Outbox, clock: ManualClock) -> None:
    put(outbox, clock)
    (delivered,) = run(outbox, answering(misconfigured(Phase.TLS, "expired")), clock).deliveries
    assert delivered.mail == outbox.mail()[0].id
    assert delivered.recipient == "a@b.test"
    assert delivered.verdict.status is Status.HELD


def test_a_retry_carries_the_same_message(outbox: Outbox, clock: ManualClock) -> None:
    put(outbox, clock)
    transport = answering(temporary(Phase.DOT, "lost"))
    run(outbox, transport, clock)
    clock.advance(timedelta(seconds=66))
    run(outbox, transport, clock)
    first, second = transport.deliveries
    assert first.message == second.message


def settings(revision: str) -> object:
    return lambda key: replace(RELAYS[key], revision=revision)


def rejecting(delivery: Delivery) -> Outcome:
    return for_all(delivery.envelope.recipients, judge_reply(Phase.AUTH, 535, "5.7.8 no"))


def test_a_rejected_login_is_not_tried_again_in_any_run_until_the_settings_change(
    outbox: Outbox, clock: ManualClock
) -> None:
    transport = RecordingTransport(rejecting)
    for _ in range(3):
        put(outbox, clock)
        report = asyncio.run(drain(outbox, settings("1"), transport, clock))
        assert report.held == 1
    assert len(transport.deliveries) == 1
    assert {mail.reason for mail in outbox.mail()} == {"AUTH: 535 5.7.8 no"}
    good = RecordingTransport()
    assert asyncio.run(drain(outbox, settings("2"), good, clock)).sent == 3


def test_resumed_mail_is_tried_with_the_same_settings(outbox: Outbox, clock: ManualClock) -> None:
    put(outbox, clock)
    asyncio.run(drain(outbox, settings("1"), RecordingTransport(rejecting), clock))
    outbox.resume(clock)
    assert asyncio.run(drain(outbox, settings("1"), RecordingTransport(), clock)).sent == 1


def test_mail_held_for_a_certificate_goes_on_when_another_message_gets_through(
    outbox: Outbox, clock: ManualClock
) -> None:
    """The relay's own fault is mended on its side; no setting of ours changes."""
    put(outbox, clock)
    put(outbox, clock, "http://my")
    broken = answering(misconfigured(Phase.TLS, "certificate has expired"))
    assert asyncio.run(drain(outbox, settings("1"), broken, clock)).held == 2
    well = RecordingTransport()
    assert asyncio.run(drain(outbox, settings("1"), well, clock)).deliveries == []
    put(outbox, clock)
    assert asyncio.run(drain(outbox, settings("1"), well, clock)).sent == 2
    assert [mail.relay_key for mail in outbox.mail(MailState.HELD)] == ["http://my"]


def test_mail_that_had_no_settings_goes_when_there_are_some(outbox: Outbox, clock: ManualClock) -> None:
    def none(key: str) -> Relay:
        raise RelayUnavailable("no SMTP server is set")

    put(outbox, clock)
    asyncio.run(drain(outbox, none, RecordingTransport(), clock))
    asyncio.run(drain(outbox, none, RecordingTransport(), clock))
    assert outbox.mail()[0].attempts == 1
    assert asyncio.run(drain(outbox, settings("1"), RecordingTransport(), clock)).sent == 1


def test_mail_that_somebody_holds_back_stays_until_it_is_resumed(outbox: Outbox, clock: ManualClock) -> None:
    put(outbox, clock)
    outbox.hold(clock)
    assert asyncio.run(drain(outbox, settings("2"), RecordingTransport(), clock)).deliveries == []
    put(outbox, clock)
    assert asyncio.run(drain(outbox, settings("2"), RecordingTransport(), clock)).sent == 1
    assert len(outbox.mail(MailState.HELD)) == 1


def test_a_relay_that_was_down_gets_one_probe_and_then_everything_at_once(
    outbox: Outbox, clock: ManualClock
) -> None:
    """The circuit breaker, half open: however long the queue is."""
    for _ in range(20):
        put(outbox, clock)
    down = answering(temporary(Phase.CONNECT, "refused"))
    worker = MailWorker(outbox, settings("1"), down, clock)
    for attempts in range(1, 4):
        assert asyncio.run(worker.drain()).deferred == 20
        assert len(down.deliveries) == attempts
        clock.advance(outbox.next_due() - clock.now() + timedelta(minutes=2))
    assert {mail.attempts for mail in outbox.mail()} == {3}
    put(outbox, clock)
    well = RecordingTransport()
    worker._transport = well
    assert asyncio.run(worker.drain()).sent == 21


def test_a_session_that_fails_beside_others_that_succeed_stops_nobody(
    outbox: Outbox, clock: ManualClock
) -> None:
    for number in range(12):
        put(outbox, clock, "http://portal", f"a{number}@b.test")

    class OneOfThree:
        count = 0

        async def deliver(self, content: bytes, envelope: Envelope, relay: Relay) -> Outcome:
            self.count += 1
            number = self.count
            await asyncio.sleep(0.01 if number % 3 else 0.03)
            if number % 3 == 0:
                return for_all(
                    envelope.recipients, judge_reply(Phase.EHLO, 421, "4.3.2 too many connections")
                )
            return accepted(envelope.recipients, "250 ok")

    report = asyncio.run(drain(outbox, settings("1"), OneOfThree(), clock))
    assert report.sent == 8
    assert report.deferred == 4


def test_two_workers_deliver_each_message_once(outbox: Outbox, clock: ManualClock) -> None:
    for number in range(40):
        put(outbox, clock, "http://portal", f"a{number}@b.test")
    transport = RecordingTransport()

    async def both() -> None:
        with Outbox(outbox.path) as other:
            workers = [MailWorker(each, settings("1"), transport, clock) for each in (outbox, other)]
            await asyncio.gather(*(worker.drain() for worker in workers))

    asyncio.run(both())
    sent = [delivery.envelope.recipients for delivery in transport.deliveries]
    assert len(sent) == len(set(sent)) == 40


def test_a_service_delivers_what_comes_and_ends_when_it_is_told(outbox: Outbox) -> None:
    clock, transport, told = SystemClock(), RecordingTransport(), []

    async def serve() -> None:
        stop = asyncio.Event()
        worker = MailWorker(outbox, settings("1"), transport, clock)
        service = asyncio.ensure_future(worker.run(stop, pause=0.01, told=told.append))
        for number in range(3):
            await asyncio.sleep(0.05)
            with Outbox(outbox.path) as other:
                other.enqueue(message(), Envelope("f@b.test", (f"a{number}@b.test",)), "http://portal", clock)
        while len(transport.deliveries) < 3:  # noqa: ASYNC110 - another process's work is seen by looking
            await asyncio.sleep(0.01)
        stop.set()
        await asyncio.wait_for(service, 2)

    asyncio.run(serve())
    assert sum(report.sent for report in told) == 3


def test_a_disk_that_is_full_for_a_while_loses_nothing(
    outbox: Outbox, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    put(outbox, clock)
    transport = RecordingTransport()

    async def serve() -> None:
        stop, worker = asyncio.Event(), MailWorker(outbox, settings("1"), transport, clock)
        outbox._connection.execute("PRAGMA query_only = 1")
        service = asyncio.ensure_future(worker.run(stop, pause=0.01))
        await asyncio.sleep(0.1)
        assert transport.deliveries == []
        outbox._connection.execute("PRAGMA query_only = 0")
        stop.set()
        await service
        assert (await worker.drain()).sent == 1

    asyncio.run(serve())
    assert "the outbox cannot be written" in caplog.text
