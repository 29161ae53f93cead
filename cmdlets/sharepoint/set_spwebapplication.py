"""Set-SPWebApplication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPWebApplication(FarmCmdlet, verb="Set", noun="SPWebApplication", signature=True):
    """Change a web application; with -SMTPServer its outgoing mail settings.

    -SMTPCredentials that are not given stay, $null makes mail anonymous; the same holds for -Certificate, which signs in to
    the SMTP server instead of or beside a password. TLS is required unless -DisableSMTPEncryption.

        PS> Get-Help Set-SPWebApplication -Parameter ReplyToEmailAddress
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.web_application import find_application

        identity = self.given("Identity")
        application = find_application(self.farm, identity)
        if application is None:
            self.write_error(errors.not_found("web application", str(identity)), target=identity)
            return None
        if not self.should_process(str(application.url), "Set-SPWebApplication"):
            return None
        if self.parameter_set == "UpdateMailSettings":
            self._mail(application)
        elif self.parameter_set == "UpdateGeneralSettings":
            self._general(application)
        else:
            self.throw(
                errors.invalid(
                    f"The settings of {self.parameter_set} (zones, bindings, claims) are outside outgoing mail and not kept.",
                    "OutsideScope",
                )
            )
        return None

    def _general(self, application: Any) -> None:
        if self.is_bound("DefaultTimeZone"):
            application.default_time_zone = int(self.bound["DefaultTimeZone"])
        if self.is_bound("DefaultQuotaTemplate"):
            application.default_quota_template = self.text("DefaultQuotaTemplate")
        application.update()

    def _mail(self, application: Any) -> None:
        from spshell.farm.mail_changes import MailChange, apply

        change = MailChange(
            server=self.text("SMTPServer"), tls=not bool(self.bound.get("DisableSMTPEncryption"))
        )
        if self.is_bound("SMTPServerPort"):
            change.port = int(self.bound["SMTPServerPort"])
        if self.is_bound("OutgoingEmailAddress"):
            change.sender = self.text("OutgoingEmailAddress")
            change.has_sender = True
        if self.is_bound("ReplyToEmailAddress"):
            change.reply_to = self.text("ReplyToEmailAddress")
            change.has_reply_to = True
        if self.is_bound("SMTPCredentials"):
            change.has_credentials = True
            change.credentials = self.bound["SMTPCredentials"]
        if self.is_bound("Certificate"):
            from spshell.farm.certificate import the_certificate

            given = self.given("Certificate")
            change.has_certificate = True
            change.certificate = None if given is None else the_certificate(self.farm, given)
        for warning in apply(application, change):
            self.write_warning(warning)
