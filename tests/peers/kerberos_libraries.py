"""The libraries for Kerberos, which are built against the system's: on a desk optional, in CI not."""

from __future__ import annotations

import os

import pytest


def needs_kerberos() -> None:
    """Skip where they are missing; in CI that is a failure."""
    try:
        import gssapi  # noqa: F401
        import krb5  # noqa: F401
    except ImportError as error:
        if os.environ.get("CI"):
            pytest.fail(f"pip install '.[kerberos]': {error}")
        pytest.skip(str(error), allow_module_level=True)
