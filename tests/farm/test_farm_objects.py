"""Farm objects: copies in hand, conflicts, who may change what."""

from __future__ import annotations

import json

import pytest

from spshell.farm.web_application import find_application
from spshell.values.exceptions import NetException
from tests.farm.farms import PORTAL, Shell, make_farm


def test_an_assignment_changes_the_copy_only_until_update(tmp_path):
    """
    Two variables that fetched the same object hold two copies.
    """
    shell = make_farm(tmp_path)
    shell.run(f"$a = Get-SPWebApplication {PORTAL}; $b = Get-SPWebApplication {PORTAL}")
    shell.run("$a.OutboundMailSenderAddress = 'a@corp.test'")
    assert shell.run("$b.OutboundMailSenderAddress") == [None]
    shell.run("$a.Update()")
    assert shell.run(f"(Get-SPWebApplication {PORTAL}).OutboundMailSenderAddress") == ["a@corp.test"]


def test_a_stale_copy_is_refused_and_nothing_is_written(tmp_path):
    """
    The second of two writers gets SPUpdatedConcurrencyException; the first one's change stands.
    """
    shell = make_farm(tmp_path)
    shell.run(f"$a = Get-SPWebApplication {PORTAL}; $b = Get-SPWebApplication {PORTAL}")
    shell.run(
        "$a.OutboundMailSenderAddress = 'first@corp.test'; $a.Update(); $b.OutboundMailSenderAddress = 'second@corp.test'"
    )
    caught = shell.run(
        "try { $b.Update() } catch [Microsoft.SharePoint.Administration.SPUpdatedConcurrencyException] { 'conflict' }"
    )
    assert caught == ["conflict"]
    assert shell.run(f"(Get-SPWebApplication {PORTAL}).OutboundMailSenderAddress") == ["first@corp.test"]


def test_update_true_reloads_an_object_that_exists(tmp_path):
    """
    Update($true) takes over what is stored; it does not force.
    """
    shell = make_farm(tmp_path)
    shell.run(
        f"$a = Get-SPWebApplication {PORTAL}; $a.OutboundMailSenderAddress = 'lost@corp.test'; $a.Update($true)"
    )
    assert shell.run("$a.OutboundMailSenderAddress") == [None]


def test_only_farm_administrators_configure(tmp_path):
    """
    Anybody else is refused in the engine, and the file stays byte for byte.
    """
    make_farm(tmp_path)
    before = (tmp_path / "farm.toml").read_bytes()
    other = Shell(tmp_path, caller="CORP\\mallory")
    for line in (
        f"$w = Get-SPWebApplication {PORTAL}; $w.OutboundMailSenderAddress = 'm@corp.test'; $w.Update()",
        f"Set-SPWebApplication {PORTAL} -SMTPServer evil.test -DisableSMTPEncryption",
        "Set-SPApplicationCredentialKey (ConvertTo-SecureString 'x' -AsPlainText)",
        "Set-SPMailSettings -Server evil.test",
        f"Remove-SPWebApplication {PORTAL} -Confirm:$false",
        "New-SPWebApplication -Name x -Url http://x.test -ApplicationPool x",
    ):
        with pytest.raises(NetException) as caught:
            other.run(line)
        assert "Access denied" in str(caught.value), line
    assert (tmp_path / "farm.toml").read_bytes() == before


def test_a_farm_administrator_who_is_no_local_administrator_may_not_touch_the_smtp_service(tmp_path):
    """
    The SMTP service and the credential key need local Administrators too.
    """
    shell = make_farm(tmp_path)
    farm = shell.farm
    farm.body["administrators"].append("CORP\\fred")
    farm.commit()
    fred = Shell(tmp_path, caller="CORP\\fred")
    fred.run(f"$w = Get-SPWebApplication {PORTAL}; $w.AlertsEnabled = $false; $w.Update()")
    with pytest.raises(NetException, match="local administrator"):
        fred.run(f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test -DisableSMTPEncryption")


def test_every_commit_is_in_the_journal_without_secrets(tmp_path):
    """
    Who, when, what before and after.
    """
    shell = make_farm(tmp_path)
    shell.run(
        f"$w = Get-SPWebApplication {PORTAL}; $w.OutboundMailSenderAddress = 'j@corp.test'; $w.Update()"
    )
    lines = (tmp_path / "farm.journal.jsonl").read_text(encoding="utf-8").splitlines()
    last = json.loads(lines[-1])
    assert any(change.get("after") == "j@corp.test" for change in last["changes"])


@pytest.mark.parametrize(
    ("version", "line", "named"),
    [
        ("2016", "-SMTPServer r -SMTPCredentials $c", "2019"),
        ("2013", "-SMTPServer r -SMTPServerPort 587", "2016"),
        ("2013", "-SMTPServer r -DisableSMTPEncryption", "2016"),
    ],
)
def test_a_parameter_that_the_product_version_lacks_is_refused_by_name(tmp_path, version, line, named):
    """
    The error says which versions have it; nothing is changed.
    """
    shell = make_farm(tmp_path, version=version)
    shell.run("$c = [pscredential]::new('u', (ConvertTo-SecureString 'p' -AsPlainText))")
    with pytest.raises(NetException, match=named):
        shell.run(f"Set-SPWebApplication {PORTAL} {line}")
    assert "mail_server" not in find_application(shell.farm, PORTAL).body
