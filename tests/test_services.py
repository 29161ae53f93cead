"""The timer service and the mail service as processes: they do their work, and SIGTERM ends them cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spshell.farm.job_definition import SPJobDefinition
from spshell.farm.outgoing import open_outbox
from spshell.mail import MailState
from spshell.mail.lab import LabRelay
from tests.farm.farms import PORTAL, SITE, Shell, make_farm, trust


@pytest.fixture
def lab() -> Iterator[LabRelay]:
    with LabRelay() as lab:
        yield lab


@pytest.fixture
def shell(tmp_path: Path, lab: LabRelay) -> Shell:
    shell = make_farm(tmp_path)
    trust(shell.farm, lab.authority.certificate)
    shell.run(
        f"$null = Set-SPMailSettings -Server {lab.host} -Port {lab.port} -SenderAddress farm@corp.test -EnableSsl $true"
    )
    return shell


@pytest.fixture
def service(shell: Shell) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []
    environment = os.environ | {
        "SPSHELL_FARM": str(shell.folder / "farm.toml"),
        "SPSHELL_HOME": str(shell.folder / "home"),
        "SPSHELL_SERVER": "WEB01",
    }

    def start(*switches: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "spshell", *switches], env=environment, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def alerts_job(shell: Shell) -> SPJobDefinition:
    return next(job for job in shell.farm.all(SPJobDefinition) if job.name == "job-immediate-alerts")


def until(happens: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    process.send_signal(signal.SIGTERM)
    _out, err = process.communicate(timeout=15)
    return process.returncode, err


def test_the_mail_service_delivers_what_is_queued_while_it_runs(
    shell: Shell, lab: LabRelay, service: Callable[..., subprocess.Popen[str]]
) -> None:
    process = service("-MailService")
    for number in (1, 2):
        shell.run(f"$null = Send-SPMail ann@corp.test 'Number {number}' x -NoWait")
        until(lambda number=number: len(lab.messages) == number)
    code, log = ended(process)
    assert code == 0
    assert log.count(" sent, ") == 2
    assert log.rstrip().endswith("WEB01: stopped")
    with open_outbox(shell.farm) as outbox:
        assert {mail.state for mail in outbox.mail()} == {MailState.SENT}


def test_the_timer_service_runs_a_job_on_demand_and_answers_questions(
    shell: Shell, lab: LabRelay, service: Callable[..., subprocess.Popen[str]]
) -> None:
    shell.run(
        f"$web = Get-SPWeb {SITE}; $user = Get-SPUser 'CORP\\ann' -Web $web; $a = $user.Alerts.Add(); $a.Title = 'watch';"
        "$a.List = $web.Lists['Announcements']; $a.Update($false); $i = $web.Lists['Announcements'].AddItem('news'); $i.Update()"
    )
    process = service("-TimerService")
    alerts_job(shell).run_now()
    until(lambda: lab.messages)
    assert lab.messages[0].field("Subject") == "Announcements - news"
    code, log = ended(process)
    assert (code, "job-immediate-alerts" in log, ": done" in log) == (0, True, True)
    job = alerts_job(shell)
    assert (job.last_run_time != "", "run_now" in job.body) == (True, False)


def test_a_service_without_a_farm_says_so(tmp_path: Path) -> None:
    environment = os.environ | {"SPSHELL_FARM": str(tmp_path / "none.toml"), "SPSHELL_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "spshell", "-TimerService"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert "There is no farm here yet" in done.stderr
    assert PORTAL not in done.stderr
