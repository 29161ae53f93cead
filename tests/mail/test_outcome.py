"""What an answer means depends on its code and on where it came."""

from __future__ import annotations

import pytest

from spshell.mail.outcome import (
    Nature,
    Outcome,
    Phase,
    Scope,
    Status,
    accepted,
    for_all,
    judge_reply,
    misconfigured,
    temporary,
)

SETTINGS = [Phase.CONNECT, Phase.BANNER, Phase.EHLO, Phase.STARTTLS, Phase.TLS, Phase.AUTH]
MESSAGE = [Phase.MAIL, Phase.DATA, Phase.DOT]


@pytest.mark.parametrize("phase", SETTINGS)
@pytest.mark.parametrize("code", [500, 502, 530, 535, 550, 554])
def test_a_refusal_before_the_first_message_is_a_fault_of_the_settings(phase: Phase, code: int) -> None:
    verdict = judge_reply(phase, code, "no")
    assert (verdict.nature, verdict.scope, verdict.status) == (Nature.CONFIGURATION, Scope.RELAY, Status.HELD)


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("code", [421, 450, 451, 452, 454])
def test_a_4xx_passes_wherever_it_comes(phase: Phase, code: int) -> None:
    assert judge_reply(phase, code, "later").status is Status.DEFERRED


@pytest.mark.parametrize("phase", MESSAGE)
@pytest.mark.parametrize("code", [550, 552, 553, 554])
def test_a_5xx_to_the_message_bounces_the_message(phase: Phase, code: int) -> None:
    verdict = judge_reply(phase, code, "no")
    assert (verdict.nature, verdict.scope) == (Nature.PERMANENT, Scope.MESSAGE)


def test_a_5xx_to_a_recipient_concerns_that_recipient() -> None:
    verdict = judge_reply(Phase.RCPT, 550, "5.1.1 no such user")
    assert (verdict.status, verdict.scope, verdict.enhanced) == (Status.BOUNCED, Scope.RECIPIENT, "5.1.1")


@pytest.mark.parametrize("phase", [*MESSAGE, Phase.RCPT])
@pytest.mark.parametrize(
    "text", ["5.7.1 relay access denied", "5.7.60 may not send as this sender", "5.7.64 tenant"]
)
def test_a_missing_right_is_held_and_concerns_no_other_message(phase: Phase, text: str) -> None:
    verdict = judge_reply(phase, 550, text)
    assert verdict.status is Status.HELD
    assert verdict.scope in (Scope.MESSAGE, Scope.RECIPIENT)


def test_an_old_552_to_a_recipient_means_too_many_of_them() -> None:
    assert judge_reply(Phase.RCPT, 552, "too many").status is Status.DEFERRED


@pytest.mark.parametrize("phase", [*MESSAGE, Phase.RCPT])
def test_authentication_required_is_a_fault_of_the_settings_at_any_command(phase: Phase) -> None:
    assert judge_reply(phase, 530, "5.7.0 authentication required").status is Status.HELD


def test_a_password_that_must_be_changed_is_not_waited_for() -> None:
    assert judge_reply(Phase.AUTH, 432, "4.7.12 a transition is needed").status is Status.HELD


@pytest.mark.parametrize("phase", [*MESSAGE, Phase.RCPT])
def test_a_closing_service_says_nothing_about_the_message(phase: Phase) -> None:
    assert judge_reply(phase, 421, "closing").scope is Scope.SESSION


@pytest.mark.parametrize(
    ("text", "enhanced"),
    [("5.7.60 no", "5.7.60"), ("no 5.7.60", None), ("5.7", None), ("5.7.1234 x", None), ("", None)],
)
def test_an_enhanced_code_stands_first(text: str, enhanced: str | None) -> None:
    assert judge_reply(Phase.DOT, 550, text).enhanced == enhanced


def test_failures_without_a_reply() -> None:
    assert temporary(Phase.DOT, "lost").status is Status.DEFERRED
    assert misconfigured(Phase.TLS, "expired").status is Status.HELD
    assert str(misconfigured(Phase.TLS, "expired")) == "TLS: expired"


def test_an_outcome_is_asked_by_recipient() -> None:
    outcome = accepted(["a@b.test"], "250 2.0.0 ok")
    assert outcome["a@b.test"] is Status.SENT
    assert str(outcome.verdicts["a@b.test"]) == "end of data: 250 2.0.0 ok"
    assert outcome.relay_verdict is None
    failed = for_all(["a@b.test", "c@b.test"], temporary(Phase.CONNECT, "refused"))
    assert failed.relay_verdict == failed.verdicts["c@b.test"]
    with pytest.raises(KeyError):
        Outcome({})["a@b.test"]
