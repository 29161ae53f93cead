"""Mail from scripts: sent, looked at, kept back, exported, removed; SPUtility as scripts know it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from spshell.mail.lab import LabRelay
from spshell.values.exceptions import NetException
from tests.farm.farms import CANARY, PORTAL, SITE, Shell, make_farm, trust


@pytest.fixture
def lab() -> Iterator[LabRelay]:
    with LabRelay({"farm@corp.test": CANARY}, refusals={"gone@corp.test": "550 5.1.1 unknown"}) as lab:
        yield lab


@pytest.fixture
def shell(tmp_path: Path, lab: LabRelay) -> Shell:
    shell = make_farm(tmp_path)
    trust(shell.farm, lab.authority.certificate)
    shell.run(
        f"""
        Set-SPApplicationCredentialKey (ConvertTo-SecureString 'Some-Key-Password-1!' -AsPlainText -Force)
        $c = [pscredential]::new('farm@corp.test', (ConvertTo-SecureString '{CANARY}' -AsPlainText -Force))
        Set-SPMailSettings -Server {lab.host} -Port {lab.port} -SenderAddress farm@corp.test -EnableSsl $true -Credential $c
        """
    )
    return shell


def states(shell: Shell, what: str = "Get-SPOutboundMail") -> list[Any]:
    return [(item.recipient, item.state) for item in shell.run(what)]


def test_a_message_is_sent_and_what_comes_out_is_its_place_in_the_outbox(shell: Shell, lab: LabRelay) -> None:
    (item,) = shell.run(f"Send-SPMail ann@corp.test 'Server restarts' 'At noon.' -WebApplication {PORTAL}")
    assert (item.state, item.subject, item.attempts, item.web_application) == (
        "Sent",
        "Server restarts",
        1,
        PORTAL + "/",
    )
    assert (lab.messages[0].field("Subject"), lab.messages[0].text) == ("Server restarts", "At noon.\n")


def test_html_gets_a_plain_text_beside_it(shell: Shell, lab: LabRelay) -> None:
    shell.run("""
        Send-SPMail ann@corp.test x '<h1>Now</h1><p>See <a href="http://portal/x">the &amp; page</a></p>' -BodyAsHtml
    """)
    assert lab.messages[0].text == "Now\n\nSee the & page <http://portal/x>\n"
    assert b"multipart/alternative" in lab.messages[0].content


def test_one_bad_recipient_does_not_stop_the_others(shell: Shell, lab: LabRelay) -> None:
    assert states(shell, "Send-SPMail ann@corp.test, gone@corp.test x y -WarningAction SilentlyContinue") == [
        ("ann@corp.test", "Sent"),
        ("gone@corp.test", "Bounced"),
    ]


def test_mail_is_kept_back_and_goes_on(shell: Shell, lab: LabRelay) -> None:
    shell.run("Send-SPMail ann@corp.test x y -NoWait | Suspend-SPOutboundMail")
    shell.run("$null = Start-SPMailDelivery -WarningAction SilentlyContinue")
    assert (states(shell), lab.messages) == ([("ann@corp.test", "Held")], [])
    shell.run("Get-SPOutboundMail -State Held | Resume-SPOutboundMail")
    (report,) = shell.run("Start-SPMailDelivery")
    assert dict(report.members) == {"Sent": 1, "Deferred": 0, "Held": 0, "Bounced": 0}
    assert states(shell, "Get-SPOutboundMail -State Sent") == [("ann@corp.test", "Sent")]
    assert states(shell, "Get-SPOutboundMail -State Queued, Held") == []


def test_removed_mail_is_never_sent(shell: Shell, lab: LabRelay) -> None:
    shell.run("Send-SPMail ann@corp.test x y -NoWait | Remove-SPOutboundMail -WhatIf")
    assert len(states(shell)) == 1
    shell.run("Get-SPOutboundMail | Remove-SPOutboundMail -Confirm:$false; $null = Start-SPMailDelivery")
    assert (states(shell), lab.messages) == ([], [])


def test_exported_mail_is_what_leaves(shell: Shell, lab: LabRelay, tmp_path: Path) -> None:
    shell.run("$m = Send-SPMail ann@corp.test x y")
    (file,) = shell.run(f"Export-SPOutboundMail $m '{tmp_path}'")
    (written,) = tmp_path.glob("*.eml")
    assert written.read_bytes() == lab.messages[0].content
    assert file.ps_text() == str(written)
    shell.run(f"Export-SPOutboundMail $m.Id '{tmp_path}' -ErrorAction SilentlyContinue -ErrorVariable e")
    assert shell.run("$e[0].FullyQualifiedErrorId.Split(',')[0]") == ["FileExists"]


def test_a_message_that_is_not_there_is_an_error_and_the_next_goes_on(shell: Shell) -> None:
    shell.run("Send-SPMail ann@corp.test x y -NoWait")
    shell.run(
        "'nothing', (Get-SPOutboundMail).Id | Suspend-SPOutboundMail -ErrorAction SilentlyContinue -ErrorVariable e"
    )
    assert shell.run("$e.Count; $e[0].FullyQualifiedErrorId.Split(',')[0]") == [1, "ObjectNotFound"]
    assert states(shell) == [("ann@corp.test", "Held")]


def test_who_does_not_administer_the_farm_touches_no_mail(shell: Shell) -> None:
    shell.run("$m = Send-SPMail ann@corp.test x y -NoWait")
    shell.service.context.caller = "CORP\\mallory"
    for command in (
        "Send-SPMail a@corp.test x y",
        "$m | Suspend-SPOutboundMail",
        "Export-SPOutboundMail $m",
        "Start-SPMailDelivery",
    ):
        with pytest.raises(NetException) as caught:
            shell.run(command)
        assert caught.value.error_id == "AccessDenied"
    assert states(shell) == [("ann@corp.test", "Queued")]


UTILITY = f"$web = Get-SPWeb {SITE}; $u = [Microsoft.SharePoint.Utilities.SPUtility]; "


def test_sputility_sends_and_says_whether_it_could(shell: Shell, lab: LabRelay) -> None:
    """
    R29: both families of SendEmail; numbers stand for the two booleans, as scripts write them.
    """
    assert shell.run(UTILITY + "$u::IsEmailServerSet($web)") == [True]
    assert shell.run(UTILITY + "$u::SendEmail($web, 0, 0, 'ann@corp.test', 'One', '<b>bold</b>')") == [True]
    headers = "$h = [System.Collections.Specialized.StringDictionary]::new(); $h.Add('To', 'ann@corp.test; ben@corp.test'); "
    headers += "$h['Subject'] = 'Two'; $h['bcc'] = 'olga@corp.test'; $h['content-type'] = 'text/plain'; "
    assert shell.run(UTILITY + headers + "$u::SendEmail($web, $h, 'plain')") == [True]
    one, two = lab.messages
    assert (one.field("Subject"), one.text, b"<b>bold</b>" in one.content) == ("One", "bold\n", True)
    assert two.recipients == ("ann@corp.test", "ben@corp.test", "olga@corp.test")
    assert (two.field("Bcc"), two.text) == (None, "plain\n")


def test_sputility_encodes_when_asked_and_refuses_what_is_no_address(shell: Shell, lab: LabRelay) -> None:
    assert shell.run(UTILITY + "$u::SendEmail($web, $false, $true, 'ann@corp.test', 's', '<b>')") == [True]
    assert b"&lt;b&gt;" in lab.messages[0].content
    assert shell.run(UTILITY + "$u::SendEmail($web, $false, $true, 'no address', 's', 'x')") == [False]


def test_without_a_server_sputility_sends_nothing(shell: Shell, lab: LabRelay) -> None:
    shell.run("Set-SPMailSettings -Server $null -WarningAction SilentlyContinue")
    assert shell.run(
        UTILITY + "$u::IsEmailServerSet($web); $u::SendEmail($web, 0, 0, 'ann@corp.test', 's', 'x')"
    ) == [False, False]
    assert states(shell) == []
