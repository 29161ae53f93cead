"""Making a farm and what hangs on it: first server, Central Administration, web applications, sites, users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import uuid4

from spshell.farm import errors
from spshell.farm.farm import VERSIONS, SPFarm
from spshell.farm.job_definition import FARM_JOBS, STANDARD_JOBS, SPJobDefinition
from spshell.farm.server import SPServer
from spshell.farm.site import SPList, SPListItem, SPSite, SPUser, SPWeb
from spshell.farm.web_application import (
    SPAdministrationWebApplication,
    SPWebApplication,
    all_applications,
    find_application,
)
from spshell.state import Record

if TYPE_CHECKING:
    from spshell.farm.context import FarmService

STANDARD_LISTS = ("Announcements", "Documents")
"""The lists that a new site gets."""


def create_farm(service: FarmService, name: str, *, version: str = "SE") -> SPFarm:
    """A new farm with this process's server in it; who creates it administers it.

    Raises InvalidOperation when the address holds a farm already.
    """
    if service.find() is not None:
        raise errors.invalid(f"There is a farm at '{service.context.address}' already.", "FarmExists")
    if version not in VERSIONS:
        raise errors.invalid(
            f"'{version}' is no product version; there are {', '.join(VERSIONS)}.", "InvalidVersion"
        )
    context = service.context
    body = {"name": name, "product_version": version, "administrators": [context.caller]}
    record = Record("farm", uuid4(), body)
    server = Record(
        SPServer.kind,
        uuid4(),
        {
            "name": context.server,
            "address": context.server,
            "role": "SingleServerFarm",
            "local_administrators": [context.caller],
        },
    )
    context.store.commit(puts=[record, server])
    return service.farm


def create_central_administration(farm: SPFarm, port: int) -> SPWebApplication:
    """Central Administration; the farm's mail settings are kept on it."""
    farm.authorize_server("creating Central Administration")
    if farm.central_administration() is not None:
        raise errors.invalid("This farm has Central Administration already.", "CentralAdministrationExists")
    body = {
        "name": "SharePoint Central Administration v4",
        "url": f"http://{farm.context.server}:{port}/",
        "port": port,
        "is_administration": True,
    }
    made: SPWebApplication = SPAdministrationWebApplication.make(farm, body)
    made.commit(also=_jobs(made, FARM_JOBS))
    return made


def _jobs(application: SPWebApplication, jobs: tuple[tuple[str, str, str], ...]) -> tuple[Record, ...]:
    own = str(application.record.id)
    return tuple(
        Record(
            SPJobDefinition.kind,
            uuid4(),
            {"name": name, "title": title, "schedule": schedule, "web_application": own},
        )
        for name, title, schedule in jobs
    )


def create_web_application(
    farm: SPFarm, name: str, url: str, pool: str, port: int | None
) -> SPWebApplication:
    """A web application with its timer jobs, in one commit."""
    farm.authorize_configure(f"creating the web application {name}")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise errors.invalid(f"'{url}' is no http or https URL.", "InvalidUrl", target=url)
    if any(
        existing.url.rstrip("/").lower() == url.rstrip("/").lower()
        for existing in all_applications(farm, administration=True)
    ):
        raise errors.invalid(
            f"There is a web application at {url} already.", "WebApplicationExists", target=url
        )
    chosen = port or parts.port or (443 if parts.scheme == "https" else 80)
    made: SPWebApplication = SPWebApplication.make(
        farm, {"name": name, "url": url.rstrip("/") + "/", "port": chosen, "application_pool": pool}
    )
    made.commit(also=_jobs(made, STANDARD_JOBS))
    return made


def create_site(
    farm: SPFarm, url: str, owner: str, *, name: str = "", owner_email: str = "", **more: Any
) -> SPSite:
    """A site collection with its root web, standard lists and owner, in one commit."""
    farm.authorize_configure(f"creating the site {url}")
    application = application_of(farm, url)
    if application is None:
        raise errors.not_found("web application for", url)
    if any(str(site.url).rstrip("/").lower() == url.rstrip("/").lower() for site in farm.all(SPSite)):
        raise errors.invalid(f"There is a site at {url} already.", "SiteExists", target=url)
    body = {"name": name, "url": url, "owner": owner, "web_application": str(application.record.id)}
    body.update({key: value for key, value in more.items() if value is not None})
    site = SPSite.make(farm, body)
    own = str(site.record.id)
    web = Record(SPWeb.kind, uuid4(), {"name": name or url, "url": url, "site": own, "root": True})
    if owner_email:
        web.body["request_access_email"] = owner_email
    lists = [Record(SPList.kind, uuid4(), {"name": title, "web": str(web.id)}) for title in STANDARD_LISTS]
    user = Record(
        SPUser.kind,
        uuid4(),
        {
            "name": owner.rpartition("\\")[2],
            "login": owner,
            "email": owner_email,
            "site": own,
            "site_admin": True,
        },
    )
    site.commit(also=(web, *lists, user))
    return site  # type: ignore[no-any-return]  # make() gives the class it is called on


