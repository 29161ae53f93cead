r"""The Exchange side: rights on a receive connector decide what the lab relay takes, each by itself (R21, R22)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from spshell.farm.receive_connector import find_connector
from spshell.farm.site import find_web
from spshell.mail import Credential, Envelope, Outcome, Relay
from spshell.mail.lab import LabRelay
from spshell.mail.lab.connector import RIGHTS, Connector, login_key
from spshell.mail.smtp import SmtpTransport
from spshell.values.exceptions import NetException
from tests.farm.farms import CANARY, PORTAL, SITE, Shell, make_farm, trust

USER, DOMAIN = "svc-sharepoint@corp.test", "corp.test"
SUBMIT, ANY_RECIPIENT, ANY_SENDER, OWN_SENDER, HEADERS = RIGHTS


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = make_farm(tmp_path)
    shell.run(
        "$null = New-ReceiveConnector SharePoint -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 127.0.0.0/8"
    )
    return shell


@pytest.fixture
def lab(shell: Shell) -> Iterator[LabRelay]:
    with LabRelay(
        {USER: CANARY}, connector=lambda: find_connector(shell.farm, "SharePoint").rules((DOMAIN,))
    ) as lab:
        yield lab


def grant(shell: Shell, *rights: str, more: str = "") -> None:
    shell.run(
        f"$null = Get-ReceiveConnector SharePoint | Add-ADPermission -User 'CORP\\svc-sharepoint' -ExtendedRights {','.join(rights)} {more}"
    )


def message(sender: str) -> bytes:
    text = f"Received: from sp1\r\n\tby sp2\r\nFrom: {sender}\r\nSubject: x\r\nReceived: one more\r\n\r\nReceived: in the text\r\n"
    return text.encode()


def send(lab: LabRelay, sender: str = USER, recipient: str = f"ann@{DOMAIN}", **changes: Any) -> str:
    """The last reply, or "sent"."""
    import asyncio

    facts: dict[str, Any] = {
        "credentials": lambda: Credential(USER, CANARY),
        "trust_roots": (lab.authority.certificate,),
        "system_trust": False,
    }
    relay = Relay(lab.host, lab.port, **facts | changes)
    envelope = Envelope(sender, (recipient,))
    outcome: Outcome = asyncio.run(SmtpTransport().deliver(message(sender), envelope, relay))
    verdict = outcome.verdicts[recipient]
    return "sent" if outcome[recipient].value == "sent" else f"{verdict.code} {verdict.text}"


def test_without_submit_nothing_is_taken(shell: Shell, lab: LabRelay) -> None:
    assert send(lab).startswith("550 5.7.1 Client does not have permissions to submit")
    grant(shell, SUBMIT)
    assert send(lab) == "sent"


@pytest.mark.parametrize(
    ("right", "sender", "recipient", "refusal"),
    [
        (ANY_RECIPIENT, USER, "x@elsewhere.test", "550 5.7.54"),
        (ANY_SENDER, "x@elsewhere.test", f"ann@{DOMAIN}", "550 5.7.60"),
        (OWN_SENDER, f"ben@{DOMAIN}", f"ann@{DOMAIN}", "550 5.7.60"),
    ],
)
def test_each_right_opens_what_it_is_for_and_no_more(
    shell: Shell, lab: LabRelay, right: str, sender: str, recipient: str, refusal: str
) -> None:
    grant(shell, SUBMIT, *(each for each in (ANY_RECIPIENT, ANY_SENDER, OWN_SENDER) if each != right))
    assert send(lab, sender, recipient).startswith(refusal)
    grant(shell, right)
    assert send(lab, sender, recipient) == "sent"
    shell.run(
        f"Get-ReceiveConnector SharePoint | Remove-ADPermission -User svc-sharepoint -ExtendedRights {right}"
    )
    assert send(lab, sender, recipient).startswith(refusal)
    grant(shell, right)
    grant(shell, right, more="-Deny")
    assert send(lab, sender, recipient).startswith(refusal)


def test_without_the_headers_right_received_fields_are_stripped(shell: Shell, lab: LabRelay) -> None:
    grant(shell, SUBMIT)
    send(lab)
    grant(shell, HEADERS)
    send(lab)
    stripped, whole = (each.content for each in lab.messages)
    assert stripped == b"From: " + USER.encode() + b"\r\nSubject: x\r\n\r\nReceived: in the text\r\n"
    assert whole == message(USER)


def test_a_from_header_that_is_somebody_else_is_refused_at_the_end(shell: Shell, lab: LabRelay) -> None:
    """
    R20: an access request keeps the farm in the envelope, so the refusal comes after the message; the mail is held, not lost.
    """
    trust(shell.farm, lab.authority.certificate)
    grant(shell, SUBMIT)
    shell.run(f"""
        Set-SPApplicationCredentialKey (ConvertTo-SecureString 'Some-Key-Password-1!' -AsPlainText -Force)
        $c = [pscredential]::new('{USER}', (ConvertTo-SecureString '{CANARY}' -AsPlainText -Force))
        Set-SPWebApplication {PORTAL} -SMTPServer {lab.host} -SMTPServerPort {lab.port} -OutgoingEmailAddress {USER} -SMTPCredentials $c
        $null = Send-SPMail ann@corp.test plain x -WebApplication {PORTAL}
    """)
    assert len(lab.messages) == 1
    web = find_web(shell.farm, SITE)
    shell.run(
        f"New-SPAccessRequest -Web {SITE} -User 'CORP\\ben' -ErrorAction SilentlyContinue -WarningAction SilentlyContinue | Out-Null"
    )
    assert web is not None
    found = shell.run("Get-SPOutboundMail -State Held | ForEach-Object Reason")
    assert all("5.7.60" in str(reason) for reason in found)
    assert len(found) == 1
    grant(shell, OWN_SENDER)
    shell.run("Get-SPOutboundMail -State Held | Resume-SPOutboundMail; $null = Start-SPMailDelivery")
    assert lab.messages[-1].field("From") == "Ben Ode <ben@corp.test>"


def test_an_externally_secured_connector_takes_anonymous_mail_from_its_addresses_only(shell: Shell) -> None:
    shell.run(
        "Set-ReceiveConnector SharePoint -PermissionGroups ExchangeServers -AuthMechanism ExternalAuthoritative, Tls"
    )
    with LabRelay(connector=lambda: find_connector(shell.farm, "SharePoint").rules((DOMAIN,))) as lab:
        assert send(lab, f"ben@{DOMAIN}", "x@elsewhere.test", credentials=None) == "sent"
        shell.run("Set-ReceiveConnector SharePoint -RemoteIPRanges 10.1.2.3, 10.2.0.0-10.2.0.9")
        assert send(lab, f"ben@{DOMAIN}", credentials=None).startswith(
            "550 5.7.1 this connector is not for your address"
        )
        shell.run(
            "Set-ReceiveConnector SharePoint -RemoteIPRanges 127.0.0.1 -PermissionGroups None -AuthMechanism Tls"
        )
        assert send(lab, f"ben@{DOMAIN}", credentials=None).startswith("530 5.7.57")
    assert len(lab.messages) == 1


def error_id(shell: Shell, script: str) -> str:
    with pytest.raises(NetException) as caught:
        shell.run(script)
    return str(caught.value.error_id)


def test_the_documents_one_liner_and_what_it_shows(shell: Shell) -> None:
    shell.run(
        'Get-ReceiveConnector "Client Proxy EX01" | Add-ADPermission -User "CORP\\svc" -ExtendedRights '
        "ms-Exch-SMTP-Submit,ms-exch-smtp-accept-any-recipient | Out-Null"
    )
    shown = shell.run(
        'Get-ReceiveConnector "Client Proxy EX01" | Get-ADPermission -User svc | ForEach-Object { "$($_.User) $($_.ExtendedRights)" }'
    )
    assert shown == [f"CORP\\svc {SUBMIT}", f"CORP\\svc {ANY_RECIPIENT}"]
    grant(shell, SUBMIT, more="-WhatIf")
    assert shell.run("(Get-ADPermission SharePoint | Measure-Object).Count") == [0]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (
            "Get-ReceiveConnector SharePoint | Add-ADPermission -User u -ExtendedRights ms-Exch-Nonsense",
            "UnknownExtendedRight",
        ),
        ("Set-ReceiveConnector SharePoint -AuthMechanism ExternalAuthoritative", "InvalidAuthMechanism"),
        (
            "Set-ReceiveConnector SharePoint -AuthMechanism ExternalAuthoritative, BasicAuth -PermissionGroups ExchangeServers",
            "InvalidAuthMechanism",
        ),
        ("Set-ReceiveConnector SharePoint -AuthMechanism BasicAuthRequireTLS", "InvalidAuthMechanism"),
        ("Set-ReceiveConnector SharePoint -PermissionGroups Everybody", "InvalidArgument"),
        (
            "New-ReceiveConnector sharepoint -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 127.0.0.1",
            "ReceiveConnectorExists",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_changes(shell: Shell, script: str, expected: str) -> None:
    before = find_connector(shell.farm, "SharePoint").body
    assert error_id(shell, script) == expected
    assert find_connector(shell.farm, "SharePoint").body == before


def test_connectors_come_and_go(shell: Shell) -> None:
    assert shell.run("(Get-ReceiveConnector).Identity") == [
        "EX01\\Client Proxy EX01",
        "EX01\\Client Frontend EX01",
        "EX01\\SharePoint",
    ]
    assert shell.run(
        '$c = Get-ReceiveConnector SharePoint; "$($c.PermissionGroups) $($c.AuthMechanism)"'
    ) == ["None Tls"]
    shell.run("Remove-ReceiveConnector SharePoint -Confirm:$false")
    assert shell.run("(Get-ReceiveConnector).Identity.Count") == [2]


@pytest.mark.parametrize("login", ["CORP\\Svc", "svc@corp.test", "SVC", "i:0#.w|corp\\svc"])
def test_the_forms_of_a_login_are_one(login: str) -> None:
    assert login_key(login) == "svc"


@pytest.mark.parametrize(
    ("peer", "ranges", "admitted"),
    [
        ("10.0.0.5", ("10.0.0.0/24",), True), ("10.0.1.5", ("10.0.0.0/24",), False), ("10.0.0.5", ("10.0.0.1-10.0.0.9",), True),
        ("10.0.0.10", ("10.0.0.1-10.0.0.9",), False), ("::1", ("127.0.0.1",), False), ("::1", ("::1",), True), ("10.0.0.5", ("nonsense",), False),
    ],
)  # fmt: skip
def test_addresses_are_in_ranges(peer: str, ranges: tuple[str, ...], admitted: bool) -> None:
    assert (Connector(ranges=ranges).admits(peer) is None) is admitted
