"""LOGIN: the user name, then the password, whatever the prompts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.mail.sasl.mechanism import SaslError

if TYPE_CHECKING:
    from spshell.mail.relay import Credential


class LoginMechanism:
    """Two challenges, two answers. The prompts are not read: servers word (and order) them freely."""

    name = "LOGIN"
    prose = 2
    blocks = False

    def __init__(self, credential: Credential) -> None:
        self._answers = [credential.password, credential.user]
        self.has_shown = False

    def initial(self) -> bytes | None:
        # Some servers take the user name here and some do not; all of them ask for it.
        return None

    def step(self, challenge: bytes) -> bytes:  # noqa: ARG002 - see the class
        if not self._answers:
            raise SaslError("the relay asks a third question in LOGIN")
        self.has_shown = True
        return self._answers.pop().encode()