def create_web(
    farm: SPFarm, url: str, *, name: str | None = None, description: str | None = None
) -> SPWeb | None:
    """A web in the site collection whose URL begins `url`, with its standard lists; None when there is none."""
    farm.authorize_configure(f"creating the web {url}")
    folded = url.lower().rstrip("/")
    sites = [site for site in farm.all(SPSite) if folded.startswith(str(site.url).lower().rstrip("/") + "/")]
    if not sites:
        return None
    site = max(sites, key=lambda each: len(str(each.url)))
    if any(str(web.url).lower().rstrip("/") == folded for web in site.all_webs):
        raise errors.invalid(f"There is a web at {url} already.", "WebExists", target=url)
    body = {
        "name": name or url.rstrip("/").rpartition("/")[2],
        "url": url.rstrip("/"),
        "site": str(site.record.id),
    }
    if description:
        body["description"] = description
    made: SPWeb = SPWeb.make(farm, body)
    own = str(made.record.id)
    made.commit(
        also=tuple(Record(SPList.kind, uuid4(), {"name": title, "web": own}) for title in STANDARD_LISTS)
    )
    return made


def delete_site(site: SPSite) -> None:
    """A site collection with all that is in it, in one commit."""
    farm = site.farm_object
    farm.authorize_configure(f"deleting the site {site.url}")
    own = str(site.record.id)
    webs = [record for record in farm.store.scan(SPWeb.kind) if record.body.get("site") == own]
    users = [record for record in farm.store.scan(SPUser.kind) if record.body.get("site") == own]
    inside = {str(record.id) for record in webs}
    lists = [record for record in farm.store.scan(SPList.kind) if record.body.get("web") in inside]
    ids = {str(record.id) for record in lists}
    items = [record for record in farm.store.scan(SPListItem.kind) if record.body.get("list") in ids]
    alerts = [record for record in farm.store.scan("alert") if record.body.get("list") in ids]
    farm.store.commit(deletes=[site.record, *webs, *users, *lists, *items, *alerts])


def delete_web(web: SPWeb) -> None:
    """A web with its lists and their items, in one commit."""
    farm = web.farm_object
    farm.authorize_configure(f"deleting the web {web.url}")
    own = str(web.record.id)
    lists = [record for record in farm.store.scan(SPList.kind) if record.body.get("web") == own]
    ids = {str(record.id) for record in lists}
    items = [record for record in farm.store.scan(SPListItem.kind) if record.body.get("list") in ids]
    alerts = [record for record in farm.store.scan("alert") if record.body.get("list") in ids]
    farm.store.commit(deletes=[web.record, *lists, *items, *alerts])


def application_of(farm: SPFarm, url: str) -> SPWebApplication | None:
    """The web application whose URL begins `url`."""
    folded = url.lower().rstrip("/") + "/"
    best: SPWebApplication | None = None
    for application in all_applications(farm, administration=True):
        base = str(application.url).lower()
        if folded.startswith(base) and (best is None or len(base) > len(str(best.url))):
            best = application
    return best


def create_user(
    web: SPWeb, login: str, *, email: str = "", name: str = "", levels: list[str], groups: list[str]
) -> SPUser:
    """A user of a web's site collection. Raises UserExists."""
    farm = web.farm_object
    farm.authorize_configure(f"adding the user {login}")
    if web.find_user(login) is not None:
        raise errors.invalid(f"'{login}' is a user of {web.url} already.", "UserExists", target=login)
    body: dict[str, Any] = {
        "name": name or login,
        "login": login,
        "email": email,
        "site": web.body.get("site", ""),
    }
    if levels:
        body["permission_levels"] = levels
    if groups:
        body["groups"] = groups
    made = SPUser.make(farm, body)
    made.commit()
    return made  # type: ignore[no-any-return]  # make() gives the class it is called on


__all__ = [
    "create_central_administration",
    "create_farm",
    "create_site",
    "create_user",
    "create_web_application",
    "find_application",
]
