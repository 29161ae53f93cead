"""Alerts and access requests, received by a real Postfix."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest

from spshell.farm.outgoing import open_outbox
from spshell.farm.site import find_web
from spshell.mail.outbox_records import MailState
from spshell.values.exceptions import NetException
from tests.farm.farms import PORTAL, SITE, make_farm, trust
from tests.mail.naughty import NAUGHTY
from tests.peers.postfix import PASSWORD, USER

pytestmark = pytest.mark.peer

ALERT = f"""
$web = Get-SPWeb {SITE}
$ann = Get-SPUser 'CORP\\ann' -Web $web
$alert = $ann.Alerts.Add()
$alert.Title = 'Watching'
$alert.List = $web.Lists['Announcements']
$alert.EventType = [Microsoft.SharePoint.SPEventType]::Add
$alert.AlertFrequency = [Microsoft.SharePoint.SPAlertFrequency]::Immediate
$alert.Update($false)
"""
ADD = "$item = $web.Lists['Announcements'].AddItem(); $item['Title'] = 'Grüße ☀'; $item.Update()"
RUN = "Get-SPTimerJob job-immediate-alerts | Start-SPTimerJob"


def connect(shell, postfix, service="login", *, login=True):
    """
    Point the portal at one of Postfix's ports.
    """
    trust(shell.farm, postfix.authority.certificate)
    shell.run("Set-SPApplicationCredentialKey (ConvertTo-SecureString 'Credential-Key-2026!' -AsPlainText)")
    shell.run(f"$c = [pscredential]::new('{USER}', (ConvertTo-SecureString '{PASSWORD}' -AsPlainText))")
    credentials = "-SMTPCredentials $c" if login else ""
    shell.run(
        f"Set-SPWebApplication {PORTAL} -SMTPServer {postfix.host} -SMTPServerPort {postfix.port(service)} {credentials} "
        "-OutgoingEmailAddress portal@corp.test -ReplyToEmailAddress team@corp.test"
    )


def read(postfix, count=1):
    return [message_from_bytes(data, policy=policy.default) for data in postfix.inbox(count)]


def test_an_alert_and_two_access_requests_arrive_as_the_documents_say(tmp_path, postfix):
    """
    The alert is from the portal; the request is from the requester, and with impersonation off from the portal.
    """
    shell = make_farm(tmp_path)
    connect(shell, postfix)
    shell.run(ALERT + ADD + "\n" + RUN)
    shell.run("New-SPAccessRequest $web 'CORP\\ben' 'please'")
    shell.run(f"$w = Get-SPWebApplication {PORTAL}; $w.OutboundMailOverrideEnvelopeSender = $true; $w.Update()")
    shell.run("New-SPAccessRequest $web 'CORP\\ben' 'please'")

    messages = read(postfix, 3)
    by_from = sorted((str(m["From"]), str(m["Reply-To"]), str(m["Subject"])) for m in messages)
    assert by_from == [
        ("Ben Ode <ben@corp.test>", "Ben Ode <ben@corp.test>", "Ben Ode wants access to 'Human Resources'"),
        ("portal@corp.test", "team@corp.test", "Announcements - Grüße ☀"),
        ("portal@corp.test", "team@corp.test", "Ben Ode wants access to 'Human Resources'"),
    ]
    assert {str(m["Return-Path"]) for m in messages} == {"<portal@corp.test>"}
    assert {m.get_body(("plain",)).get_content_charset() for m in messages} == {"utf-8"}


def test_an_alert_is_trimmed_by_what_the_user_may_see_when_it_is_sent(tmp_path, postfix):
    """
    Rights that are gone when the job runs stop the mail.
    """
    shell = make_farm(tmp_path)
    connect(shell, postfix)
    shell.run(ALERT + ADD)
    ann = find_web(shell.farm, SITE).find_user("CORP\\ann")
    ann.body.pop("permission_levels")
    ann.commit()
    shell.run(RUN)
    with open_outbox(shell.farm) as outbox:
        assert outbox.mail() == []


def test_a_wrong_password_holds_the_mail_after_one_attempt(tmp_path, postfix):
    """
    535: nothing is sent anonymously, the reason is shown, the next run does not try the same password again.
    """
    shell = make_farm(tmp_path)
    connect(shell, postfix)
    shell.run(f"$bad = [pscredential]::new('{USER}', (ConvertTo-SecureString 'wrong' -AsPlainText))")
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer {postfix.host} -SMTPCredentials $bad")
    shell.run(ALERT + ADD + "\n" + RUN)
    shell.run(RUN)
    with open_outbox(shell.farm) as outbox:
        (mail,) = outbox.mail()
    assert mail.state is MailState.HELD
    assert "535" in str(mail.reason)
    assert postfix.log().count("authentication failed") <= 2
    assert "Mail is waiting" in shell.out.getvalue()
    assert "wrong" not in shell.out.getvalue()


def test_without_a_server_nothing_is_sent_and_the_reason_is_said(tmp_path):
    """
    R07: no SMTP server configured.
    """
    shell = make_farm(tmp_path)
    shell.run(ALERT + ADD + "\n" + RUN)
    assert "no outgoing SMTP server is configured" in shell.out.getvalue()


def storable(text):
    """
    Whether a farm can hold the text: no NUL, no half of a surrogate pair.
    """
    return "\0" not in text and not any(0xD800 <= ord(character) < 0xE000 for character in text)


@pytest.mark.parametrize("naughty", [text for text in NAUGHTY if not storable(text)])
def test_a_name_that_no_store_can_hold_is_refused(tmp_path, naughty):
    """
    The error names the property; the farm stays as it was.
    """
    with pytest.raises(NetException, match="name cannot be stored"):
        make_farm(tmp_path, title=naughty)


@pytest.mark.parametrize("naughty", [text for text in NAUGHTY if storable(text)])
def test_no_name_becomes_a_second_header_or_recipient(tmp_path, postfix, naughty):
    """
    Site title, user name and item title hold anything; the message still has one From, one To, one recipient.
    """
    shell = make_farm(tmp_path, title=naughty, name=naughty)
    connect(shell, postfix)
    shell.run(ALERT)
    shell.session.global_scope.vars["title"] = naughty
    shell.run("$item = $web.Lists['Announcements'].AddItem(); $item['Title'] = $title; $item.Update()")
    shell.run(RUN)
    (message,) = read(postfix)
    assert len(message.get_all("To")) == 1
    assert [a.addr_spec for a in message["To"].addresses] == ["ann@corp.test"]
    assert len(message.get_all("From")) == len(message.get_all("Subject")) == 1
    assert "Bcc" not in message
    assert message["X-Original-To"] in (None, "ann@corp.test")
