"""Changing a web application's mail settings, as Set-SPWebApplication and Set-SPMailSettings do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spshell.farm import credential_key, errors, mail_settings

if TYPE_CHECKING:
    from spshell.farm.web_application import SPWebApplication


@dataclass
class MailChange:
    """What to change. ``server`` None clears it; ``has_...`` tells absent from null."""

    server: str | None = None
    port: int | None = None
    tls: bool | None = None
    sender: str | None = None
    has_sender: bool = False
    reply_to: str | None = None
    has_reply_to: bool = False
    credentials: Any = None
    has_credentials: bool = False
    certificate: Any = None
    has_certificate: bool = False


def apply(application: SPWebApplication, change: MailChange) -> list[str]:
    """Change and save. Returns warnings.

    Raises SecurityException for the wrong caller, InvalidOperation when credentials cannot be sealed or cannot
    follow a changed server; nothing is saved then.
    """
    farm = application.farm_object
    farm.authorize_server("configuring outgoing mail")
    if change.has_credentials and change.credentials is not None and not farm.at_least("2019"):
        raise errors.version_lacks(farm.product_version, "SMTP authentication", ("2019", "SE"))
    if change.has_certificate and change.certificate is not None:
        _check_certificate(application, change)
    kept = None if change.has_credentials else _kept_password(application, change)
    _write(application.body, change)
    application.check()
    if change.has_certificate:
        _set_certificate(application, change.certificate)
    if change.has_credentials:
        _set_credentials(application, change.credentials)
    elif kept is not None:
        mail_settings.seal_password(application, str(application.body["mail_user"]), kept)
    application.commit()
    return _warnings(application)


def _kept_password(application: SPWebApplication, change: MailChange) -> str | None:
    """The stored password when it must be sealed anew because host or port change; None otherwise."""
    body = application.body
    if "sealed_password" not in body:
        return None
    port = change.port if change.port is not None else body.get("mail_port", mail_settings.DEFAULT_PORT)
    same = change.server == body.get("mail_server") and port == body.get(
        "mail_port", mail_settings.DEFAULT_PORT
    )
    if same:
        return None
    if change.server is None:
        mail_settings.forget_password(application)
        return None
    try:
        return mail_settings.read_password(application)
    except (credential_key.KeyMissing, credential_key.KeyDiffers) as error:
        raise errors.invalid(
            f"The stored SMTP credentials cannot follow to {change.server}: {error}. Give -SMTPCredentials again.",
            "CredentialsUnreadable",
        ) from None


def _write(body: dict[str, Any], change: MailChange) -> None:
    pairs: list[tuple[str, Any]] = [("mail_server", change.server)]
    if change.port is not None:
        pairs.append(("mail_port", change.port))
    if change.tls is not None:
        pairs.append(("mail_tls", change.tls))
    if change.has_sender:
        pairs.append(("mail_sender", change.sender))
    if change.has_reply_to:
        pairs.append(("mail_reply_to", change.reply_to))
    for key, value in pairs:
        if value is None or value == "":
            body.pop(key, None)
        else:
            body[key] = value


def _check_certificate(application: SPWebApplication, change: MailChange) -> None:
    """A client certificate needs Subscription Edition, TLS, and to be good for it."""
    from spshell.farm.certificate import check_for_smtp

    farm = application.farm_object
    if not farm.at_least("SE"):
        raise errors.version_lacks(farm.product_version, "A client certificate for SMTP", ("SE",))
    tls = application.body.get("mail_tls", False) if change.tls is None else change.tls
    if not tls:
        raise errors.invalid(
            "A client certificate is shown inside TLS only: leave -DisableSMTPEncryption away.",
            "CertificateNeedsTls",
        )
    check_for_smtp(change.certificate)


def _set_certificate(application: SPWebApplication, certificate: Any) -> None:
    if certificate is None:
        application.body.pop("mail_certificate", None)
    else:
        application.body["mail_certificate"] = str(certificate.record.id)


def _set_credentials(application: SPWebApplication, credentials: Any) -> None:
    if credentials is None:
        mail_settings.forget_password(application)
        return
    if not application.body.get("mail_server"):
        raise errors.invalid("Credentials need an SMTP server.", "NoSmtpServer")
    try:
        mail_settings.seal_password(application, str(credentials.user_name), credentials.password.reveal())
    except credential_key.KeyMissing as error:
        raise errors.invalid(
            f"The SMTP password cannot be stored: {error}. Run Set-SPApplicationCredentialKey on each server first.",
            "CredentialKeyMissing",
        ) from None


def _warnings(application: SPWebApplication) -> list[str]:
    from spshell.farm.server import SPServer

    check = application.body.get("mail_key_check")
    if check is None:
        return []
    servers = [s for s in application.farm_object.all(SPServer) if s.is_member and s.key_check != check]
    return [
        f"The server {server.name} cannot read the SMTP password: "
        + (
            "it has no application credential key."
            if server.key_check is None
            else "its credential key differs."
        )
        for server in servers
    ]
