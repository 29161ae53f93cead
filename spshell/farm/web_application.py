"""Web applications and Central Administration, with their outgoing mail settings."""

from __future__ import annotations

from typing import Any

from spshell.farm import credential_key, errors, mail_settings
from spshell.farm.persisted import SPPersistedObject, gated, stored
from spshell.values.declare import method, net_class, prop

_SINCE_2019 = ("2019", "SE")
_SINCE_2016 = ("2016", *_SINCE_2019)
"""Product versions that have a property; 2016 got OutboundMailOverrideEnvelopeSender by an update (KB4011244)."""


@net_class("Microsoft.SharePoint.Administration.SPOutboundMailServiceInstance")
class SPOutboundMailServiceInstance:
    """The outgoing mail service that a web application uses; its server is the SMTP host."""

    def __init__(self, host: str) -> None:
        self.host = host

    @prop("System.Object Server {get}")
    def server(self) -> Any:
        return SmtpServer(self.host)

    @prop("string TypeName {get}")
    def type_name(self) -> str:
        return "Microsoft SharePoint Foundation Outbound E-Mail"

    def ps_text(self) -> str:
        return "SPOutboundMailServiceInstance"

    to_string = ps_text


@net_class("Microsoft.SharePoint.Administration.SPServer.Smtp")
class SmtpServer:
    """The SMTP host as a server of the farm (role Invalid)."""

    def __init__(self, host: str) -> None:
        self.host = host

    @prop("string Address {get}")
    def address(self) -> str:
        return self.host

    @prop("string Name {get}")
    def name(self) -> str:
        return self.host

    @prop("string DisplayName {get}")
    def display_name(self) -> str:
        return self.host

    def ps_text(self) -> str:
        return f"SPServer Name={self.host}"

    to_string = ps_text


