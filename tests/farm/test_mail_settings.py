"""Outgoing mail settings: absent, null and given values; the credential key; effective settings."""

from __future__ import annotations

import pytest

from spshell.farm import credential_key
from spshell.farm.mail_settings import effective, read_password, relay_of
from spshell.farm.web_application import find_application
from spshell.mail import CredentialUnavailable, RelayUnavailable, TlsPolicy
from spshell.values.exceptions import NetException
from tests.farm.farms import CANARY, PORTAL, Shell, make_farm

KEY = "Set-SPApplicationCredentialKey (ConvertTo-SecureString 'Credential-Key-2026!' -AsPlainText)"
CREDENTIAL = f"$c = [pscredential]::new('farm@corp.test', (ConvertTo-SecureString '{CANARY}' -AsPlainText))"


@pytest.fixture
def shell(tmp_path):
    """
    A farm whose portal sends with a credential through relay.corp.test:587.
    """
    made = make_farm(tmp_path)
    made.run(KEY)
    made.run(CREDENTIAL)
    made.run(
        f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test -SMTPServerPort 587 -SMTPCredentials $c "
        "-OutgoingEmailAddress farm@corp.test -ReplyToEmailAddress help@corp.test"
    )
    return made


def portal(shell):
    return find_application(shell.farm, PORTAL)


def test_tls_is_on_unless_it_is_disabled(shell):
    """
    -DisableSMTPEncryption is the only way to clear text; a plain re-run turns TLS on again.
    """
    assert relay_of(portal(shell)).tls is TlsPolicy.REQUIRED
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test -DisableSMTPEncryption")
    assert relay_of(portal(shell)).tls is TlsPolicy.NEVER
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test")
    assert relay_of(portal(shell)).tls is TlsPolicy.REQUIRED


def test_credentials_that_are_not_given_stay_also_on_another_server(shell):
    """
    They are sealed anew for the new host and port.
    """
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer other.corp.test -SMTPServerPort 25")
    assert read_password(portal(shell)) == CANARY
    assert relay_of(portal(shell)).credentials().password == CANARY


def test_null_credentials_are_anonymous(shell):
    """
    -SMTPCredentials $null forgets user and password; AUTH is never sent then.
    """
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test -SMTPCredentials $null")
    body = portal(shell).body
    assert not {"mail_user", "sealed_password", "mail_key_check"} & body.keys()
    assert relay_of(portal(shell)).credentials is None


def test_a_null_server_clears_it_and_what_hangs_on_it(shell):
    """
    -SMTPServer $null: nothing is configured, nothing is sent.
    """
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer $null")
    assert "sealed_password" not in portal(shell).body
    with pytest.raises(RelayUnavailable):
        relay_of(portal(shell))


def test_addresses_that_are_not_given_stay(shell):
    """
    Only what is named changes.
    """
    shell.run(
        f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test -ReplyToEmailAddress desk@corp.test"
    )
    found = effective(portal(shell))
    assert (found.sender, found.reply_to, found.port) == ("farm@corp.test", "desk@corp.test", 587)


def test_a_web_application_overrides_the_farm_and_says_where_values_come_from(shell):
    """
    Own values first, the farm's otherwise.
    """
    shell.run(
        "Set-SPMailSettings -Server farm-relay.corp.test -SenderAddress everyone@corp.test -CodePage 932 | Out-Null"
    )
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer $null -OutgoingEmailAddress portal@corp.test")
    found = effective(portal(shell))
    assert (found.server, found.sender, found.code_page) == ("farm-relay.corp.test", "portal@corp.test", 932)
    assert found.origins == {
        "Server": "Farm",
        "SenderAddress": PORTAL + "/",
        "ReplyToAddress": PORTAL + "/",
        "CodePage": "Farm",
    }


