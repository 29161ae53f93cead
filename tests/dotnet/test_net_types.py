"""Network and mail types as scripts use them."""

from __future__ import annotations

import socket
import threading

import pytest


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("([uri]'http://h/%41%2F%zz').AbsolutePath", "/A%2F%25zz"),
        ("([uri]'smtp://relay:25').AbsoluteUri", "smtp://relay:25/"),
        ("([uri]'//host/path').IsAbsoluteUri", False),
        ("[uri]::IsWellFormedUriString('//host/path', 'Absolute')", False),
        ("([uri]'http://h/a b?c=d#e').GetComponents('PathAndQuery', 'UriEscaped')", "/a%20b?c=d"),
        ("([uri]'http://h/a b').GetComponents('Path', 'Unescaped')", "a b"),
        ("([uri]'c:\\temp\\a.txt').LocalPath", "c:\\temp\\a.txt"),
        ("[System.Net.IPNetwork]::Parse('10.0.0.0/8').Contains('10.5.5.5')", True),
        ("[System.Net.IPNetwork]::Parse('10.0.0.0/8').Contains('11.5.5.5')", False),
        ("[System.Web.HttpUtility]::UrlEncode('a b&é~')", "a+b%26%c3%a9%7e"),
        ("[System.Web.HttpUtility]::ParseQueryString('?a=1&b=2&A=3')['a']", "1,3"),
        ("([System.Net.Mime.ContentType]'text/plain; charset=utf-8').CharSet", "utf-8"),
    ],
)
def test_values(session, text, result):
    """
    As .NET on Unix has them.
    """
    assert session.evaluate(text) == [result]


def test_a_message_is_delivered_to_its_relay(session):
    """
    SmtpClient.Send hands the message to the host, with every recipient in the envelope.
    """
    from aiosmtpd.controller import Controller

    class Handler:
        async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - the library's name
            received.append(envelope)
            done.set()
            return "250 OK"

    received, done = [], threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(Handler(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        session.evaluate(
            "$m = [System.Net.Mail.MailMessage]::new('Ann <ann@contoso.com>', 'ben@contoso.com', 'Hi', 'Text');"
            f" $m.CC.Add('cy@contoso.com'); [System.Net.Mail.SmtpClient]::new('127.0.0.1', {port}).Send($m)"
        )
        assert done.wait(5)
    finally:
        controller.stop()
    assert received[0].rcpt_tos == ["ben@contoso.com", "cy@contoso.com"]
    assert b"Subject: Hi" in received[0].content


def test_a_secret_reads_back_through_memory(session):
    """
    Marshal gives the text of a SecureString until it is freed.
    """
    text = (
        "$s = [System.Security.SecureString]::new(); 'a', 'b' | % { $s.AppendChar($_) };"
        " $m = [Runtime.InteropServices.Marshal]; $p = $m::SecureStringToBSTR($s); $m::PtrToStringBSTR($p);"
        " $m::ZeroFreeBSTR($p); $m::PtrToStringBSTR($p)"
    )
    assert session.evaluate(text) == ["ab", ""]


def test_language_primitives_say_whether_values_can_be_ordered(session):
    text = (
        "$r = 5; $p = [System.Management.Automation.LanguagePrimitives]; $p::TryCompare(2, '1', [ref]$r); $r;"
        " $p::TryCompare('AAA', 'aaa', $true, [ref]$r); $r; $p::TryCompare(1, [datetime]::Now, [ref]$r)"
    )
    assert session.evaluate(text) == [True, 1, True, 0, False]


def test_a_type_name_needs_no_type(session):
    text = (
        "$t = [System.Management.Automation.PSTypeName]'Employee'; $t.Name; $null -eq $t.Type;"
        " ([System.Management.Automation.PSTypeName]'string').Type.Name"
    )
    assert session.evaluate(text) == ["Employee", True, "String"]


def test_an_ordered_hashtable_is_a_hashtable_that_keeps_its_order(session):
    text = (
        "$o = [System.Management.Automation.OrderedHashtable]::new(); $o.Add('z', 1); $o.Add('a', 2);"
        " $o -is [hashtable]; -join $o.Keys; $o.Clone().GetType().Name"
    )
    assert session.evaluate(text) == [True, "za", "OrderedHashtable"]
