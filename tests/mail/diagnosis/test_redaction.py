"""What must never be repeated is not, wherever it stands in a longer text."""

from __future__ import annotations

import base64

from hypothesis import given
from hypothesis import strategies as st

from spshell.mail.diagnosis.redaction import Redactor

SECRETS = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=("Cc", "Cs")),
    min_size=8,
    max_size=40,
)


@given(SECRETS, st.binary(max_size=5), st.binary(max_size=5))
def test_a_secret_and_its_base64_are_never_shown(secret: str, before: bytes, after: bytes) -> None:
    redactor = Redactor()
    redactor.learn(secret)
    inside = base64.b64encode(before + secret.encode() + after).decode()
    shown = redactor.shown(
        f"535 {secret} {inside} and {base64.b64encode(secret.encode('utf-16-le')).decode()}"
    )
    assert secret not in shown
    assert inside not in shown


def test_what_a_terminal_would_obey_is_not_repeated() -> None:
    assert Redactor().shown("220 \x1b[2Jhello\u202e\r\n there") == "220 [2Jhello there"
