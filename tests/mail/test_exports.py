"""What spshell.mail and spshell.timer offer, and what it costs to ask for it."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest


@pytest.mark.parametrize("package", ["spshell.mail", "spshell.timer", "spshell.state"])
def test_every_name_offered_is_there(package: str) -> None:
    module = import_module(package)
    for name in module.__all__:
        assert getattr(module, name).__name__ == name
    with pytest.raises(AttributeError):
        _ = module.no_such_name


@pytest.mark.parametrize("package", ["spshell.mail", "spshell.timer"])
def test_the_list_of_homes_is_the_list_of_names(package: str) -> None:
    module = import_module(package)
    assert sorted(module._HOMES) == sorted(module.__all__)


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        (
            "from spshell.mail import Mailbox, Relay, TlsPolicy",
            {"sqlite3", "ssl", "asyncio", "base64"},
        ),
        (
            "from spshell.mail import MailMessage, Outbox, resolve_sender",
            {"asyncio", "ssl", "email"},
        ),
        ("from spshell.timer import Schedule, SystemClock", {"asyncio", "traceback", "uuid"}),
        ("from spshell.mail.smtp import SmtpTransport", {"aiosmtpd", "spnego", "cryptography"}),
    ],
)
def test_a_name_brings_only_its_own_modules(statement: str, absent: set[str]) -> None:
    code = f"import sys; before = set(sys.modules)\n{statement}\nprint(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert absent & set(done.stdout.split()) == set()
