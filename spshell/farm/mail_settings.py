"""Outgoing mail settings: of the farm (Central Administration), of one web application, and the effective ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spshell.farm import credential_key

if TYPE_CHECKING:
    from spshell.farm.web_application import SPWebApplication
    from spshell.mail import Credential, Relay, Sender

UTF8 = 65001
DEFAULT_PORT = 25


@dataclass(frozen=True)
class Effective:
    """The settings that hold for a web application, each with where it comes from (``Farm`` or its own URL)."""

    server: str | None
    port: int
    sender: str | None
    reply_to: str | None
    code_page: int
    tls: bool
    user: str | None
    override_envelope_sender: bool | None
    origins: dict[str, str]
    owner: Any
    """The web application whose credentials and server apply; None without a server."""


def effective(application: SPWebApplication) -> Effective:
    """What holds for a web application: its own value, else the farm's."""
    levels = [application]
    if not application.is_administration:
        central = application.farm_object.central_administration()
        if central is not None:
            levels.append(central)
    origins: dict[str, str] = {}

    def first(key: str, name: str) -> Any:
        for level in levels:
            if key in level.body:
                origins[name] = "Farm" if level.is_administration else str(level.url)
                return level.body[key]
        return None

    server = first("mail_server", "Server")
    owner = next((level for level in levels if level.body.get("mail_server")), None)
    port = owner.body.get("mail_port", DEFAULT_PORT) if owner is not None else DEFAULT_PORT
    tls = bool(owner.body.get("mail_tls", False)) if owner is not None else False
    user = owner.body.get("mail_user") if owner is not None else None
    return Effective(
        server,
        int(port),
        first("mail_sender", "SenderAddress"),
        first("mail_reply_to", "ReplyToAddress"),
        int(first("mail_code_page", "CodePage") or UTF8),
        tls,
        user,
        first("mail_override_sender", "OverrideEnvelopeSender"),
        origins,
        owner,
    )


def seal_password(application: SPWebApplication, user: str, password: str) -> None:
    """Seal a password into a web application's settings with this server's key. Raises KeyMissing."""
    context = application.farm_object.context
    key = credential_key.load_key(context.home, context.server)
    body = application.body
    port = int(body.get("mail_port", DEFAULT_PORT))
    body["mail_user"] = user
    body["sealed_password"] = credential_key.seal(key, password, str(body["mail_server"]), port, user)
    body["mail_key_check"] = credential_key.key_check(key)


def read_password(application: SPWebApplication) -> str:
    """The SMTP password. Raises KeyMissing or KeyDiffers."""
    context = application.farm_object.context
    key = credential_key.load_key(context.home, context.server)
    body = application.body
    port = int(body.get("mail_port", DEFAULT_PORT))
    return credential_key.unseal(
        key, str(body["sealed_password"]), str(body["mail_server"]), port, str(body["mail_user"])
    )


def forget_password(application: SPWebApplication) -> None:
    """Anonymous from now on."""
    for key in ("mail_user", "sealed_password", "mail_key_check"):
        application.body.pop(key, None)


def relay_of(application: SPWebApplication) -> Relay:
    """The frozen relay for a web application's mail.

    Raises RelayUnavailable when no SMTP server is configured; the credential is fetched when AUTH happens, and
    CredentialUnavailable then holds the mail.
    """
    from spshell.mail import Relay, RelayUnavailable, TlsPolicy

    settings = effective(application)
    if not settings.server or settings.owner is None:
        raise RelayUnavailable("no outgoing SMTP server is configured")
    farm = application.farm_object
    certificate = settings.owner.body.get("mail_certificate") if settings.tls else None
    return Relay(
        settings.server,
        settings.port,
        TlsPolicy.REQUIRED if settings.tls else TlsPolicy.NEVER,
        credentials=_credentials(settings.owner) if settings.user else None,
        local_name=farm.context.server,
        trust_roots=tuple(farm.trust_roots()),
        intermediates=tuple(farm.intermediates()),
        client_certificate=_client_certificate(farm, certificate),
        revision=f"{settings.owner.record.version}:{_key_revision(farm)}",
    )


def _client_certificate(farm: Any, ident: str | None) -> Any:
    if ident is None:
        return None
    from spshell.farm.certificate import client_certificate

    return client_certificate(farm, ident)


def _key_revision(farm: Any) -> str:
    server = farm.local_server()
    return "" if server is None else str(server.key_check)


def _credentials(owner: SPWebApplication) -> Any:
    def fetch() -> Credential:
        from spshell.mail import Credential, CredentialUnavailable

        try:
            return Credential(str(owner.body["mail_user"]), read_password(owner))
        except (credential_key.KeyMissing, credential_key.KeyDiffers) as error:
            raise CredentialUnavailable(str(error)) from None

    return fetch


def sender_for(application: SPWebApplication, impersonated: Any = None) -> Sender:
    """Who a message of a web application is from (`impersonated`: a Mailbox, for messages in a user's name)."""
    from spshell.mail import Mailbox, SenderSettings, resolve_sender

    settings = effective(application)
    host = settings.server or "localhost"
    from_ = Mailbox.from_setting(settings.sender or "sharepoint", host)
    reply = Mailbox.from_setting(settings.reply_to, host) if settings.reply_to else None
    return resolve_sender(SenderSettings(from_, reply, settings.override_envelope_sender), impersonated)
