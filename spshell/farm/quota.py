"""Quotas: of one site collection, and the templates that sites are given (SPQuota, SPQuotaTemplate)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from spshell.farm import errors
from spshell.state import Record
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Int64

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.farm.farm import SPFarm

_NAMESPACE = "Microsoft.SharePoint.Administration."
_KIND = "quota_template"
_LEVELS = ("storage_maximum", "storage_warning", "usercode_maximum", "usercode_warning")


@net_class(_NAMESPACE + "SPQuota")
class SPQuota:
    """Microsoft.SharePoint.SPQuota: levels in bytes, 0 for none. A copy: assign it to the site to make it hold."""

    def __init__(self, levels: dict[str, Any] | None = None) -> None:
        self.levels = dict(levels or {})

    @constructor("()")
    @staticmethod
    def create() -> SPQuota:
        return SPQuota()

    def _level(self, key: str) -> Any:
        return Int64(int(self.levels.get(key, 0)))

    @prop("long StorageMaximumLevel {get;set}")
    def storage_maximum_level(self) -> Any:
        return self._level("storage_maximum")

    @storage_maximum_level.setter
    def set_storage_maximum_level(self, value: Any) -> None:
        self.levels["storage_maximum"] = int(value)

    @prop("long StorageWarningLevel {get;set}")
    def storage_warning_level(self) -> Any:
        return self._level("storage_warning")

    @storage_warning_level.setter
    def set_storage_warning_level(self, value: Any) -> None:
        self.levels["storage_warning"] = int(value)

    @prop("double UserCodeMaximumLevel {get;set}")
    def user_code_maximum_level(self) -> float:
        return float(self.levels.get("usercode_maximum", 300))

    @user_code_maximum_level.setter
    def set_user_code_maximum_level(self, value: Any) -> None:
        self.levels["usercode_maximum"] = int(value)

    @prop("double UserCodeWarningLevel {get;set}")
    def user_code_warning_level(self) -> float:
        return float(self.levels.get("usercode_warning", 100))

    @user_code_warning_level.setter
    def set_user_code_warning_level(self, value: Any) -> None:
        self.levels["usercode_warning"] = int(value)

    @prop("int QuotaID {get;set}")
    def quota_id(self) -> int:
        return int(self.levels.get("quota_id", 0))

    @quota_id.setter
    def set_quota_id(self, value: Any) -> None:
        self.levels["quota_id"] = int(value)

    def check(self) -> None:
        """A warning comes before the limit. Raises InvalidOperation."""
        limit, warning = (
            int(self.levels.get("storage_maximum", 0)),
            int(self.levels.get("storage_warning", 0)),
        )
        if limit and warning >= limit:
            raise errors.invalid(
                f"The warning level, {warning} bytes, must be below the maximum, {limit} bytes.",
                "InvalidQuota",
            )


@net_class(_NAMESPACE + "SPQuotaTemplate")
class SPQuotaTemplate(SPQuota):
    """A named quota that sites are given."""

    ps_view = (
        "table",
        (
            ("Name", 24, "", "Name"),
            ("Maximum", 16, "right", "StorageMaximumLevel"),
            ("Warning", 0, "right", "StorageWarningLevel"),
        ),
    )

    @constructor("()")
    @staticmethod
    def create_template() -> SPQuotaTemplate:
        return SPQuotaTemplate()

    @prop("string Name {get;set}")
    def name(self) -> str:
        return str(self.levels.get("name", ""))

    @name.setter
    def set_name(self, value: Any) -> None:
        self.levels["name"] = str(value)


@net_class(_NAMESPACE + "SPQuotaTemplateCollection")
class SPQuotaTemplateCollection:
    """The farm's quota templates; what is added or assigned is stored by the service's Update()."""

    def __init__(self, farm: SPFarm) -> None:
        self.farm = farm
        self.records = {str(record.body["name"]).lower(): record for record in farm.store.scan(_KIND)}

    def __iter__(self) -> Iterator[Any]:
        return iter([SPQuotaTemplate(self.records[key].body) for key in sorted(self.records)])

    def net_enumerate(self) -> Any:
        return iter(self)

    def ps_get_index(self, key: Any) -> Any:
        record = self.records.get(str(key).lower())
        return None if record is None else SPQuotaTemplate(record.body)

    def ps_set_index(self, key: Any, value: Any) -> None:
        value.levels["name"] = str(key)
        self._put(value)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.records)

    @method("void Add(Microsoft.SharePoint.Administration.SPQuotaTemplate template)")
    def add(self, template: SPQuotaTemplate) -> None:
        if str(template.name).lower() in self.records:
            raise errors.invalid(
                f"There is a quota template '{template.name}' already.", "QuotaTemplateExists"
            )
        self._put(template)

    @method("void Delete(string strName)")
    def delete(self, name: str) -> None:
        """Sites keep the levels that they have."""
        self.farm.authorize_configure(f"deleting the quota template {name}")
        record = self.records.pop(name.lower(), None)
        if record is None:
            raise errors.not_found("quota template", name)
        if record.version:
            self.farm.store.commit(deletes=[record])

    def _put(self, template: SPQuotaTemplate) -> None:
        template.check()
        if not template.name:
            raise errors.invalid("A quota template needs a name.", "QuotaTemplateNeedsName")
        record = self.records.setdefault(str(template.name).lower(), Record(_KIND, uuid4(), {}))
        body = {
            "name": str(template.name),
            **{key: int(template.levels[key]) for key in _LEVELS if key in template.levels},
        }
        body["quota_id"] = record.body.get("quota_id") or self._free_id()
        record.body = body

    def _free_id(self) -> int:
        return max((int(record.body.get("quota_id", 0)) for record in self.records.values()), default=0) + 1

    def save(self) -> None:
        """Store what was added and assigned, all or nothing."""
        self.farm.authorize_configure("changing quota templates")
        self.farm.store.commit(puts=list(self.records.values()))
        self.records = {str(record.body["name"]).lower(): record for record in self.farm.store.scan(_KIND)}


@net_class(_NAMESPACE + "SPWebService")
class SPWebService:
    """Microsoft.SharePoint.Administration.SPWebService: the content service holds the quota templates."""

    def __init__(self, farm: SPFarm) -> None:
        self.farm = farm
        self._templates = SPQuotaTemplateCollection(farm)

    @prop("static Microsoft.SharePoint.Administration.SPWebService ContentService {get}")
    @staticmethod
    def content_service() -> Any:
        from spshell.farm.context import local_farm

        farm = local_farm()
        return None if farm is None else SPWebService(farm)

    @prop("Microsoft.SharePoint.Administration.SPQuotaTemplateCollection QuotaTemplates {get}")
    def quota_templates(self) -> Any:
        return self._templates

    @method("void Update()", "void Update(bool ensure)")
    def update(self, ensure: bool = False) -> None:
        del ensure
        self._templates.save()


def template_levels(farm: SPFarm, name: str) -> dict[str, Any]:
    """The levels that a site gets from a template. Raises for a name that is not there."""
    template = SPQuotaTemplateCollection(farm).ps_get_index(name)
    if template is None:
        raise errors.not_found("quota template", name)
    return {key: value for key, value in template.levels.items() if key != "name"}
