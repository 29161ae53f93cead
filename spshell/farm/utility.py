"""SPUtility: sending mail from scripts, as SharePoint's object model offers it."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from spshell.farm import errors
from spshell.farm.mail_settings import effective
from spshell.values.declare import method, net_class

if TYPE_CHECKING:
    from spshell.farm.web_application import SPWebApplication

_WEB = "Microsoft.SharePoint.SPWeb"
_HEADERS = ("to", "cc", "bcc", "from", "subject", "content-type")


@net_class("Microsoft.SharePoint.Utilities.SPUtility")
class SPUtility:
    """Microsoft.SharePoint.Utilities.SPUtility: IsEmailServerSet and SendEmail."""

    @method(f"static bool IsEmailServerSet({_WEB} web)")
    @staticmethod
    def is_email_server_set(web: Any) -> bool:
        """Whether an SMTP server holds for the web's application."""
        return bool(effective(_application(web)).server)

    @method(
        f"static bool SendEmail({_WEB} web, bool fAppendHtmlTag, bool fHtmlEncode, string to, string subject, string htmlBody)",
        f"static bool SendEmail({_WEB} web, bool fAppendHtmlTag, bool fHtmlEncode, string to, string subject, string htmlBody, "
        "bool appendFooter)",
        f"static bool SendEmail({_WEB} web, System.Collections.Specialized.StringDictionary messageHeaders, string messageBody)",
        f"static bool SendEmail({_WEB} web, System.Collections.Specialized.StringDictionary messageHeaders, string messageBody, "
        "bool appendFooter)",
    )
    @staticmethod
    def send_email(web: Any, *arguments: Any) -> bool:
        """Send a message; true when it was handed over: accepted by the relay, or waiting in the outbox for another try."""
        if isinstance(arguments[0], bool):
            append_tag, encode, to, subject, body = arguments[:5]
            text = html.escape(str(body or "")) if encode else str(body or "")
            if append_tag:
                text = f"<html><body>{text}</body></html>"
            return _send(
                web,
                {"to": str(to or ""), "subject": str(subject or "")},
                text,
                footer=bool(arguments[5:] and arguments[5]),
            )
        headers = {str(key).lower(): str(value) for key, value in arguments[0].items()}
        unknown = sorted(set(headers) - set(_HEADERS))
        if unknown:
            raise errors.invalid(
                f"The header {unknown[0]} is not one that SendEmail takes.", "UnknownMailHeader"
            )
        return _send(web, headers, str(arguments[1] or ""), footer=bool(arguments[2:] and arguments[2]))


def _application(web: Any) -> SPWebApplication:
    found: SPWebApplication = web.site.web_application
    return found


def _send(web: Any, headers: dict[str, str], body: str, *, footer: bool) -> bool:
    from spshell.farm.outgoing import deliver_due, open_outbox, post
    from spshell.mail import AddressError, MailState

    application = _application(web)
    farm = application.farm_object
    farm.authorize_configure("sending mail")
    if not effective(application).server:
        return False
    is_html = not headers.get("content-type", "text/html").lower().startswith("text/plain")
    if footer:
        body += f"<br/><br/>{html.escape(str(web.url))}" if is_html else f"\n\n{web.url}"
    with open_outbox(farm) as outbox:
        try:
            ident = post(
                application,
                _addresses(headers.get("to", "")),
                headers.get("subject", ""),
                body,
                outbox=outbox,
                cc=_addresses(headers.get("cc", "")),
                bcc=_addresses(headers.get("bcc", "")),
                html=is_html,
                user=headers.get("from"),
            )
        except AddressError:
            return False
        deliver_due(farm, outbox)
        states = {mail.state for mail in outbox.mail() if mail.id == ident}
    return states <= {MailState.SENT, MailState.QUEUED, MailState.DEFERRED, MailState.SENDING}


def _addresses(text: str) -> list[str]:
    return [part.strip() for part in text.replace(",", ";").split(";") if part.strip()]
