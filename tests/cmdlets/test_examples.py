"""Every example of every cmdlet runs, and every cmdlet has help."""

from __future__ import annotations

import io

import pytest

from spshell.engine.commands.manifest import ManifestTable
from spshell.engine.help.docstrings import topic_of_cmdlet
from spshell.engine.host.host import Host
from spshell.engine.session import Session

NAMES = ManifestTable(("cmdlets.core", "cmdlets.utility", "cmdlets.management", "cmdlets.host")).names()


def session() -> Session:
    return Session(Host(io.StringIO(), io.StringIO()))


@pytest.mark.parametrize("name", NAMES)
def test_the_cmdlet_has_help_for_itself_and_for_each_parameter(name):
    cmdlet = ManifestTable().find(name).cmdlet
    topic = topic_of_cmdlet(cmdlet)
    assert topic.synopsis, "a summary line"
    assert topic.examples, "an example"
    missing = [spec.name for spec in cmdlet.metadata().parameters if not topic.parameters.get(spec.folded)]
    assert not missing


@pytest.mark.parametrize("name", NAMES)
def test_its_examples_run_without_an_error(name):
    for example in topic_of_cmdlet(ManifestTable().find(name).cmdlet).examples:
        running = session()
        running.evaluate(example.code)
        unexpected = [record.message for record in running.errors if "SilentlyContinue" not in example.code]
        assert unexpected == []
