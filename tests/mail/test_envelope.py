"""Who a message is from: settings, impersonated user and override, in every combination."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spshell.mail import Mailbox, Sender, resolve_sender
from tests.mail.messages import ANN, FARM, HELP, SETTINGS


@pytest.mark.parametrize("override", [None, False, True])
def test_farm_mail_is_from_the_configured_address(override: bool | None) -> None:
    settings = replace(SETTINGS, override_envelope_sender=override)
    assert resolve_sender(settings) == Sender("farm@contoso.test", FARM, None, HELP)


@pytest.mark.parametrize("override", [None, False])
def test_impersonated_mail_is_from_the_user_and_bounces_to_the_farm(override: bool | None) -> None:
    settings = replace(SETTINGS, override_envelope_sender=override)
    assert resolve_sender(settings, ANN) == Sender("farm@contoso.test", ANN, FARM, ANN)


def test_the_override_puts_the_configured_from_and_reply_to_back() -> None:
    settings = replace(SETTINGS, override_envelope_sender=True)
    assert resolve_sender(settings, ANN) == resolve_sender(settings)


def test_the_users_address_may_stand_in_the_envelope_when_that_is_asked_for() -> None:
    settings = replace(SETTINGS, impersonate_envelope=True)
    assert resolve_sender(settings, ANN).mail_from == "ann@contoso.test"


def test_a_user_who_is_the_farms_address_needs_no_sender_field() -> None:
    same = Mailbox("FARM@contoso.test", "The Farm")
    assert resolve_sender(SETTINGS, same).sender is None


def test_the_envelope_takes_recipients_from_its_caller_only() -> None:
    envelope = resolve_sender(SETTINGS, ANN).envelope("a@b.test")
    assert (envelope.mail_from, envelope.recipients) == ("farm@contoso.test", ("a@b.test",))
