"""Site collections, webs, lists and users."""

from __future__ import annotations

from typing import Any

from spshell.farm import errors
from spshell.farm.persisted import SPPersistedObject, stored
from spshell.state import Record
from spshell.values.declare import method, net_class, prop


@net_class("Microsoft.SharePoint.SPSite")
class SPSite(SPPersistedObject):
    """Microsoft.SharePoint.SPSite: a site collection."""

    kind = "site"
    what = "the site"
    ps_view = ("table", (("Url", 0, "", "Url"), ("CompatibilityLevel", 0, "", "CompatibilityLevel")))

    url = stored("string Url {get}", "url", "")
    title = stored("string Title {get;set}", "name", "")
    compatibility_level = stored("int CompatibilityLevel {get}", "compatibility_level", 15)
    owner_login = stored("string OwnerLoginName {get}", "owner", "")

    @prop("Microsoft.SharePoint.Administration.SPQuota Quota {get;set}")
    def quota(self) -> Any:
        """A copy of the site's quota; assigning one makes it hold."""
        from spshell.farm.quota import SPQuota

        return SPQuota(self.body.get("quota"))

    @quota.setter
    def set_quota(self, value: Any) -> None:
        value.check()
        self.body["quota"] = {key: int(level) for key, level in value.levels.items() if key != "name"}
        self.update()

    @prop("System.Object Usage {get}")
    def usage(self) -> Any:
        from spshell.values.numbers import Int64
        from spshell.values.objects import PSCustomObject

        return PSCustomObject({"Storage": Int64(int(self.body.get("storage_used", 0)))})

    @prop("string LockState {get}")
    def lock_state(self) -> str:
        return str(self.body.get("lock_state", "Unlock"))

    @prop("bool ReadOnly {get}")
    def read_only(self) -> bool:
        return self.lock_state in ("ReadOnly", "NoAccess")

    @prop("Microsoft.SharePoint.SPUser Owner {get}")
    def owner(self) -> Any:
        return self.user(str(self.body.get("owner", "")))

    @prop("Microsoft.SharePoint.SPUser SecondaryContact {get}")
    def secondary_contact(self) -> Any:
        return self.user(str(self.body.get("secondary_owner", "")))

    def user(self, login: str) -> Any:
        """A user of the site collection by login; None when there is none."""
        root = self.root_web
        return None if root is None or not login else root.find_user(login)

    @prop("Microsoft.SharePoint.SPWeb RootWeb {get}")
    def root_web(self) -> Any:
        own = str(self.record.id)
        return next(
            (
                web
                for web in self.farm_object.all(SPWeb)
                if web.body.get("site") == own and web.body.get("root")
            ),
            None,
        )

    @prop("System.Object AllWebs {get}")
    def all_webs(self) -> list[Any]:
        own = str(self.record.id)
        return [web for web in self.farm_object.all(SPWeb) if web.body.get("site") == own]

    @prop("Microsoft.SharePoint.Administration.SPWebApplication WebApplication {get}")
    def web_application(self) -> Any:
        from spshell.farm.web_application import find_application

        return find_application(self.farm_object, str(self.body.get("web_application", "")))

    @method("Microsoft.SharePoint.SPWeb OpenWeb()")
    def open_web(self) -> Any:
        return self.root_web

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held open."""

    @method("void Close()")
    def close(self) -> None:
        """As Dispose."""


@net_class("Microsoft.SharePoint.SPWeb")
class SPWeb(SPPersistedObject):
    """Microsoft.SharePoint.SPWeb: a site of a site collection."""

    kind = "web"
    what = "the web"
    ps_view = ("table", (("Url", 0, "", "Url"), ("Title", 0, "", "Title")))

    url = stored("string Url {get}", "url", "")
    title = stored("string Title {get;set}", "name", "")
    description = stored("string Description {get;set}", "description", "")
    request_access_email = stored("string RequestAccessEmail {get;set}", "request_access_email", "")

    @prop("Microsoft.SharePoint.SPSite Site {get}")
    def site(self) -> Any:
        return self.farm_object.one(SPSite, str(self.body.get("site")))

    @prop("System.Object Lists {get}")
    def lists(self) -> Any:
        return SPListCollection(self)

    @prop("System.Object SiteUsers {get}")
    def site_users(self) -> list[Any]:
        return self.users()

    def users(self) -> list[Any]:
        """The users of the web's site collection."""
        site = self.body.get("site")
        return [user for user in self.farm_object.all(SPUser) if user.body.get("site") == site]

    def find_user(self, login: str) -> Any:
        """A user by login name or e-mail; None when there is none."""
        from spshell.farm.farm import same_login

        for user in self.users():
            if same_login(str(user.user_login), login) or str(user.email).lower() == login.lower():
                return user
        return None

    @method("Microsoft.SharePoint.SPUser EnsureUser(string logonName)")
    def ensure_user(self, login: str) -> Any:
        found = self.find_user(login)
        if found is not None:
            return found
        self.farm_object.authorize_configure(f"adding the user {login}")
        user = SPUser.make(
            self.farm_object, {"name": login, "login": login, "site": self.body.get("site", "")}
        )
        user.commit()
        return user

    @method("Microsoft.SharePoint.SPList GetList(string name)")
    def get_list(self, name: str) -> Any:
        return SPListCollection(self).try_get_list(name)

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held open."""


@net_class("Microsoft.SharePoint.SPListCollection")
class SPListCollection:
    """The lists of a web."""

    def __init__(self, web: SPWeb) -> None:
        self.web = web

    def __iter__(self) -> Any:
        own = str(self.web.record.id)
        return iter([item for item in self.web.farm_object.all(SPList) if item.body.get("web") == own])

    def net_enumerate(self) -> Any:
        return iter(self)

    def ps_get_index(self, key: Any) -> Any:
        """``$web.Lists["Documents"]``: by title; raises ArgumentException for a name that is not there."""
        found = self.try_get_list(str(key))
        if found is None:
            raise errors.not_found("list", key)
        return found

    @prop("int Count {get}")
    def count(self) -> int:
        return len(list(iter(self)))

    @method("Microsoft.SharePoint.SPList TryGetList(string listTitle)")
    def try_get_list(self, title: str) -> Any:
        return next((item for item in self if str(item.title).lower() == title.lower()), None)

    @method("guid Add(string title, string description, System.Object template)")
    def add(self, title: str, description: str, template: Any) -> Any:
        del template
        farm = self.web.farm_object
        farm.authorize_configure(f"adding the list {title}")
        made = SPList.make(farm, {"name": title, "description": description, "web": str(self.web.record.id)})
        made.commit()
        return made.id


@net_class("Microsoft.SharePoint.SPList")
class SPList(SPPersistedObject):
    """Microsoft.SharePoint.SPList: a list or library."""

    kind = "list"
    what = "the list"
    ps_view = ("table", (("Title", 30, "", "Title"), ("ItemCount", 0, "", "ItemCount")))

    title = stored("string Title {get;set}", "name", "")

    @prop("Microsoft.SharePoint.SPWeb ParentWeb {get}")
    def parent_web(self) -> Any:
        return self.farm_object.one(SPWeb, str(self.body.get("web")))

    @prop("int ItemCount {get}")
    def item_count(self) -> int:
        own = str(self.record.id)
        return sum(record.body.get("list") == own for record in self.farm_object.store.scan(SPListItem.kind))

    @prop("System.Object Items {get}")
    def items(self) -> Any:
        own = str(self.record.id)
        return [item for item in self.farm_object.all(SPListItem) if item.body.get("list") == own]

    @method(
        "Microsoft.SharePoint.SPListItem AddItem()", "Microsoft.SharePoint.SPListItem AddItem(string title)"
    )
    def add_item(self, title: str = "") -> Any:
        """A new item; it exists once its Update() was called."""
        return SPListItem.make(self.farm_object, {"name": title, "list": str(self.record.id)})


@net_class("Microsoft.SharePoint.SPListItem")
class SPListItem(SPPersistedObject):
    """Microsoft.SharePoint.SPListItem. Storing one records the change that alerts tell of."""

    kind = "item"
    what = "the item"

    title = stored("string Title {get;set}", "name", "")

    @prop("Microsoft.SharePoint.SPList ParentList {get}")
    def parent_list(self) -> Any:
        return self.farm_object.one(SPList, str(self.body.get("list")))

    def ps_get_index(self, key: Any) -> Any:
        return (
            self.body.get("name")
            if str(key).lower() == "title"
            else self.body.get("fields", {}).get(str(key))
        )

    def ps_set_index(self, key: Any, value: Any) -> None:
        if str(key).lower() == "title":
            self.body["name"] = str(value)
        else:
            self.body.setdefault("fields", {})[str(key)] = str(value)

    @method("void Update()")
    def update(self, ensure: bool = False) -> None:
        """Store the item and its change event in one commit."""
        del ensure
        change = "Modify" if self.record.version else "Add"
        self.commit(also=(self._event(change),))

    @method("void Delete()")
    def delete(self) -> None:
        self.farm_object.store.commit(puts=[self._event("Delete")], deletes=[self.record])

    def _event(self, change: str) -> Record:
        from uuid import uuid4

        context = self.farm_object.context
        body = {
            "item": str(self.record.id),
            "list": str(self.body.get("list", "")),
            "title": str(self.body.get("name", "")),
            "change": change,
            "by": context.caller,
            "at": context.clock.now().isoformat(),
        }
        return Record("change_event", uuid4(), body)


@net_class("Microsoft.SharePoint.SPUser")
class SPUser(SPPersistedObject):
    """Microsoft.SharePoint.SPUser."""

    kind = "user"
    what = "the user"
    ps_view = ("table", (("UserLogin", 30, "", "UserLogin"), ("DisplayName", 0, "", "DisplayName")))

    user_login = stored("string UserLogin {get}", "login", "")
    login_name = stored("string LoginName {get}", "login", "")
    email = stored("string Email {get;set}", "email", "")
    display_name = stored("string DisplayName {get;set}", "name", "")
    is_site_admin = stored("bool IsSiteAdmin {get;set}", "site_admin", False)

    @property
    def may_view(self) -> bool:
        """Whether the user has at least View permission: any permission level, a group, or owning the site."""
        return bool(
            self.body.get("permission_levels") or self.body.get("groups") or self.body.get("site_admin")
        )

    @prop("System.Object Alerts {get}")
    def alerts(self) -> Any:
        from spshell.farm.alert import SPAlertCollection

        return SPAlertCollection(self)

    def ps_text(self) -> str:
        return str(self.user_login)

    to_string = ps_text


def find_site(farm: Any, identity: Any) -> Any:
    """A site collection by URL, id or object."""
    if isinstance(identity, SPSite):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)()).rstrip("/").lower()
    return next(
        (s for s in farm.all(SPSite) if text in (str(s.url).rstrip("/").lower(), str(s.record.id))), None
    )


def find_web(farm: Any, identity: Any) -> Any:
    """A web by URL, id or object; a site collection means its root web."""
    if isinstance(identity, SPWeb):
        return identity
    if isinstance(identity, SPSite):
        return identity.root_web
    text = str(getattr(identity, "to_string", lambda: identity)()).rstrip("/").lower()
    return next(
        (w for w in farm.all(SPWeb) if text in (str(w.url).rstrip("/").lower(), str(w.record.id))), None
    )
