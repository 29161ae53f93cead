"""The outbox: nothing is lost, nothing is sent twice without need, and everything can be looked at."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from spshell.mail import Envelope, Mailbox, Outbox, Outcome
from spshell.mail.outbox_file import OutboxFileError
from spshell.mail.outbox_records import MailState
from spshell.mail.outcome import Phase, accepted, for_all, judge_reply, misconfigured, temporary
from spshell.mail.parse_back import ParseBackError
from spshell.mail.priority import Priority
from spshell.mail.retry import next_attempt
from spshell.timer import ManualClock
from tests.mail.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ENVELOPE = Envelope("farm@contoso.test", ("a@b.test", "c@d.test"))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with Outbox(tmp_path / "farm.outbox.db") as outbox:
        yield outbox


def states(outbox: Outbox) -> dict[str, str]:
    return {mail.recipient: mail.state.value for mail in outbox.mail()}


def test_an_enqueued_message_is_there_for_another_process(outbox: Outbox, clock: ManualClock) -> None:
    mail = outbox.enqueue(message(), ENVELOPE, "http://portal", clock)
    with Outbox(outbox.path) as other:
        first, second = other.mail()
        assert (first.id, first.recipient, second.recipient) == (mail, "a@b.test", "c@d.test")
        assert (first.state, first.attempts, first.relay_key) == (MailState.QUEUED, 0, "http://portal")
        assert (first.subject, first.mail_from) == ("Report was added", "farm@contoso.test")
        assert (first.created, first.next_attempt) == (clock.now(), clock.now())
        assert first.message_id == message().message_id
        assert other.content(mail) == message().content()


def test_the_file_is_for_its_owner_only(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    modes = {path.name: path.stat().st_mode & 0o777 for path in outbox.path.parent.iterdir()}
    assert set(modes.values()) == {0o600}, modes


def test_a_claim_counts_the_attempt_before_anything_is_sent(outbox: Outbox, clock: ManualClock) -> None:
    mail = outbox.enqueue(message(), ENVELOPE, "k", clock)
    claim = outbox.claim(clock)
    assert (claim.mail, claim.relay_key, claim.envelope) == (mail, "k", ENVELOPE)
    assert claim.content == message().content()
    with Outbox(outbox.path) as other:
        assert {(row.state, row.attempts) for row in other.mail()} == {(MailState.SENDING, 1)}


def test_a_claimed_message_is_nobody_elses_until_the_lease_ends(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    first = outbox.claim(clock)
    assert outbox.claim(clock) is None
    clock.advance(timedelta(minutes=10))
    second = outbox.claim(clock)
    assert second.content == first.content
    outbox.settle(first, accepted(ENVELOPE.recipients, "250 ok"), clock)
    assert set(states(outbox).values()) == {"sending"}, "the first claim is no longer worth anything"
    outbox.settle(second, accepted(ENVELOPE.recipients, "250 ok"), clock)
    assert set(states(outbox).values()) == {"sent"}


def test_every_recipient_has_a_fate_of_its_own(outbox: Outbox, clock: ManualClock) -> None:
    envelope = Envelope("f@b.test", ("sent@b.test", "gone@b.test", "full@b.test"))
    outbox.enqueue(message(), envelope, "k", clock)
    ok = accepted(["sent@b.test"], "250 2.0.0 taken").verdicts["sent@b.test"]
    outcome = Outcome(
        {
            "sent@b.test": ok,
            "gone@b.test": judge_reply(Phase.RCPT, 550, "5.1.1 unknown"),
            "full@b.test": judge_reply(Phase.RCPT, 452, "4.2.2 full"),
        }
    )
    outbox.settle(outbox.claim(clock), outcome, clock)
    assert states(outbox) == {"sent@b.test": "sent", "gone@b.test": "bounced", "full@b.test": "deferred"}
    sent, gone, full = outbox.mail()
    assert sent.reason == "end of data: 250 2.0.0 taken"
    assert (gone.reason, gone.phase) == ("RCPT: 550 5.1.1 unknown", "RCPT")
    assert abs(full.next_attempt - clock.now() - timedelta(minutes=1)) <= timedelta(seconds=6)
    clock.advance(timedelta(seconds=66))
    assert outbox.claim(clock).envelope.recipients == ("full@b.test",)


@pytest.mark.parametrize(
    ("priority", "hours"), [(Priority.ALERT, 48), (Priority.DIGEST, 48), (Priority.ADMINISTRATION, 120)]
)
def test_retries_become_rarer_and_end_when_the_message_is_stale(
    outbox: Outbox, clock: ManualClock, priority: Priority, hours: int
) -> None:
    outbox.enqueue(message(), Envelope("f@b.test", ("a@b.test",)), "k", clock, priority=priority)
    began, waits = clock.now(), []
    while (claim := outbox.claim(clock)) is not None:
        outbox.settle(claim, for_all(["a@b.test"], temporary(Phase.CONNECT, "refused")), clock)
        (row,) = outbox.mail()
        if row.state is MailState.BOUNCED:
            break
        waits.append((row.next_attempt - clock.now()) / timedelta(minutes=1))
        clock.advance(row.next_attempt - clock.now())
    for wait, minutes in zip(waits, [1, 2, 5, 10, 20, 30, 60, 60], strict=False):
        assert 0.9 * minutes <= wait <= 1.1 * minutes
    assert hours <= (clock.now() - began) / timedelta(hours=1) < hours + 2
    assert row.reason.endswith(f"given up after {hours} hours; last: refused")


def test_a_held_message_waits_until_it_is_resumed(outbox: Outbox, clock: ManualClock) -> None:
    mail = outbox.enqueue(message(), ENVELOPE, "k", clock)
    verdict = misconfigured(Phase.AUTH, "the key is missing")
    outbox.settle(outbox.claim(clock), for_all(ENVELOPE.recipients, verdict), clock)
    clock.advance(timedelta(days=30))
    assert outbox.claim(clock) is None
    assert outbox.resume(clock, [uuid4()]) == 0
    assert outbox.resume(clock, [mail]) == 2
    assert outbox.claim(clock).mail == mail


def test_a_message_can_be_held_back_and_removed(outbox: Outbox, clock: ManualClock) -> None:
    first, second = (outbox.enqueue(message(), ENVELOPE, "k", clock) for _ in range(2))
    assert outbox.hold(clock, [first]) == 2
    assert outbox.claim(clock).mail == second
    assert outbox.remove(first)
    assert not outbox.remove(first)
    assert {row.id for row in outbox.mail()} == {second}
    with pytest.raises(KeyError):
        outbox.content(first)


def test_one_state_can_be_asked_for(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    assert len(outbox.mail(MailState.QUEUED)) == 2
    assert outbox.mail(MailState.HELD) == []


def test_the_oldest_due_message_goes_first(outbox: Outbox, clock: ManualClock) -> None:
    mails = []
    for _ in range(3):
        mails.append(outbox.enqueue(message(), ENVELOPE, "k", clock))
        clock.advance(timedelta(seconds=1))
    assert [outbox.claim(clock).mail for _ in range(3)] == mails


def test_a_message_that_does_not_read_back_is_kept_and_never_sent(
    outbox: Outbox, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(meant: object, content: bytes) -> None:
        raise ParseBackError("To reads back differently", content)

    monkeypatch.setattr("spshell.mail.parse_back.check", refuse)
    mail = outbox.enqueue(message(), ENVELOPE, "k", clock)
    assert {row.state for row in outbox.mail()} == {MailState.QUARANTINED}
    assert outbox.mail()[0].reason == "To reads back differently"
    assert outbox.content(mail).startswith(b"Date: ")
    assert outbox.claim(clock) is None
    assert outbox.resume(clock) == 0


def test_bytes_that_changed_on_disk_are_quarantined_and_the_others_flow(
    outbox: Outbox, clock: ManualClock
) -> None:
    spoiled = outbox.enqueue(message(), ENVELOPE, "k", clock)
    whole = outbox.enqueue(message(), ENVELOPE, "k", clock)
    with sqlite3.connect(outbox.path) as connection:
        connection.execute("UPDATE mail SET content = zeroblob(3) WHERE id = ?", (str(spoiled),))
    connection.close()
    assert outbox.claim(clock).mail == whole
    assert {row.id for row in outbox.mail(MailState.QUARANTINED)} == {spoiled}


def test_only_one_of_many_claims_succeeds(outbox: Outbox, clock: ManualClock) -> None:
    for _ in range(10):
        outbox.enqueue(message(), ENVELOPE, "k", clock)
    claimed: list[object] = []
    gate = threading.Barrier(4)

    def work() -> None:
        with Outbox(outbox.path) as mine:
            gate.wait()
            while (claim := mine.claim(clock)) is not None:
                claimed.append(claim.mail)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(claimed) == len(set(claimed)) == 10


def test_a_file_that_is_no_outbox_is_refused(tmp_path: Path) -> None:
    content = b"no database at all, but long enough to be read as one" * 10
    path = tmp_path / "farm.outbox.db"
    path.write_bytes(content)
    with pytest.raises(OutboxFileError):
        Outbox(path).mail()
    assert path.read_bytes() == content


def test_an_outbox_of_a_later_version_is_refused(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    with sqlite3.connect(outbox.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(OutboxFileError, match="99"):
        Outbox(outbox.path).mail()


def test_a_naughty_subject_is_one_line_in_lists(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(subject="a\r\nb\x1b[31m", to=(Mailbox("x@y.test"),)), ENVELOPE, "k", clock)
    assert outbox.mail()[0].subject == "a b [31m"


def test_the_first_retry_comes_within_a_minute() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    assert next_attempt(0, now, 0) == next_attempt(1, now, 0) == now + timedelta(minutes=1)
    assert next_attempt(1, now, 1) - next_attempt(1, now, -1) == timedelta(seconds=12)


def test_a_message_about_the_same_thing_is_kept_once(outbox: Outbox, clock: ManualClock) -> None:
    first, again = (outbox.enqueue(message(), ENVELOPE, "k", clock, key="alert 1, event 7") for _ in range(2))
    assert first == again
    assert outbox.enqueue(message(), ENVELOPE, "k", clock, key="alert 1, event 8") != first
    assert len(outbox.mail()) == 4


def test_a_batch_is_kept_whole_or_not_at_all_with_what_the_caller_writes(
    outbox: Outbox, clock: ManualClock
) -> None:
    with pytest.raises(ZeroDivisionError), outbox.batch() as connection:
        connection.execute("CREATE TABLE event (number INTEGER)")
        outbox.enqueue(message(), ENVELOPE, "k", clock)
        raise ZeroDivisionError
    assert outbox.mail() == []
    with outbox.batch() as connection:
        connection.execute("CREATE TABLE event (number INTEGER)")
        for _ in range(3):
            outbox.enqueue(message(), ENVELOPE, "k", clock)
    assert len(outbox.mail()) == 6


def test_what_is_more_urgent_leaves_first(outbox: Outbox, clock: ManualClock) -> None:
    order = [
        Priority.DIGEST,
        Priority.ALERT,
        Priority.ADMINISTRATION,
        Priority.REQUEST,
        Priority.ADMINISTRATION,
    ]
    mails = [outbox.enqueue(message(), ENVELOPE, "k", clock, priority=priority) for priority in order]
    claimed = [claim.mail for claim in outbox.turn(clock, (), 3)] + [
        outbox.claim(clock).mail,
        outbox.claim(clock).mail,
    ]
    assert claimed == [mails[2], mails[4], mails[3], mails[1], mails[0]]


def test_a_mailbox_that_does_not_exist_is_written_to_three_times(outbox: Outbox, clock: ManualClock) -> None:
    gone = Envelope("f@b.test", ("Gone@b.test",))
    for _ in range(3):
        outbox.enqueue(message(), gone, "k", clock)
        outcome = for_all(gone.recipients, judge_reply(Phase.RCPT, 550, "5.1.1 unknown"))
        outbox.settle(outbox.claim(clock), outcome, clock)
    outbox.enqueue(message(), Envelope("f@b.test", ("gone@b.test", "ann@b.test")), "k", clock)
    assert outbox.claim(clock).envelope.recipients == ("ann@b.test",)
    suppressed = outbox.mail()[3]
    assert suppressed.state is MailState.BOUNCED
    assert suppressed.reason == "suppressed after 3 bounces; last: RCPT: 550 5.1.1 unknown"
    assert [each.is_active for each in outbox.suppressed()] == [True]
    assert outbox.unsuppress("GONE@b.test")
    outbox.enqueue(message(), gone, "k", clock)
    assert outbox.claim(clock).envelope.recipients == ("Gone@b.test",)


@pytest.mark.parametrize(
    ("code", "text"), [(552, "5.2.2 full"), (550, "5.7.1 no relaying"), (452, "4.2.2 full")]
)
def test_other_refusals_are_no_bounces(outbox: Outbox, clock: ManualClock, code: int, text: str) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    outbox.settle(
        outbox.claim(clock), for_all(ENVELOPE.recipients, judge_reply(Phase.RCPT, code, text)), clock
    )
    assert outbox.suppressed() == []


def test_a_message_taken_makes_the_bounces_forgotten(outbox: Outbox, clock: ManualClock) -> None:
    gone = Envelope("f@b.test", ("a@b.test",))
    for outcome in (
        for_all(gone.recipients, judge_reply(Phase.RCPT, 550, "5.1.1 unknown")),
        accepted(gone.recipients, "250 ok"),
    ):
        outbox.enqueue(message(), gone, "k", clock)
        outbox.settle(outbox.claim(clock), outcome, clock)
    assert outbox.suppressed() == []


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=-1), timedelta(days=-400)])
def test_a_clock_that_is_set_back_delays_nothing_by_more_than_an_hour(
    outbox: Outbox, clock: ManualClock, jump: timedelta
) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    outbox.settle(outbox.claim(clock), for_all(ENVELOPE.recipients, temporary(Phase.DOT, "lost")), clock)
    clock.advance(jump)
    outbox.mend_clock(clock)
    assert outbox.next_due() - clock.now() <= timedelta(hours=1)


def test_a_clock_that_is_set_forward_gives_up_nothing(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    clock.advance(timedelta(days=4000))
    outbox.settle(outbox.claim(clock), for_all(ENVELOPE.recipients, temporary(Phase.DOT, "lost")), clock)
    assert {mail.state for mail in outbox.mail()} == {MailState.DEFERRED}


def test_what_is_done_is_forgotten_after_a_while(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    outbox.settle(outbox.claim(clock), accepted(ENVELOPE.recipients, "250 ok"), clock)
    waiting = outbox.enqueue(message(), ENVELOPE, "k", clock)
    assert outbox.prune(clock) == 0
    clock.advance(timedelta(days=15))
    assert outbox.prune(clock) == 1
    assert {mail.id for mail in outbox.mail()} == {waiting}


def test_a_lease_is_renewed_while_its_worker_lives(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    claim = outbox.claim(clock)
    for _ in range(3):
        clock.advance(timedelta(seconds=50))
        assert outbox.claim(clock) is None
        outbox.renew([claim], clock)
    clock.advance(timedelta(seconds=61))
    assert outbox.claim(clock) is not None


def test_an_outbox_of_the_first_format_goes_on(outbox: Outbox, clock: ManualClock) -> None:
    outbox.enqueue(message(), ENVELOPE, "k", clock)
    outbox.close()
    with sqlite3.connect(outbox.path) as connection:
        for statement in (
            "DROP INDEX due",
            "DROP INDEX said",
            "DROP TABLE suppression",
            "ALTER TABLE mail DROP COLUMN priority",
            "ALTER TABLE mail DROP COLUMN key",
            "ALTER TABLE recipient DROP COLUMN priority",
            "PRAGMA user_version = 1",
            "CREATE INDEX due ON recipient (next_attempt, number) WHERE state IN ('queued', 'deferred', 'sending')",
        ):
            connection.execute(statement)
    connection.close()
    assert outbox.enqueue(message(), ENVELOPE, "k", clock, key="x")
    assert len(outbox.turn(clock, (), 5)) == 2


_WORKER = textwrap.dedent("""
    import asyncio, os, sys
    from datetime import datetime, timedelta, UTC
    from spshell.mail import Outbox, drain
    from spshell.mail.outcome import accepted
    from spshell.timer import SystemClock
    from tests.mail.messages import message
    from spshell.mail import Envelope, Relay

    outbox, delivered = Outbox(sys.argv[1]), open(sys.argv[2], "ab", buffering=0)

    class Later:  # every lease of the killed has ended
        def now(self):
            return datetime.now(UTC) + timedelta(minutes=int(sys.argv[3]) * 11)

    class Transport:
        async def deliver(self, content, envelope, relay):
            delivered.write(content.split(b"Message-ID: <")[1].split(b"@")[0] + b"\\n")
            return accepted(envelope.recipients, "250 ok")

    print("ready", flush=True)
    while True:
        mail = message(id=os.urandom(8).hex())
        outbox.enqueue(mail, Envelope("f@b.test", ("a@b.test",)), "k", Later())
        print(mail.id, flush=True)
        asyncio.run(drain(outbox, lambda key: Relay("mail"), Transport(), Later()))
""")


def test_a_killed_worker_loses_nothing_and_repeats_one_message_at_most(tmp_path: Path) -> None:
    """What was acknowledged to the caller before the kill is delivered after it."""
    path, delivered = tmp_path / "farm.outbox.db", tmp_path / "delivered"
    acknowledged: list[str] = []
    kills = 10
    for number in range(kills):
        process = subprocess.Popen(
            [sys.executable, "-c", _WORKER, path, delivered, str(number)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert process.stdout.readline() == "ready\n"
        acknowledged += [process.stdout.readline().strip() for _ in range(1 + number)]
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        acknowledged += [line for line in rest.split("\n")[:-1] if line]
    with Outbox(path) as outbox:
        clock = ManualClock(datetime.now(UTC) + timedelta(days=1))
        rest = []
        while (claim := outbox.claim(clock)) is not None:
            rest.append(claim.content.split(b"Message-ID: <")[1].split(b"@")[0].decode())
            outbox.settle(claim, accepted(claim.envelope.recipients, "250 ok"), clock)
    sent = delivered.read_text().split() + rest
    assert set(acknowledged) <= set(sent)
    assert len(sent) - len(set(sent)) <= kills
