"""The declared cmdlets against the vendor's signatures, kept as data beside this test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spshell.engine.binding.metadata import ALL_SETS
from spshell.engine.commands.manifest import ManifestTable

FACTS = json.loads((Path(__file__).parent / "signatures.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(FACTS))
def test_parameters_sets_and_positions_are_the_vendors(name):
    """
    Every parameter in its sets, mandatory or not, at its position, from the pipeline or not; and the impact.
    """
    info = ManifestTable().find(name)
    assert info is not None
    metadata = info.cmdlet.metadata()
    facts = FACTS[name]
    declared = {
        spec.name: {
            ("(All)" if set_name == ALL_SETS else set_name): [flags.mandatory, flags.position, flags.by_value]
            for set_name, flags in spec.sets.items()
        }
        for spec in metadata.parameters
    }
    assert declared == facts["parameters"]
    assert (metadata.default_set or None) == facts["default_set"]
    assert metadata.should_process == facts["should_process"]
    if facts["impact"]:
        assert metadata.confirm_impact == facts["impact"]
