"""Health rules broken and repaired, services, timer jobs, accounts, sites, webs, users and assignments from the prompt."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from spshell.farm.site import SPList
from spshell.mail.lab import Authority, LabRelay
from spshell.state import Record
from spshell.values.exceptions import NetException
from tests.cmdlets.sharepoint.test_certificates import imported, issued_pfx
from tests.farm.farms import PORTAL, SITE, Shell, make_farm, trust


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return make_farm(tmp_path)


def error_id(shell: Shell, script: str) -> str:
    with pytest.raises(NetException) as caught:
        shell.run(script)
    return str(caught.value.error_id)


def failing(shell: Shell) -> list[str]:
    return shell.run("Get-SPHealthAnalysisRule | Where-Object Failing | ForEach-Object Summary")


NO_MAIL = "Outbound e-mail has not been configured"
UNREADABLE = "One or more servers can't retrieve the outgoing email credentials"


def test_the_rule_about_mail_fails_until_it_is_configured(shell: Shell) -> None:
    assert failing(shell) == [NO_MAIL]
    shell.run("$null = Set-SPMailSettings -Server relay.test -SenderAddress farm@corp.test")
    assert failing(shell) == []


def test_the_rule_about_credentials_names_the_server_and_is_repaired(shell: Shell) -> None:
    shell.run("""
        Set-SPApplicationCredentialKey (ConvertTo-SecureString 'Some-Key-Password-1!' -AsPlainText -Force)
        $c = [pscredential]::new('farm@corp.test', (ConvertTo-SecureString 'x' -AsPlainText -Force))
        $null = Set-SPMailSettings -Server relay.test -SenderAddress farm@corp.test -Credential $c
    """)
    assert failing(shell) == []
    server = Record("server", uuid4(), {"name": "APP01", "address": "APP01", "role": "WebFrontEnd"})
    shell.farm.store.commit(puts=[server])
    assert failing(shell) == [UNREADABLE]
    assert (
        "APP01 has no application credential key"
        in shell.run(f'(Get-SPHealthAnalysisRule "{UNREADABLE}").Explanation')[0]
    )
    (record,) = [each for each in shell.farm.store.scan("server") if each.body["name"] == "APP01"]
    record.body["key_check"] = next(
        each for each in shell.farm.store.scan("server") if each.body["name"] == "WEB01"
    ).body["key_check"]
    shell.farm.store.commit(puts=[record])
    assert failing(shell) == []


@pytest.mark.parametrize(
    ("days", "expected", "job"),
    [
        (90, None, "weekly"),
        (40, "Upcoming SSL certificate expirations", "weekly"),
        (10, "SSL certificates are about to expire", "daily"),
        (-3, "SSL certificates have expired", "daily"),
        (-30, None, "daily"),
    ],
)
def test_certificate_rules_look_at_what_is_assigned_and_write_to_the_contacts(
    shell: Shell, tmp_path: Path, days: int, expected: str | None, job: str
) -> None:
    """
    An unassigned certificate is nobody's business; an assigned one without contacts is another rule's.
    """
    with LabRelay() as lab:
        trust(shell.farm, lab.authority.certificate)
        shell.run(
            f"$null = Set-SPMailSettings -Server {lab.host} -Port {lab.port} -SenderAddress farm@corp.test -EnableSsl $true"
        )
        times = {"begins": timedelta(-300), "ends": timedelta(days, hours=1)}
        imported(shell, issued_pfx(tmp_path, Authority(), **times))
        assert failing(shell) == []
        shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer relay.test -Certificate smtp-client")
        contacts = "Certificate notification contacts haven't been configured"
        assert failing(shell) == [contacts, *([expected] if expected else [])]
        shell.run(
            f"Add-SPCertificateNotificationContact ops@corp.test; Start-SPTimerJob job-health-analysis-{job}"
        )
    subjects = [str(message.field("Subject")) for message in lab.messages]
    assert subjects == ([f"{expected} (SharePoint_Config)"] if expected else [])


def test_a_disabled_rule_does_not_look(shell: Shell) -> None:
    shell.run(f"Disable-SPHealthAnalysisRule '{NO_MAIL}' -Confirm:$false")
    assert failing(shell) == []
    shell.run(f"Get-SPHealthAnalysisRule '{NO_MAIL}' | Enable-SPHealthAnalysisRule")
    assert failing(shell) == [NO_MAIL]


def test_older_versions_have_fewer_rules(tmp_path: Path) -> None:
    assert [
        make_farm(tmp_path / v, version=v).run("(Get-SPHealthAnalysisRule | Measure-Object).Count")[0]
        for v in ("2016", "2019", "SE")
    ] == [1, 2, 6]


def test_service_instances_and_the_smtp_host(shell: Shell) -> None:
    assert shell.run(
        "(Get-SPServiceInstance).TypeName.Count; (Get-SPServiceInstance -All).TypeName.Count"
    ) == [2, 3]
    shell.run("$null = Set-SPMailSettings -Server relay.test -SenderAddress f@corp.test")
    outbound = "Get-SPServiceInstance -All | Where-Object TypeName -like '*Outbound*'"
    assert shell.run(f"({outbound}).Server.Name") == ["relay.test"]
    incoming = "(Get-SPServiceInstance -Server WEB01 | Where-Object TypeName -like '*Incoming*')"
    assert shell.run(
        f"{incoming}.Status; $null = {incoming} | Start-SPServiceInstance; {incoming}.Status"
    ) == ["Disabled", "Online"]
    shell.run(f"$null = {incoming} | Stop-SPServiceInstance -Confirm:$false")
    assert shell.run(f"{incoming}.Status") == ["Disabled"]


def test_a_service_is_all_its_instances(shell: Shell) -> None:
    shell.farm.store.commit(
        puts=[Record("server", uuid4(), {"name": "APP01", "address": "APP01", "role": "WebFrontEnd"})]
    )
    name = "Microsoft SharePoint Foundation Timer"
    shell.run(f"Stop-SPService '{name}' -Confirm:$false")
    assert shell.run(f"(Get-SPService '{name}').Instances.Status") == ["Disabled", "Disabled"]
    shell.run(f"Get-SPService '{name}' | Start-SPService")
    assert shell.run(f"(Get-SPService '{name}').Status") == ["Online"]
    assert error_id(make_farm(shell.folder / "old", version="2013"), "Get-SPService") == "NotInProductVersion"


def test_timer_jobs_are_scheduled_and_switched(shell: Shell) -> None:
    shell.run("Set-SPTimerJob job-immediate-alerts -Schedule 'every 1 minutes'")
    job = "(Get-SPTimerJob job-immediate-alerts)"
    assert shell.run(f"{job}.Schedule")[0].lower().startswith("every 1 minutes")
    assert (
        error_id(shell, "Set-SPTimerJob job-immediate-alerts -Schedule 'now and then'") == "InvalidSchedule"
    )
    shell.run(f"{job} | Disable-SPTimerJob")
    assert error_id(shell, "Start-SPTimerJob job-immediate-alerts") == "TimerJobDisabled"
    shell.run(f"{job} | Enable-SPTimerJob")
    assert shell.run(f"{job}.IsDisabled") == [False]


def test_managed_accounts(shell: Shell) -> None:
    credential = (
        "([pscredential]::new('CORP\\svc', (ConvertTo-SecureString 'canary-pw' -AsPlainText -Force)))"
    )
    shell.run(f"$null = New-SPManagedAccount {credential}")
    assert error_id(shell, f"New-SPManagedAccount {credential}") == "ManagedAccountExists"
    shell.run("Set-SPManagedAccount 'corp\\SVC' -EmailNotification 7 -Confirm:$false")
    assert shell.run("(Get-SPManagedAccount 'CORP\\svc').DaysBeforeChangeToEmail") == [7]
    assert "canary-pw" not in (shell.folder / "farm.toml").read_text()
    shell.run("Remove-SPManagedAccount 'CORP\\svc' -Confirm:$false")
    assert shell.run("(Get-SPManagedAccount | Measure-Object).Count") == [0]


def test_quota_templates_and_site_quotas(shell: Shell) -> None:
    shell.run("""
        $svc = [Microsoft.SharePoint.Administration.SPWebService]::ContentService
        $t = New-Object Microsoft.SharePoint.Administration.SPQuotaTemplate
        $t.Name = 'Team'; $t.StorageMaximumLevel = 100MB; $t.StorageWarningLevel = 80MB
        $svc.QuotaTemplates.Add($t); $svc.Update()
    """)
    shell.run(f"Set-SPSite {SITE} -QuotaTemplate Team")
    assert shell.run(f"(Get-SPSite {SITE}).Quota.StorageMaximumLevel / 1MB") == [100]
    assert (
        error_id(shell, f"Set-SPSite {SITE} -QuotaTemplate Team -MaxSize 1") == "QuotaTemplateExcludesSizes"
    )
    assert error_id(shell, f"Set-SPSite {SITE} -MaxSize 1MB -WarningSize 2MB") == "InvalidQuota"
    assert error_id(shell, f"Set-SPSite {SITE} -QuotaTemplate Nobody") == "ObjectNotFound"
    shell.run(f"$s = Get-SPSite {SITE}; $q = $s.Quota; $q.StorageMaximumLevel = 200MB; $s.Quota = $q")
    assert shell.run(f"(Get-SPSite {SITE}).Quota.StorageMaximumLevel / 1MB") == [200]
    shell.run(
        "[Microsoft.SharePoint.Administration.SPWebService]::ContentService.QuotaTemplates.Delete('team')"
    )
    assert shell.run(
        "[Microsoft.SharePoint.Administration.SPWebService]::ContentService.QuotaTemplates.Count"
    ) == [0]


def test_site_owner_and_lock(shell: Shell) -> None:
    shell.run(
        f"Set-SPSite {SITE} -OwnerAlias 'CORP\\ann' -SecondaryOwnerAlias 'CORP\\ben' -LockState readonly"
    )
    assert shell.run(f"$s = Get-SPSite {SITE}; $s.Owner.Email, $s.SecondaryContact.Email, $s.LockState, $s.ReadOnly") == [
        "ann@corp.test", "ben@corp.test", "ReadOnly", True,
    ]  # fmt: skip


def test_webs_come_and_go_with_what_is_in_them(shell: Shell) -> None:
    shell.run(
        f"$null = New-SPWeb {SITE}/team -Name Team -UniquePermissions; Set-SPWeb {SITE}/team -RelativeUrl crew -Description d"
    )
    assert shell.run(f"(Get-SPWeb {SITE}/crew).Description") == ["d"]
    before = len(list(shell.farm.all(SPList)))
    shell.run(f"Remove-SPWeb {SITE}/crew -Confirm:$false")
    assert before - len(list(shell.farm.all(SPList))) == 2
    assert error_id(shell, f"Remove-SPWeb {SITE} -Confirm:$false") == "RootWebStays"
    assert error_id(shell, "New-SPWeb http://elsewhere.test/x") == "ObjectNotFound"


def test_users_change_and_leave_with_their_alerts(shell: Shell) -> None:
    user = f"Set-SPUser 'CORP\\ann' -Web {SITE}"
    (changed,) = shell.run(
        f"{user} -Email new@corp.test -ClearPermissions -AddPermissionLevel Contribute, Read -PassThru"
    )
    assert (changed.email, changed.body["permission_levels"]) == ("new@corp.test", ["Contribute", "Read"])
    shell.run(f"{user} -RemovePermissionLevel read")
    shell.run(
        f"$w = Get-SPWeb {SITE}; $null = New-SPAlert (Get-SPUser 'CORP\\ann' -Web $w) $w.Lists['Documents'] -NoConfirmation"
    )
    shell.run(f"Remove-SPUser 'CORP\\ann' -Web {SITE} -Confirm:$false")
    assert shell.run(f"(Get-SPUser -Web {SITE}).UserLogin") == ["CORP\\ben", "CORP\\olga"]
    assert list(shell.farm.store.scan("alert")) == []


def test_assignments(shell: Shell) -> None:
    script = "$a = Start-SPAssignment; $a.GetType().Name; $a | Stop-SPAssignment; Start-SPAssignment -Global; Stop-SPAssignment -Global"
    assert shell.run(script) == ["SPAssignmentCollection"]
    assert error_id(shell, "Stop-SPAssignment -Global") == "NoGlobalAssignment"


@pytest.mark.parametrize(
    "command",
    [
        f"Set-SPSite {SITE} -LockState ReadOnly", f"New-SPWeb {SITE}/x", f"Remove-SPUser 'CORP\\ben' -Web {SITE} -Confirm:$false",
        f"Disable-SPHealthAnalysisRule '{NO_MAIL}' -Confirm:$false", "Disable-SPTimerJob job-immediate-alerts",
        "Get-SPServiceInstance | Stop-SPServiceInstance -Confirm:$false",
    ],
)  # fmt: skip
def test_who_does_not_administer_the_farm_changes_nothing(shell: Shell, command: str) -> None:
    before = (shell.folder / "farm.toml").read_text()
    shell.service.context.caller = "CORP\\mallory"
    assert error_id(shell, command) == "AccessDenied"
    assert (shell.folder / "farm.toml").read_text() == before


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("New-SPEnterpriseSearchServiceApplication", "2013, 2016, 2019, SE has it; it is outside the scope"),
        ("Get-SPNoSuchThingAtAll", "is not the name of a cmdlet"),
    ],
)
def test_a_cmdlet_that_sharepoint_has_and_spshell_has_not_is_recognised(
    shell: Shell, command: str, says: str
) -> None:
    """
    R24: the error is the one for an unknown command; its text tells the two cases apart.
    """
    with pytest.raises(NetException) as caught:
        shell.run(command)
    assert caught.value.error_id == "CommandNotFoundException"
    assert says in str(caught.value)
    assert ("outside the scope" in str(caught.value)) is ("Enterprise" in command)
