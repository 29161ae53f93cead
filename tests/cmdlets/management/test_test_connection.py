"""Test-Connection: ports and echo requests."""

from __future__ import annotations

import socket

import pytest

from spshell.app import make_session
from spshell.dotnet.net import echo_requests


@pytest.fixture
def session():
    return make_session()


def test_a_port_answers_or_not(session):
    """True or false; with -Detailed an object that says why not."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert session.evaluate(f"Test-Connection 127.0.0.1 -TcpPort {port}") == [True]
        text = f"$s = Test-Connection 127.0.0.1 -TcpPort {port} -Detailed -Count 1; $s.Connected; [string]$s.Status; $s.Port"
        assert session.evaluate(text) == [True, "Success", port]
    text = f"Test-Connection 127.0.0.1 -TcpPort {port}; (Test-Connection 127.0.0.1 -TcpPort {port} -Detailed -Count 1).Status.ToString()"
    assert session.evaluate(text) == [False, "ConnectionRefused"]


def test_answers_to_echo_requests_are_shown_by_target(session, monkeypatch):
    """Those without an answer have stars where the others have numbers."""
    answers = iter(["Success", "TimedOut"])
    monkeypatch.setattr(
        echo_requests, "request", lambda address, **_more: echo_requests.Echo(next(answers), address, 7)
    )
    lines = session.evaluate("Test-Connection 127.0.0.1 -Count 2 -Source here | Out-String -Stream")
    assert lines[1].strip() == "Destination: 127.0.0.1"
    assert [line.split() for line in lines if "here" in line] == [
        ["1", "here", "127.0.0.1", "7", "32", "Success"],
        ["2", "here", "127.0.0.1", "*", "*", "TimedOut"],
    ]


def test_quiet_wants_every_answer(session, monkeypatch):
    """One that is missing makes it false."""
    answers = iter(["Success", "TimedOut"])
    monkeypatch.setattr(
        echo_requests, "request", lambda address, **_more: echo_requests.Echo(next(answers), address, 7)
    )
    assert session.evaluate("Test-Connection 127.0.0.1 -Count 2 -Quiet") == [False]


def test_a_name_that_nobody_has_is_an_error(session):
    """-Quiet says false instead."""
    text = "try { Test-Connection nosuch.invalid -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.TargetObject }; Test-Connection nosuch.invalid -Quiet"
    assert session.evaluate(text) == ["TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand", "nosuch.invalid", False]


def test_requests_carry_a_checksum():
    """Over the whole packet it comes to nothing; answers are told apart by number."""
    packet = echo_requests._packet(socket.AF_INET, 5, 3, 9)
    assert echo_requests._checksum(packet) == 0
    answer = b"\0" + packet[1:]
    assert echo_requests._read(answer, socket.AF_INET, 5, 3) == "Success"
    assert echo_requests._read(answer, socket.AF_INET, 6, 3) is None
    assert echo_requests._read(answer, socket.AF_INET, 5, 4) is None