def test_credentials_need_the_key_first(tmp_path):
    """
    Without the application credential key nothing is stored, and the way out is named.
    """
    made = make_farm(tmp_path)
    made.run(CREDENTIAL)
    with pytest.raises(NetException, match="Set-SPApplicationCredentialKey"):
        made.run(f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test -SMTPCredentials $c")
    assert "mail_server" not in find_application(made.farm, PORTAL).body


def test_another_key_is_noticed_and_mail_is_held_never_anonymous(shell):
    """
    After a different key the password cannot be read: a warning at once, CredentialUnavailable at send time.
    """
    shell.run(KEY.replace("2026", "2027"))
    assert "stored with another key" in shell.out.getvalue()
    with pytest.raises(CredentialUnavailable):
        relay_of(portal(shell)).credentials()


def test_a_second_server_without_the_key_is_named(shell, tmp_path):
    """
    Every member server needs the key; the warning names the one that lacks it.
    """
    from uuid import uuid4

    from spshell.state import Record

    shell.farm.store.commit(puts=[Record("server", uuid4(), {"name": "APP02", "role": "Application"})])
    shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer relay.corp.test -SMTPCredentials $c")
    assert "APP02 cannot read the SMTP password" in shell.out.getvalue()
    app02 = Shell(tmp_path, server="APP02")
    with pytest.raises(CredentialUnavailable):
        relay_of(find_application(app02.farm, PORTAL)).credentials()


def test_the_key_file_is_private_and_no_key_is_in_the_farm(shell, tmp_path):
    """
    Mode 0600 under SPSHELL_HOME; the farm file holds a check value only.
    """
    path = credential_key.key_folder(tmp_path / "home", "WEB01") / "application-credential.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text() not in (tmp_path / "farm.toml").read_text()
    path.chmod(0o644)
    with pytest.raises(credential_key.KeyMissing):
        credential_key.load_key(tmp_path / "home", "WEB01")


def test_a_sealed_password_opens_for_its_own_relay_and_user_only():
    """
    Host, port and user are bound in.
    """
    key = credential_key.derive("a good long password 1!", "farm")
    sealed = credential_key.seal(key, CANARY, "relay", 25, "user")
    assert credential_key.unseal(key, sealed, "RELAY", 25, "user") == CANARY
    for host, port, user in (("other", 25, "user"), ("relay", 587, "user"), ("relay", 25, "root")):
        with pytest.raises(credential_key.KeyDiffers):
            credential_key.unseal(key, sealed, host, port, user)


def test_format_list_shows_no_secret(shell):
    """
    Get-SPWebApplication | Format-List * shows a SecureString and nothing behind it.
    """
    text = shell.run(f"Get-SPWebApplication {PORTAL} | Format-List * | Out-String")[0]
    assert "OutboundMailPassword" in text
    assert CANARY not in text
    assert shell.run(f"(Get-SPWebApplication {PORTAL}).OutboundMailPassword.GetType().Name") == [
        "SecureString"
    ]


def test_the_vendors_own_misprint_gets_a_hint(shell):
    """
    -ReplyToAddress is not a parameter: the error proposes -ReplyToEmailAddress.
    """
    with pytest.raises(NetException, match="ReplyToEmailAddress"):
        shell.run(f"Set-SPWebApplication {PORTAL} -SMTPServer r -ReplyToAddress x@y.z")


def test_update_mail_settings_saves_by_itself(shell):
    """
    Both overloads; the second sets TLS, then the port.
    """
    shell.run(f"$w = Get-SPWebApplication {PORTAL}; $w.UpdateMailSettings('m1', 'a@b.c', 'd@e.f', 65001)")
    assert effective(portal(shell)).server == "m1"
    shell.run("$w.UpdateMailSettings('m2', 'a@b.c', 'd@e.f', 1252, $true, 2525)")
    found = effective(portal(shell))
    assert (found.server, found.port, found.tls, found.code_page) == ("m2", 2525, True, 1252)


@pytest.mark.parametrize(
    ("version", "lacking"),
    [
        ("2013", ["OutboundMailPort = 587", "OutboundMailEnableSsl = $true", "OutboundMailOverrideEnvelopeSender = $true"]),
        ("2016", []),
        ("2019", []),
        ("SE", []),
    ],
)
def test_properties_exist_in_their_product_versions(tmp_path, version, lacking):
    """
    R23: what a version lacks is null and cannot be set, and the error says which versions have it.
    """
    made = make_farm(tmp_path, version=version)
    for assignment in ("OutboundMailPort = 587", "OutboundMailEnableSsl = $true", "OutboundMailOverrideEnvelopeSender = $true"):
        script = f"$wa = Get-SPWebApplication {PORTAL}; $wa.{assignment}"
        if assignment in lacking:
            with pytest.raises(NetException) as caught:
                made.run(script)
            assert "2016, 2019, SE" in str(caught.value)
        else:
            made.run(script)
    old = f"(Get-SPWebApplication {PORTAL}).UpdateMailSettings('r', 'f@corp.test', '', 65001"
    made.run(old + ")")
    if version == "2013":
        with pytest.raises(NetException):
            made.run(old + ", $true, 587)")
    else:
        made.run(old + ", $true, 587)")
    assert made.run("Get-SPServer | Where-Object Role -eq Invalid | ForEach-Object Address") == ["r"]