@net_class("Microsoft.SharePoint.Administration.SPWebApplication")
class SPWebApplication(SPPersistedObject):
    """Microsoft.SharePoint.Administration.SPWebApplication.

    Settings of mail are kept only where they were set: what is missing comes from Central Administration.
    """

    kind = "web_application"
    what = "the web application"
    ps_view = ("table", (("DisplayName", 36, "", "DisplayName"), ("Url", 0, "", "Url")))

    url = stored("string Url {get}", "url", "")
    display_name = stored("string DisplayName {get;set}", "name", "")
    port = stored("int Port {get}", "port", 80)
    application_pool = stored("string ApplicationPool {get}", "application_pool", "")
    alerts_enabled = stored("bool AlertsEnabled {get;set}", "alerts_enabled", True)
    alerts_limited = stored("bool AlertsLimited {get;set}", "alerts_limited", True)
    alerts_maximum = stored("int AlertsMaximum {get;set}", "alerts_maximum", 500)
    outbound_mail_sender_address = stored("string OutboundMailSenderAddress {get;set}", "mail_sender")
    outbound_mail_reply_to_address = stored("string OutboundMailReplyToAddress {get;set}", "mail_reply_to")
    outbound_mail_code_page = stored(
        "int OutboundMailCodePage {get;set}", "mail_code_page", mail_settings.UTF8
    )
    outbound_mail_port = gated(
        "int OutboundMailPort {get;set}", "mail_port", _SINCE_2016, mail_settings.DEFAULT_PORT
    )
    outbound_mail_enable_ssl = gated(
        "System.Nullable[bool] OutboundMailEnableSsl {get;set}", "mail_tls", _SINCE_2016
    )
    outbound_mail_override_envelope_sender = gated(
        "System.Nullable[bool] OutboundMailOverrideEnvelopeSender {get;set}",
        "mail_override_sender",
        _SINCE_2016,
    )
    outbound_mail_user_name = gated("string OutboundMailUserName {get}", "mail_user", _SINCE_2019)
    send_unused_notifications = stored(
        "bool SendUnusedSiteCollectionNotifications {get;set}", "send_unused_notifications", False
    )
    delete_unused_sites = stored(
        "bool AutomaticallyDeleteUnusedSiteCollections {get;set}", "delete_unused_sites", False
    )
    unused_notice_days = stored("int UnusedSiteNotificationDays {get;set}", "unused_notice_days", 30)
    unused_notices_before_deletion = stored(
        "int UnusedSiteNotificationsBeforeDeletion {get;set}", "unused_notices_before_deletion", 28
    )
    default_quota_template = stored("string DefaultQuotaTemplate {get;set}", "default_quota_template")
    default_time_zone = stored("int DefaultTimeZone {get;set}", "default_time_zone", 0)

    @prop("timespan UnusedSiteNotificationPeriod {get;set}")
    def unused_site_notification_period(self) -> Any:
        """How long after its last confirmation a site's owner is asked."""
        from spshell.values.conversion import convert, resolve_type_name

        return convert(f"{int(self.unused_notice_days)}.00:00:00", resolve_type_name("timespan"))

    @unused_site_notification_period.setter
    def set_unused_site_notification_period(self, value: Any) -> None:
        self.unused_notice_days = max(1, int(value.ticks // 864_000_000_000))

    @property
    def is_administration(self) -> bool:
        return bool(self.body.get("is_administration", False))

    @prop("bool IsAdministrationWebApplication {get}")
    def is_administration_web_application(self) -> bool:
        return self.is_administration

    @prop(
        "Microsoft.SharePoint.Administration.SPOutboundMailServiceInstance OutboundMailServiceInstance {get}"
    )
    def outbound_mail_service_instance(self) -> Any:
        host = self.body.get("mail_server")
        return None if not host else SPOutboundMailServiceInstance(str(host))

    @prop("securestring OutboundMailPassword {get}")
    def outbound_mail_password(self) -> Any:
        """The sealed password as a SecureString: null without one, or when this server cannot read it."""
        if "sealed_password" not in self.body:
            return None
        from spshell.farm.secure_text import to_secure_string

        try:
            return to_secure_string(mail_settings.read_password(self))
        except (credential_key.KeyMissing, credential_key.KeyDiffers):
            return None

    @prop("System.Object Sites {get}")
    def sites(self) -> list[Any]:
        from spshell.farm.site import SPSite

        own = str(self.record.id)
        return [site for site in self.farm_object.all(SPSite) if site.body.get("web_application") == own]

    @prop("System.Object JobDefinitions {get}")
    def job_definitions(self) -> list[Any]:
        from spshell.farm.job_definition import SPJobDefinition

        own = str(self.record.id)
        return [
            job for job in self.farm_object.all(SPJobDefinition) if job.body.get("web_application") == own
        ]

    def check(self) -> None:
        port = self.body.get("mail_port", mail_settings.DEFAULT_PORT)
        if not 1 <= int(port) <= 65535:
            raise errors.invalid(
                f"The SMTP port {port} is not between 1 and 65535.", "InvalidPort", target=port
            )

    @method(
        "void UpdateMailSettings(string strOutboundSMTPServer, string strFromAddress, string strReplyToAddress, int nCodePage)",
        "void UpdateMailSettings(string strOutboundSMTPServer, string strFromAddress, string strReplyToAddress, "
        "int nCodePage, System.Nullable[bool] bEnableSsl, int nPort)",
    )
    def update_mail_settings(
        self, server: Any, from_address: Any, reply_to: Any, code_page: int, tls: Any = None, port: Any = None
    ) -> None:
        """Set the mail settings and save them; credentials stay as they are when host and port do."""
        self.farm_object.authorize_server("configuring outgoing mail")
        if port is not None and not self.farm_object.at_least("2016"):
            raise errors.version_lacks(
                self.farm_object.product_version, "UpdateMailSettings with TLS and port", _SINCE_2016
            )
        before = (self.body.get("mail_server"), self.body.get("mail_port"))
        _put(self.body, "mail_server", server or None)
        _put(self.body, "mail_sender", from_address or None)
        _put(self.body, "mail_reply_to", reply_to or None)
        _put(self.body, "mail_code_page", int(code_page))
        if port is not None:
            _put(self.body, "mail_port", int(port))
            _put(self.body, "mail_tls", tls)
        if "sealed_password" in self.body and before != (
            self.body.get("mail_server"),
            self.body.get("mail_port"),
        ):
            mail_settings.forget_password(self)
        self.check()
        self.commit()


@net_class("Microsoft.SharePoint.Administration.SPAdministrationWebApplication")
class SPAdministrationWebApplication(SPWebApplication):
    """Central Administration: its mail settings are the farm's."""

    @prop("static Microsoft.SharePoint.Administration.SPAdministrationWebApplication Local {get}")
    @staticmethod
    def local() -> Any:
        from spshell.farm.context import local_farm

        farm = local_farm()
        return None if farm is None else farm.central_administration()


def _put(body: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        body.pop(key, None)
    else:
        body[key] = value


def wrap(farm: Any, record: Any) -> SPWebApplication:
    """The object for a stored web application."""
    cls = SPAdministrationWebApplication if record.body.get("is_administration") else SPWebApplication
    return cls(farm, record)


def all_applications(farm: Any, *, administration: bool) -> list[SPWebApplication]:
    """The web applications by name, Central Administration only when asked for."""
    found = [wrap(farm, record) for record in farm.store.scan(SPWebApplication.kind)]
    found.sort(key=lambda application: str(application.name).lower())
    return [application for application in found if administration or not application.is_administration]


def find_application(farm: Any, identity: Any) -> SPWebApplication | None:
    """A web application by URL (a trailing slash does not matter), name or id."""
    if isinstance(identity, SPWebApplication):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)()).rstrip("/").lower()
    for application in all_applications(farm, administration=True):
        if text in (
            str(application.url).rstrip("/").lower(),
            str(application.name).lower(),
            str(application.record.id),
        ):
            return application
    return None
