"""What the farm itself knows about why its mail would not arrive: settings, keys, jobs, alerts, waiting mail.

`farm_steps(application)` are the steps that come before the network's; `target_of(application, ...)` is what
the mail package then diagnoses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.farm.checks.alert_delivery import check_alerts
from spshell.farm.checks.clocks import check_clock
from spshell.farm.checks.credential_keys import check_keys
from spshell.farm.checks.effective_settings import check_settings
from spshell.farm.checks.waiting_mail import check_outbox
from spshell.farm.checks.what_to_try import target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.farm.web_application import SPWebApplication
    from spshell.mail.diagnosis import Step

__all__ = ["farm_steps", "target_of"]


def farm_steps(application: SPWebApplication) -> Iterator[Step]:
    """Everything that can be said without the network; only the settings can stop what follows."""
    yield check_settings(application)
    yield check_keys(application)
    yield check_alerts(application)
    yield check_clock(application.farm_object)
    yield check_outbox(application)
