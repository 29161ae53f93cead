"""Addresses are refused, never repaired."""

from __future__ import annotations

import pytest

from spshell.mail import AddressError, Envelope, Mailbox


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ann@contoso.com", "ann@contoso.com"),
        ("Ann.Lee+tag@sub.contoso.com", "Ann.Lee+tag@sub.contoso.com"),
        ("!#$%&'*+-/=?^_`{|}~@contoso.test", "!#$%&'*+-/=?^_`{|}~@contoso.test"),
        ("ann@intranet", "ann@intranet"),
        ("ann@my_server", "ann@my_server"),
        ("ann@bücher.example", "ann@xn--bcher-kva.example"),
        ("ann@[192.0.2.1]", "ann@[192.0.2.1]"),
        ("ann@[IPv6:2001:db8::1]", "ann@[IPv6:2001:db8::1]"),
        ("x" * 64 + "@contoso.test", "x" * 64 + "@contoso.test"),
    ],
)
def test_an_address_goes_out_in_its_wire_form(text: str, address: str) -> None:
    assert Mailbox(text).address == address


@pytest.mark.parametrize(
    "text",
    [
        "", "ann", "@contoso.com", "ann@", "a b@contoso.com", "ann@con toso.com", "ann@contoso..com", ".a@b.test",
        "a.@b.test", "a..b@b.test", "ann@contoso.com\r\nRCPT TO:<evil@x.test>", "ann@contoso.com\n", "ann\0@b.test",
        "ann@contoso.com>", "<ann@contoso.com", "ann@contoso.com, b@c.test", '"quoted"@b.test', "a\u202eb@b.test", "a\u00a0b@b.test",
        "a\ue000b@b.test", "ü" * 33 + "@b.test", "a\ud800@b.test", "a\u0085b@b.test",
        "ann@-bad.test", "ann@bad-.test", "ann@[999.1.1.1]", "ann@[x]", "x" * 65 + "@b.test", "ann@" + "x." * 130 + "y",
        "@route:ann@b.test", "ann@b.test SIZE=1", "DOMAIN\\user", "ann@\u2028.test", "ann@b.test.",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(AddressError):
        Mailbox(text)
    with pytest.raises(AddressError):
        Envelope("farm@contoso.com", (text,))


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("ann@contoso.com", "", "ann@contoso.com"),
        ("<ann@contoso.com>", "", "ann@contoso.com"),
        ("Ann Lee <ann@contoso.com>", "Ann Lee", "ann@contoso.com"),
        ('"Lee, Ann" <ann@contoso.com>', "Lee, Ann", "ann@contoso.com"),
        (r'"O\"Brien" <ann@contoso.com>', 'O"Brien', "ann@contoso.com"),
        ("x <y@z.test> <ann@contoso.com>", "x <y@z.test>", "ann@contoso.com"),
    ],
)
def test_a_mailbox_is_read_from_text(text: str, name: str, address: str) -> None:
    assert Mailbox.parse(text) == Mailbox(address, name)


def test_a_name_cannot_smuggle_an_address_in() -> None:
    """CVE-2023-27043: alice@example.org<bob@example.com> is bob's."""
    assert Mailbox.parse("alice@example.org<bob@example.com>").address == "bob@example.com"


def test_a_from_setting_may_be_a_friendly_name() -> None:
    assert Mailbox.from_setting("Site administrator", "portal.contoso.com") == Mailbox(
        "noreply@portal.contoso.com", "Site administrator"
    )
    assert Mailbox.from_setting("Admin", "192.0.2.1").address == "noreply@[192.0.2.1]"
    assert Mailbox.from_setting("Admin", "[2001:db8::1]").address == "noreply@[IPv6:2001:db8::1]"
    assert Mailbox.from_setting("ops@contoso.com", "portal") == Mailbox("ops@contoso.com")
    with pytest.raises(AddressError):
        Mailbox.from_setting(" ", "portal")


def test_an_envelope_names_each_recipient_once_and_may_have_no_sender() -> None:
    envelope = Envelope("", ("a@b.test", "c@b.test", "a@b.test"))
    assert envelope.recipients == ("a@b.test", "c@b.test")
    assert envelope.mail_from == ""
    with pytest.raises(AddressError):
        Envelope("farm@b.test", ())


def test_letters_of_the_world_before_the_at_and_a_labels_behind_it() -> None:
    """RFC 6531 and IDNA: the first needs a relay with SMTPUTF8, the second none."""
    mailbox = Mailbox("ju\u0308rgen@stra\u00dfe.test")
    assert (mailbox.local, mailbox.domain, mailbox.needs_utf8) == ("j\u00fcrgen", "xn--strae-oqa.test", True)
    assert not Mailbox("ann@b\u00fccher.test").needs_utf8
    with pytest.raises(AddressError):
        Mailbox("ann@\u2488.test")
