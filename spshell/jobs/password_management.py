"""Password Management: tells the farm's address of managed accounts whose passwords expire soon, once a day."""

from __future__ import annotations

from datetime import timedelta

from spshell.farm.managed_account import SPManagedAccount
from spshell.farm.outgoing import enqueue
from spshell.mail import AddressError, Mailbox

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.farm.job_definition import SPJobDefinition
    from spshell.mail import Outbox


def run(definition: SPJobDefinition, outbox: Outbox) -> int:
    """Queue one message about all accounts that need a look; how many messages."""
    farm, application = definition.farm_object, definition.web_application
    try:
        to = Mailbox(str(farm.password_change_email_address or ""))
    except AddressError:
        return 0
    if application is None:
        return 0
    now = farm.context.clock.now()
    lines = []
    for account in farm.all(SPManagedAccount):
        ends = account.expires
        days = (
            account.days_before_change_to_email
            if account.automatic_change
            else farm.days_before_password_expiration
        )
        if ends is not None and ends - now <= timedelta(days=int(days)):
            word = "expired" if ends <= now else "expires"
            what = "is changed automatically" if account.automatic_change else "has to be changed"
            lines.append(f"The password of {account.user_name} {word} on {ends:%Y-%m-%d}; it {what}.")
    if not lines:
        return 0
    enqueue(
        application,
        to,
        f"Passwords of managed accounts ({farm.name})",
        "\n".join(lines) + "\n",
        outbox=outbox,
        priority="ADMINISTRATION",
    )
    return 1
