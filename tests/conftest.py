"""For all tests: generated examples have no deadline of their own, a busy machine is no defect."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("spshell", deadline=None)
settings.load_profile("spshell")
