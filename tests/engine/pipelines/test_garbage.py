"""What a pipeline made is freed when it is over, without the collector of cycles."""

from __future__ import annotations

import gc

import pytest

from spshell.engine.pipelines.cmdlet_stage import CmdletStage
from spshell.engine.session import Session


@pytest.mark.parametrize("text", ["Write-Output 1 2>$null | Out-Null", "Write-Output 1 2 | Sort-Object | Out-Null", "Write-Error x 2>$null"])
def test_no_stage_is_left(text):
    """A loop over many calls stays as small as one call."""
    session = Session()
    session.evaluate(text)
    gc.collect()
    gc.disable()
    try:
        before = _stages()
        session.evaluate(f"foreach ($i in 1..20) {{ {text} }}")
        assert _stages() == before
    finally:
        gc.enable()


def _stages() -> int:
    return sum(type(item) is CmdletStage for item in gc.get_objects())
