r"""Why a mail would not arrive: every step of a delivery tried by itself, timed, and explained.

    target = Target(relay, senders=(("From", "farm@contoso.com"),), recipients=("ann@contoso.com",))
    for step in diagnose(target):           # one Step a family, as soon as it is known
        print("\n".join(tree(step, 100)))

Nothing is sent unless the target has `trials`. A credential is shown to the relay until it is rejected once;
then no other mechanism gets it. What the relay says is repeated without secrets, and the dialogue of AUTH is
not kept at all.

    step.py remedies.py signs.py exit_codes.py          what was found, and what to do about it
    conversation.py redaction.py                        one dialogue with one address
    name_lookup.py connecting.py greeting.py            DNS, TCP, banner and EHLO
    encryption.py certificates.py certificate_request.py    STARTTLS, the chain, the client certificate
    authentication.py acceptance.py trial.py            each mechanism; MAIL and RCPT; a real message
    sender_domain.py dns_query.py                       what the world reads about the From domain
    probe.py rendering.py                               the order of it all; the tree

Mail knows no farm: whoever knows one puts its own steps before these (settings, keys, timer jobs).
"""

from __future__ import annotations

from spshell.mail.diagnosis.exit_codes import exit_code
from spshell.mail.diagnosis.probe import diagnose
from spshell.mail.diagnosis.remedies import Remedy, remedies
from spshell.mail.diagnosis.rendering import as_data, from_data, tree
from spshell.mail.diagnosis.step import State, Step
from spshell.mail.diagnosis.target import Patience, Target, Trial

__all__ = [
    "Patience",
    "Remedy",
    "State",
    "Step",
    "Target",
    "Trial",
    "as_data",
    "diagnose",
    "exit_code",
    "from_data",
    "remedies",
    "tree",
]
