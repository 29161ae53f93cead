"""Managed accounts: whose passwords expire, and who is told before (SPManagedAccount)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from spshell.farm.persisted import SPPersistedObject, stored
from spshell.values.declare import net_class, prop


@net_class("Microsoft.SharePoint.Administration.SPManagedAccount")
class SPManagedAccount(SPPersistedObject):
    """An account that the farm runs under. Its password is not kept: nothing here needs it."""

    kind = "managed_account"
    what = "the managed account"
    ps_view = (
        "table",
        (
            ("UserName", 30, "", "UserName"),
            ("PasswordExpiration", 26, "", "PasswordExpiration"),
            ("AutomaticChange", 0, "", "AutomaticChange"),
        ),
    )

    user_name = stored("string UserName {get}", "name", "")
    username = stored("string Username {get}", "name", "")
    automatic_change = stored("bool AutomaticChange {get;set}", "automatic_change", False)
    days_before_change_to_email = stored("int DaysBeforeChangeToEmail {get;set}", "email_days", 5)
    days_before_expiry_to_change = stored("int DaysBeforeExpiryToChange {get;set}", "change_days", 2)
    email_before_change = stored("bool EnableEmailBeforePasswordChange {get;set}", "email_before", False)
    change_schedule = stored("string ChangeSchedule {get;set}", "schedule")

    @property
    def expires(self) -> datetime | None:
        """When the password expires, where the directory said so."""
        found = self.body.get("password_expires")
        return None if found is None else datetime.fromisoformat(str(found))

    @prop("System.Nullable[datetime] PasswordExpiration {get}")
    def password_expiration(self) -> Any:
        return _moment(self.body.get("password_expires"))

    @prop("System.Nullable[datetime] PasswordLastChanged {get}")
    def password_last_changed(self) -> Any:
        return _moment(self.body.get("password_changed"))


def find_account(farm: Any, identity: Any) -> SPManagedAccount | None:
    """A managed account by user name or id."""
    from spshell.farm.farm import same_login

    if isinstance(identity, SPManagedAccount):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)())
    found = farm.all(SPManagedAccount)
    return next(
        (each for each in found if same_login(each.user_name, text) or str(each.record.id) == text.lower()),
        None,
    )


def _moment(text: Any) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return None if text is None else convert(str(text), resolve_type_name("datetime"))
