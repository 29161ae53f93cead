"""Timer jobs: one file a job, each a class with the job's name and ``run(definition)``.

`run_job` runs the job of a definition now, delivers what it queued and notes the run.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.farm.job_definition import SPJobDefinition
    from spshell.jobs.delivery import JobReport

_JOBS = {
    "job-immediate-alerts": "spshell.jobs.immediate_alerts",
    "job-diskquota-warning": "spshell.jobs.disk_quota_warning",
    "job-dead-site-delete": "spshell.jobs.dead_site_delete",
    "job-health-analysis-daily": "spshell.jobs.health_analysis",
    "job-health-analysis-weekly": "spshell.jobs.health_analysis",
    "job-password-management": "spshell.jobs.password_management",
}
"""Job name -> module with a function ``run(definition, outbox) -> number of messages``."""


def run_job(definition: SPJobDefinition) -> JobReport:
    """Run a job now. Raises InvalidOperation for a job that nobody implements."""
    from importlib import import_module

    from spshell.farm import errors
    from spshell.farm.outgoing import open_outbox
    from spshell.jobs.delivery import deliver

    module = _JOBS.get(definition.name)
    if module is None:
        raise errors.invalid(f"There is no code for the timer job '{definition.name}'.", "UnknownTimerJob")
    farm = definition.farm_object
    with open_outbox(farm) as outbox:
        queued = import_module(module).run(definition, outbox)
        report = deliver(farm, outbox)
    report.queued = queued
    definition.reload()
    definition.body["last_run"] = farm.context.clock.now().isoformat(timespec="seconds")
    definition.commit()
    return report
