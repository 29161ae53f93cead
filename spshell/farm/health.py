"""Health rules about outgoing mail and certificates: each looks at the farm now, and says what is wrong and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid5

from spshell.farm.certificate import SPServerCertificate
from spshell.farm.certificate_settings import contacts, setting
from spshell.farm.persisted import SPPersistedObject
from spshell.farm.server import SPServer
from spshell.farm.web_application import all_applications
from spshell.state import Record
from spshell.values.declare import method, net_class, prop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spshell.farm.farm import SPFarm


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is called, how often it runs, which versions have it, and the look itself."""

    title: str
    category: str
    schedule: str
    versions: tuple[str, ...]
    find: Callable[[SPFarm], list[str]]
    remedy: str


_ALL = ("2013", "2016", "2019", "SE")


def _no_mail(farm: SPFarm) -> list[str]:
    central = farm.central_administration()
    if central is not None and central.body.get("mail_server"):
        return []
    return ["The farm has no outgoing SMTP server (Central Administration)."]


def _unreadable(farm: SPFarm) -> list[str]:
    found: list[str] = []
    for application in all_applications(farm, administration=True):
        wanted = application.body.get("mail_key_check")
        if wanted is None:
            continue
        for server in farm.all(SPServer):
            if server.is_member and server.key_check != wanted:
                why = (
                    "has no application credential key"
                    if server.key_check is None
                    else "has another application credential key"
                )
                found.append(f"{server.name} {why}: it cannot read the SMTP password of {application.url}.")
    return found


def _assigned(farm: SPFarm) -> list[SPServerCertificate]:
    return [each for each in farm.all(SPServerCertificate) if not each.is_request and each.in_use]


def _no_contacts(farm: SPFarm) -> list[str]:
    return (
        ["Certificates are in use, and nobody is told when they expire."]
        if _assigned(farm) and not contacts(farm)
        else []
    )


def _days(farm: SPFarm, name: str) -> timedelta:
    return timedelta(days=int(setting(farm, f"CertificateExpiration{name}Threshold")))


def _between(farm: SPFarm, low: timedelta, high: timedelta) -> list[str]:
    now = farm.context.clock.now()
    return [
        f"{each.friendly_name} ({each.thumbprint}) ends on {each.ends:%Y-%m-%d}; used by {each.assigned_to()[0].url}."
        for each in _assigned(farm)
        if low < each.ends - now <= high
    ]


def _upcoming(farm: SPFarm) -> list[str]:
    return _between(farm, _days(farm, "Warning"), _days(farm, "Attention"))


def _about(farm: SPFarm) -> list[str]:
    return _between(farm, timedelta(0), _days(farm, "Warning"))


def _expired(farm: SPFarm) -> list[str]:
    return _between(farm, -_days(farm, "Error"), timedelta(0))


RULES = (
    Rule(
        "Outbound e-mail has not been configured", "Configuration", "Weekly", _ALL, _no_mail,
        "Set it: Set-SPWebApplication on Central Administration, with -SMTPServer.",
    ),
    Rule(
        "One or more servers can't retrieve the outgoing email credentials", "Configuration", "Daily", ("2019", "SE"),
        _unreadable,
        "Run Set-SPApplicationCredentialKey with the same password on every server, then store -SMTPCredentials again.",
    ),
    Rule(
        "Certificate notification contacts haven't been configured", "Configuration", "Weekly", ("SE",), _no_contacts,
        "Add-SPCertificateNotificationContact <address>.",
    ),
    Rule(
        "Upcoming SSL certificate expirations", "Security", "Weekly", ("SE",), _upcoming,
        "Renew the certificates: Renew-SPCertificate, then Import-SPCertificate -Replace.",
    ),
    Rule(
        "SSL certificates are about to expire", "Security", "Daily", ("SE",), _about,
        "Renew the certificates now: Renew-SPCertificate, then Import-SPCertificate -Replace.",
    ),
    Rule(
        "SSL certificates have expired", "Security", "Daily", ("SE",), _expired,
        "Replace the certificates: Switch-SPCertificate, or Import-SPCertificate -Replace.",
    ),
)  # fmt: skip

MAILED = RULES[3:]
"""Those that write to the certificate notification contacts."""


@net_class("Microsoft.SharePoint.Administration.Health.SPHealthAnalysisRuleInstance")
class SPHealthAnalysisRule(SPPersistedObject):
    """A rule of the farm, with what it finds at this moment."""

    kind = "health_rule"
    what = "the health rule"
    ps_view = (
        "table",
        (
            ("Summary", 60, "", "Summary"),
            ("Category", 14, "", "Category"),
            ("Enabled", 8, "", "Enabled"),
            ("Failing", 0, "", "Failing"),
        ),
    )

    @property
    def rule(self) -> Rule:
        return next(rule for rule in RULES if rule.title == self.body["name"])

    @prop("string Summary {get}")
    def summary(self) -> str:
        return self.rule.title

    @prop("string Category {get}")
    def category(self) -> str:
        return self.rule.category

    @prop("string Schedule {get}")
    def schedule(self) -> str:
        return self.rule.schedule

    @prop("bool Enabled {get}")
    def enabled(self) -> bool:
        return bool(self.body.get("enabled", True))

    @prop("bool Failing {get}")
    def failing(self) -> bool:
        return bool(self.findings())

    @prop("string Explanation {get}")
    def explanation(self) -> str:
        return "\n".join(self.findings())

    @prop("string Remedy {get}")
    def remedy(self) -> str:
        return self.rule.remedy

    @method("void Enable()")
    def enable(self) -> None:
        self._set(True)

    @method("void Disable()")
    def disable(self) -> None:
        self._set(False)

    def findings(self) -> list[str]:
        """What is wrong now, a sentence each; a disabled rule does not look."""
        return self.rule.find(self.farm_object) if self.enabled else []

    def _set(self, enabled: bool) -> None:
        self.farm_object.authorize_configure(f"changing {self.label}")
        self.body["enabled"] = enabled
        self.commit()


def health_rules(farm: SPFarm) -> Iterator[SPHealthAnalysisRule]:
    """The rules that the farm's version has."""
    known = {record.id: record for record in farm.store.scan(SPHealthAnalysisRule.kind)}
    for rule in RULES:
        if farm.product_version in rule.versions:
            ident = uuid5(farm.record.id, f"health rule {rule.title}")
            yield SPHealthAnalysisRule(
                farm, known.get(ident) or Record(SPHealthAnalysisRule.kind, ident, {"name": rule.title})
            )


def find_rule(farm: SPFarm, identity: Any) -> SPHealthAnalysisRule | None:
    """A rule by its title (with or without the full stop) or id."""
    if isinstance(identity, SPHealthAnalysisRule):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)()).rstrip(".").lower()
    return next(
        (each for each in health_rules(farm) if text in (each.rule.title.lower(), str(each.record.id))), None
    )
