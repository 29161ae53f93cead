"""Administrative messages and scheduled alerts: who is told what, when, and not twice (R05, R06)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from spshell.farm.job_definition import SPJobDefinition
from spshell.farm.site import SPSite
from spshell.jobs import run_job
from spshell.mail.lab import LabRelay
from spshell.timer import ManualClock
from tests.farm.farms import PORTAL, SITE, Shell, make_farm, trust

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MEGA = 1024 * 1024


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
    shell.service.context.clock = ManualClock(MONDAY)
    return shell


def run(shell: Shell, name: str) -> None:
    for job in shell.farm.all(SPJobDefinition):
        if job.name == name:
            run_job(job)


def later(shell: Shell, **delta: float) -> None:
    shell.service.context.clock.advance(timedelta(**delta))


def told(lab: LabRelay) -> list[tuple[str, str]]:
    """(reader, subject) of what has come in since the last look."""
    found = [(message.recipients[0], str(message.field("Subject"))) for message in lab.messages]
    lab.messages.clear()
    return found


def site(shell: Shell) -> Any:
    return next(iter(shell.farm.all(SPSite)))


def use(shell: Shell, megabytes: int) -> None:
    found = site(shell)
    found.body["storage_used"] = megabytes * MEGA
    found.commit()


NEAR, OVER = f"{SITE} is near its storage quota", f"{SITE} is over its storage quota"


def test_quota_warnings_come_once_a_crossing_and_once_a_week(shell: Shell, lab: LabRelay) -> None:
    shell.run(f"Set-SPSite {SITE} -MaxSize 100MB -WarningSize 80MB")
    steps: list[tuple[int, int, list[str]]] = [
        # (megabytes, days later, subjects)
        (79, 0, []), (80, 0, [NEAR]), (90, 1, []), (90, 6, [NEAR]), (100, 1, [OVER]), (70, 1, []), (85, 1, [NEAR]),
    ]  # fmt: skip
    for megabytes, days, subjects in steps:
        later(shell, days=days)
        use(shell, megabytes)
        run(shell, "job-diskquota-warning")
        assert [subject for _reader, subject in told(lab)] == subjects


def test_every_administrator_of_the_site_is_warned_the_owner_first(shell: Shell, lab: LabRelay) -> None:
    shell.run(f"Set-SPSite {SITE} -MaxSize 10MB -WarningSize 5MB -SecondaryOwnerAlias 'CORP\\ann'")
    use(shell, 6)
    run(shell, "job-diskquota-warning")
    assert told(lab) == [("olga@corp.test", NEAR), ("ann@corp.test", NEAR)]


QUESTION = f"Is {SITE} still in use?"
SWITCH = f"$wa = Get-SPWebApplication {PORTAL}; $wa.SendUnusedSiteCollectionNotifications = $true; "
DELETE = "$wa.AutomaticallyDeleteUnusedSiteCollections = $true; $wa.UnusedSiteNotificationsBeforeDeletion = 3; $wa.Update()"


def days(shell: Shell, count: int) -> None:
    for _ in range(count):
        run(shell, "job-dead-site-delete")
        later(shell, days=1)


def test_owners_are_asked_after_thirty_days_and_the_site_goes_after_its_notices(
    shell: Shell, lab: LabRelay
) -> None:
    shell.run(SWITCH + DELETE)
    days(shell, 30)
    assert told(lab) == []
    days(shell, 3)
    assert told(lab) == [("olga@corp.test", QUESTION)] * 3
    days(shell, 1)
    assert list(shell.farm.all(SPSite)) == []
    assert list(shell.farm.store.scan("web")) == []


def test_a_mail_outage_deletes_no_site(shell: Shell, lab: LabRelay) -> None:
    """
    Notices that nobody accepted do not count, however many there were.
    """
    shell.run(SWITCH + DELETE)
    days(shell, 30)
    lab.stop()
    days(shell, 10)
    assert len(list(shell.farm.all(SPSite))) == 1


def test_nobody_is_asked_unless_it_is_switched_on(shell: Shell, lab: LabRelay) -> None:
    days(shell, 40)
    assert told(lab) == []


def test_the_address_of_the_farm_hears_of_passwords_that_expire(shell: Shell, lab: LabRelay) -> None:
    shell.run("$f = Get-SPFarm; $f.PasswordChangeEmailAddress = 'ops@corp.test'; $f.Update()")
    shell.run(
        "$null = New-SPManagedAccount ([pscredential]::new('CORP\\svc', (ConvertTo-SecureString 'x' -AsPlainText -Force)))"
    )
    (record,) = shell.farm.store.scan("managed_account")
    assert "x" not in record.body.values()
    for ahead, count in ((11, 0), (9, 1)):
        (record,) = shell.farm.store.scan("managed_account")
        record.body["password_expires"] = (MONDAY + timedelta(days=ahead)).isoformat()
        shell.farm.store.commit(puts=[record])
        run(shell, "job-password-management")
        assert told(lab) == [("ops@corp.test", "Passwords of managed accounts (SharePoint_Config)")] * count


WATCH = (
    f"$web = Get-SPWeb {SITE}; $a = (Get-SPUser 'CORP\\ann' -Web $web).Alerts.Add(); $a.Title = 'watch'; "
    "$a.List = $web.Lists['Announcements']; $a.AlertFrequency = 'FREQUENCY'; $a.AlertTime = [datetime]'2026-11-25 08:30'; MORE"
    "$a.Update($false)"
)


def announce(shell: Shell, title: str) -> None:
    shell.run(f"$i = (Get-SPWeb {SITE}).Lists['Announcements'].AddItem('{title}'); $i.Update()")


@pytest.mark.parametrize(
    ("frequency", "wait"), [("Daily", timedelta(hours=24)), ("Weekly", timedelta(hours=48))]
)
def test_scheduled_alerts_come_at_their_time_as_one_summary(
    shell: Shell, lab: LabRelay, frequency: str, wait: timedelta
) -> None:
    """
    Monday 09:00; due Tuesday (daily) or Wednesday (weekly) at 08:30.
    """
    shell.run(WATCH.replace("FREQUENCY", frequency).replace("MORE", ""))
    announce(shell, "one")
    run(shell, "job-immediate-alerts")
    announce(shell, "two")
    later(shell, seconds=wait.total_seconds() - 3600)
    run(shell, "job-immediate-alerts")
    assert lab.messages == []
    later(shell, hours=1)
    run(shell, "job-immediate-alerts")
    run(shell, "job-immediate-alerts")
    (message,) = lab.messages
    assert message.field("Subject") == "Summary of changes: watch"
    assert ("'one' added" in message.text, "'two' added" in message.text) == (True, True)


@pytest.mark.parametrize(("more", "count"), [("", 0), ("$a.AlwaysNotify = $true; ", 1)])
def test_a_summary_of_nothing_is_sent_on_request_only(
    shell: Shell, lab: LabRelay, more: str, count: int
) -> None:
    shell.run(WATCH.replace("FREQUENCY", "Daily").replace("MORE", more))
    run(shell, "job-immediate-alerts")
    later(shell, days=1)
    run(shell, "job-immediate-alerts")
    assert len(lab.messages) == count


def test_a_reader_who_lost_permission_gets_no_summary(shell: Shell, lab: LabRelay) -> None:
    shell.run(WATCH.replace("FREQUENCY", "Daily").replace("MORE", ""))
    announce(shell, "one")
    run(shell, "job-immediate-alerts")
    shell.run(f"Set-SPUser 'CORP\\ann' -Web {SITE} -ClearPermissions")
    later(shell, days=1)
    run(shell, "job-immediate-alerts")
    assert lab.messages == []


def test_the_jobs_of_farm_and_web_applications_exist(shell: Shell) -> None:
    assert shell.run("(Get-SPTimerJob).Name | Sort-Object") == [
        "job-dead-site-delete", "job-diskquota-warning", "job-health-analysis-daily", "job-health-analysis-weekly",
        "job-immediate-alerts", "job-password-management",
    ]  # fmt: skip


def test_a_job_that_died_after_it_had_queued_an_alert_tells_nobody_twice(shell: Shell, lab: LabRelay) -> None:
    """The change is forgotten after the message is queued; in between, the job may be killed."""
    shell.run(
        f"""
        $web = Get-SPWeb {SITE}
        $alert = (Get-SPUser 'CORP\\ann' -Web $web).Alerts.Add()
        $alert.Title = 'Watching'
        $alert.List = $web.Lists['Announcements']
        $alert.Update($false)
        $item = $web.Lists['Announcements'].AddItem(); $item['Title'] = 'Party'; $item.Update()
        """
    )
    store = shell.farm.store
    (event,) = store.scan("change_event")
    run(shell, "job-immediate-alerts")
    assert len(told(lab)) == 1
    store.commit(puts=[type(event)(event.kind, event.id, dict(event.body))])
    run(shell, "job-immediate-alerts")
    assert told(lab) == []
