"""A small relay of our own, on loopback, for demonstrations and tests.

    with LabRelay({"sharepoint@contoso.com": "a password"}) as lab:
        relay = Relay(lab.host, lab.port, credentials=..., trust_roots=(lab.authority.certificate,))
        ...
        lab.messages[0].content

It behaves as a strict submission server does: STARTTLS with a certificate of its private authority before
anything else, AUTH LOGIN or PLAIN before any mail. It keeps what it receives and delivers nothing.
"""

from spshell.mail.lab.authority import Authority, Issued
from spshell.mail.lab.relay import LabMessage, LabRelay, Login

__all__ = ["Authority", "Issued", "LabMessage", "LabRelay", "Login"]
