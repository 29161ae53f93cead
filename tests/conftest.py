"""For all tests: generated examples have no deadline of their own, a busy machine is no defect; compiled code is kept apart."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("spshell", deadline=None)
settings.load_profile("spshell")


@pytest.fixture(scope="session", autouse=True)
def cache_of_their_own(tmp_path_factory):
    """The shells that tests start keep compiled code between them, but not in the user's folder."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
