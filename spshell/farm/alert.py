"""Alerts: who wants to hear of which changes, how often (SPAlert, SPAlertCollection)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from spshell.farm import errors
from spshell.farm.persisted import SPPersistedObject, stored
from spshell.values.declare import method, net_class, prop
from spshell.values.enums import EnumType
from spshell.values.nettype import register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.farm.site import SPUser

_SP = "Microsoft.SharePoint."

ALERT_TYPE = EnumType(_SP + "SPAlertType", {"List": 0, "Item": 1, "Custom": 2})
FREQUENCY = EnumType(_SP + "SPAlertFrequency", {"Immediate": 0, "Daily": 1, "Weekly": 2})
EVENT_TYPE = EnumType(
    _SP + "SPEventType", {"Add": 1, "Modify": 2, "Delete": 4, "Discussion": 0xFF0, "All": -1}
)
CHANNELS = EnumType(_SP + "SPAlertDeliveryChannels", {"Email": 1, "Sms": 2}, flags=True)
STATUS = EnumType(_SP + "SPAlertStatus", {"On": 0, "Off": 1, "Error": 2})
for _enum in (ALERT_TYPE, FREQUENCY, EVENT_TYPE, CHANNELS, STATUS):
    _enum.loaded = True
    register(_enum)


def stored_enum(declaration: str, key: str, enum: EnumType, default: str) -> Any:
    """An enum property kept by its name."""
    made = stored(declaration, key, default)
    read_text = made.fget
    made.fget = lambda target: enum.value(enum.names[read_text(target)])
    return made


@net_class("Microsoft.SharePoint.SPAlert")
class SPAlert(SPPersistedObject):
    """Microsoft.SharePoint.SPAlert. `Update($false)` saves it without a confirmation mail."""

    kind = "alert"
    what = "the alert"
    ps_view = (
        "table",
        (("Title", 30, "", "Title"), ("Frequency", 12, "", "AlertFrequency"), ("User", 0, "", "User")),
    )

    title = stored("string Title {get;set}", "name", "")
    alert_type = stored_enum(
        "Microsoft.SharePoint.SPAlertType AlertType {get;set}", "alert_type", ALERT_TYPE, "List"
    )
    alert_frequency = stored_enum(
        "Microsoft.SharePoint.SPAlertFrequency AlertFrequency {get;set}", "frequency", FREQUENCY, "Immediate"
    )
    event_type = stored_enum(
        "Microsoft.SharePoint.SPEventType EventType {get;set}", "event_type", EVENT_TYPE, "All"
    )
    delivery_channels = stored_enum(
        "Microsoft.SharePoint.SPAlertDeliveryChannels DeliveryChannels {get;set}",
        "channels",
        CHANNELS,
        "Email",
    )
    alert_status = stored_enum(
        "Microsoft.SharePoint.SPAlertStatus AlertStatus {get;set}", "alert_status", STATUS, "On"
    )

    always_notify = stored("bool AlwaysNotify {get;set}", "always_notify", False)

    @prop("datetime AlertTime {get;set}")
    def alert_time(self) -> Any:
        """When daily and weekly alerts are sent: the time of day, and the day of the week."""
        from spshell.values.conversion import convert, resolve_type_name

        return convert(self.time.isoformat(), resolve_type_name("datetime"))

    @alert_time.setter
    def set_alert_time(self, value: Any) -> None:
        self.body["alert_time"] = str(value.format("yyyy-MM-ddTHH:mm:ss", ""))

    @property
    def time(self) -> datetime:
        """The moment that stands for time of day and day of the week; Monday at midnight unless somebody chose."""
        return datetime.fromisoformat(str(self.body.get("alert_time", "2001-01-01T00:00:00")))

    def due_after(self, moment: datetime) -> datetime:
        """When a daily or weekly alert is due next, in the zone of `moment`."""
        wanted = self.time
        due = moment.replace(hour=wanted.hour, minute=wanted.minute, second=wanted.second, microsecond=0)
        weekly = self.body.get("frequency") == "Weekly"
        if weekly:
            due += timedelta(days=(wanted.weekday() - due.weekday()) % 7)
        if due <= moment:
            due += timedelta(days=7 if weekly else 1)
        return due

    @prop("Microsoft.SharePoint.SPUser User {get}")
    def user(self) -> Any:
        from spshell.farm.site import SPUser

        return self.farm_object.one(SPUser, str(self.body.get("user")))

    @prop("Microsoft.SharePoint.SPList List {get;set}")
    def list(self) -> Any:
        from spshell.farm.site import SPList

        return self.farm_object.one(SPList, str(self.body.get("list", "")))

    @list.setter  # noqa: A003 - SharePoint's own name
    def set_list(self, value: Any) -> None:
        self.body["list"] = str(value.record.id)

    @property
    def event_mask(self) -> int:
        """The bits of the changes that the alert is about."""
        return int(EVENT_TYPE.names[self.body.get("event_type", "All")])

    def check(self) -> None:
        """The rules of creating an alert: alerts are on, the user may view, the maximum is not reached."""
        if not self.body.get("list"):
            raise errors.invalid("An alert needs a list: set $alert.List before Update().", "AlertNeedsList")
        user = self.user
        if user is not None and not user.may_view:
            raise errors.denied(
                str(user.user_login), "a user with at least View permission", "creating an alert"
            )
        if self.record.version:
            return
        parent = self.list
        application = parent.parent_web.site.web_application if parent is not None else None
        if application is None:
            return
        if not application.alerts_enabled:
            raise errors.invalid(f"Alerts are switched off for {application.url}.", "AlertsDisabled")
        own = sum(alert.body.get("user") == self.body.get("user") for alert in self.farm_object.all(SPAlert))
        if application.alerts_limited and own >= int(application.alerts_maximum):
            raise errors.invalid(
                f"The user has {own} alerts already, the maximum of {application.url}.", "TooManyAlerts"
            )

    @method("void Update()", "void Update(bool bSendMail)")
    def update(self, send_mail: bool = True) -> None:
        """Save the alert; a new one is confirmed by mail unless `send_mail` is false."""
        self.check()
        new = not self.record.version
        self.body["confirm"] = bool(new and send_mail)
        self.commit()


@net_class("Microsoft.SharePoint.SPAlertCollection")
class SPAlertCollection:
    """The alerts of one user."""

    def __init__(self, user: SPUser) -> None:
        self.user = user

    def __iter__(self) -> Iterator[Any]:
        own = str(self.user.record.id)
        return iter([alert for alert in self.user.farm_object.all(SPAlert) if alert.body.get("user") == own])

    def net_enumerate(self) -> Any:
        return iter(self)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(list(iter(self)))

    @method("Microsoft.SharePoint.SPAlert Add()")
    def add(self) -> Any:
        """A new alert of the user; it exists once its Update() was called."""
        return SPAlert.make(self.user.farm_object, {"user": str(self.user.record.id)})

    @method("void Delete(guid idAlert)")
    def delete(self, ident: Any) -> None:
        for alert in self:
            if str(alert.record.id) == ident.to_string():
                alert.delete()
                return
        raise errors.not_found("alert", ident)
