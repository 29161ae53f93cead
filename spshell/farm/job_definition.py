"""Timer job definitions (SPJobDefinition)."""

from __future__ import annotations

from typing import Any

from spshell.farm.persisted import SPPersistedObject, stored
from spshell.values.declare import method, net_class, prop

STANDARD_JOBS = (
    ("job-immediate-alerts", "Immediate Alerts", "Every 5 minutes between 0 and 59"),
    ("job-diskquota-warning", "Disk Quota Warning", "Weekly between Sun 22:00:00 and Sun 23:30:00"),
    ("job-dead-site-delete", "Dead Site Delete", "Daily between 00:00:00 and 00:30:00"),
)
"""(name, title, schedule) of the jobs that every web application gets."""

FARM_JOBS = (
    (
        "job-health-analysis-daily",
        "Health Analysis Job (Daily, Any Server)",
        "Daily between 00:00:00 and 00:30:00",
    ),
    (
        "job-health-analysis-weekly",
        "Health Analysis Job (Weekly, Any Server)",
        "Weekly between Sat 00:00:00 and Sat 00:30:00",
    ),
    ("job-password-management", "Password Management", "Daily between 06:00:00 and 06:30:00"),
)
"""Those of the farm, which Central Administration gets."""


@net_class("Microsoft.SharePoint.Administration.SPJobDefinition")
class SPJobDefinition(SPPersistedObject):
    """Microsoft.SharePoint.Administration.SPJobDefinition."""

    kind = "timer_job"
    what = "the timer job"
    ps_view = (
        "table",
        (("Name", 24, "", "Name"), ("Schedule", 36, "", "Schedule"), ("LastRunTime", 0, "", "LastRunTime")),
    )

    title = stored("string Title {get;set}", "title", "")
    display_name = stored("string DisplayName {get}", "title", "")
    schedule = stored("string Schedule {get;set}", "schedule", "")
    is_disabled = stored("bool IsDisabled {get;set}", "disabled", False)
    last_run_time = stored("string LastRunTime {get}", "last_run", "")

    @prop("Microsoft.SharePoint.Administration.SPWebApplication WebApplication {get}")
    def web_application(self) -> Any:
        from spshell.farm.web_application import find_application

        return find_application(self.farm_object, str(self.body.get("web_application", "")))

    @method("void RunNow()")
    def run_now(self) -> None:
        """Ask for a run as soon as the timer service looks."""
        self.body["run_now"] = True
        self.update()


def find_job(farm: Any, identity: Any) -> Any:
    """A timer job by name, title or id; the first of several."""
    if isinstance(identity, SPJobDefinition):
        return identity
    text = str(getattr(identity, "to_string", lambda: identity)()).lower()
    for job in farm.all(SPJobDefinition):
        if text in (job.name.lower(), str(job.title).lower(), str(job.record.id)):
            return job
    return None
