"""Commands that cannot exist here are refused by name, with what to do instead."""

from __future__ import annotations

import io

import pytest

from spshell.engine.absent_commands import REASONS
from spshell.engine.host import Host
from spshell.engine.manifest import ManifestTable
from spshell.engine.session import Session


@pytest.mark.parametrize("name", ["Get-Acl", "get-wmiobject", "Out-GridView", "Get-Service"])
def test_the_error_says_why_and_what_to_do(name):
    """
    Still CommandNotFoundException, so that scripts which try and catch go on.
    """
    session = Session(Host(io.StringIO(), io.StringIO()))
    session.evaluate(name)
    record = session.errors[0]
    assert record.fqid == "CommandNotFoundException"
    assert REASONS[name.lower()] in record.message


def test_no_command_that_exists_is_called_absent():
    """
    The list is about what is not there.
    """
    assert {name.lower() for name in ManifestTable().names()} & set(REASONS) == set()
