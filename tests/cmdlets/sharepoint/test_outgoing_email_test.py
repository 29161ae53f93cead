"""Test-SPOutgoingEmail as an administrator runs it: objects, JSON, exit code, other servers, no secrets."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from spshell.farm import open_farm
from spshell.farm.mail_tests import answer_all
from spshell.mail.lab import LabRelay
from spshell.state import Record
from spshell.values.exceptions import NetException
from tests.farm.farms import CANARY, PORTAL, Shell, make_farm, trust


@pytest.fixture
def lab() -> Iterator[LabRelay]:
    with LabRelay(
        {"farm@corp.test": CANARY}, refusals={"ben@corp.test": "550 5.7.60 not as this sender"}
    ) as lab:
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


def values(objects: list[object]) -> list[dict[str, object]]:
    return [json.loads(json.dumps(_plain(item))) for item in objects]


def _plain(value: object) -> object:
    members = getattr(value, "members", None)
    if isinstance(members, dict):
        return {name: _plain(inner) for name, inner in members.items() if name != "<text>"}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def test_steps_and_a_result_come_out(shell: Shell, lab: LabRelay) -> None:
    found = values(shell.run(f"Test-SPOutgoingEmail {PORTAL}"))
    families = "Settings, Credential key, Alerts, Clock, Outbox, Name, Connection, EHLO, TLS, Authentication, MAIL and RCPT"
    assert [step["Step"] for step in found] == [*families.split(", "), "Sender domains", "Result"]
    keys = "Server Step Phase State Detail Code Milliseconds Facts Remedies Transcript Steps"
    assert all(list(step) == keys.split() for step in found[:-1])
    assert (found[-1]["Succeeded"], found[-1]["ExitCode"], shell.run("$LASTEXITCODE")) == (True, 0, [0])
    assert lab.messages == []


def test_the_exit_code_is_the_phases(shell: Shell, lab: LabRelay) -> None:
    lab.stop()
    (*_steps, result) = values(shell.run(f"Test-SPOutgoingEmail {PORTAL}"))
    assert (result["Succeeded"], result["FailedStep"], shell.run("$LASTEXITCODE")) == (
        False,
        "Connection",
        [2],
    )


def test_send_delivers_in_the_farms_name_and_in_the_users(shell: Shell, lab: LabRelay) -> None:
    """
    A login stands for its address; the message in a user's name keeps the farm in the envelope.
    """
    shell.run(f"Test-SPOutgoingEmail {PORTAL} -From 'CORP\\ann' -To olga@corp.test -Send")
    assert [(m.mail_from, m.field("From")) for m in lab.messages] == [
        ("farm@corp.test", "farm@corp.test"),
        ("farm@corp.test", "ann@corp.test"),
    ]


def test_send_heeds_whatif_and_wants_a_recipient(shell: Shell, lab: LabRelay) -> None:
    shell.run(f"Test-SPOutgoingEmail {PORTAL} -To olga@corp.test -Send -WhatIf")
    assert lab.messages == []
    with pytest.raises(NetException) as caught:
        shell.run(f"Test-SPOutgoingEmail {PORTAL} -Send")
    assert caught.value.error_id == "SendNeedsRecipient"


def test_a_user_that_may_not_be_impersonated_is_seen_without_sending(shell: Shell, lab: LabRelay) -> None:
    found = values(shell.run(f"Test-SPOutgoingEmail {PORTAL} -From ben@corp.test"))
    (row,) = [step for step in found[10]["Steps"] if "ben@corp.test" in step["Step"]]
    assert (row["State"], row["Remedies"][0]["Problem"]) == ("warning", "P5")
    assert lab.messages == []


def test_every_server_is_asked_and_one_that_is_silent_is_said(shell: Shell) -> None:
    """
    P9: APP01's timer service answers from there (it lacks the key); APP02 runs none.
    """
    for name in ("APP01", "APP02"):
        body = {"name": name, "address": name, "role": "WebFrontEnd"}
        shell.farm.store.commit(puts=[Record("server", uuid4(), body)])
    other = open_farm(str(shell.folder / "farm.toml"), "APP01", str(shell.folder / "home-of-app01"))
    stop = threading.Event()

    def serve() -> None:
        while not stop.wait(0.2):
            answer_all(other.farm)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        found = values(shell.run(f"Test-SPOutgoingEmail {PORTAL} -Server * -TimeoutSeconds 4"))
    finally:
        stop.set()
        thread.join()
    results = {step["Server"]: step for step in found if step["Step"] == "Result"}
    assert list(results) == ["WEB01", "APP01", "APP02"]
    assert [result["Succeeded"] for result in results.values()] == [True, False, False]
    assert (results["APP01"]["Problem"], results["APP02"]["Problem"]) == ("P2", "P9")
    assert list(shell.farm.store.scan("mail_test")) == []


def test_the_screen_shows_a_tree_without_secrets(shell: Shell) -> None:
    """
    What is shown, what the objects hold, and what is stored for other servers: no password anywhere.
    """
    from spshell.running import run_command

    objects = json.dumps(values(shell.run(f"Test-SPOutgoingEmail {PORTAL}")))
    run_command(shell.session, f"Test-SPOutgoingEmail {PORTAL}")
    shown = shell.out.getvalue()
    assert "ok   |- Handshake: TLSv1.3" in shown
    assert shown.endswith("\nWEB01: mail leaves.\n\n")
    stored = (shell.folder / "farm.toml").read_text(encoding="utf-8")
    assert CANARY not in objects + shown + stored
