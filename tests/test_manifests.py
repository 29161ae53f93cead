"""Manifests and cmdlet files say the same, and no cmdlet is imported before it is used."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = sorted(path.parent.name for path in (ROOT / "cmdlets").glob("*/manifest.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_every_listed_command_has_its_file_and_class(package):
    """
    Get-SPSite is in get_spsite.py, and the class there is of that name.
    """
    from spshell.engine.commands.cmdlet import Cmdlet

    manifest = import_module(f"cmdlets.{package}.manifest")
    for command, file in manifest.COMMANDS.items():
        assert file == command.replace("-", "_", 1).lower(), command
        module = import_module(f"cmdlets.{package}.{file}")
        classes = [c for c in vars(module).values() if isinstance(c, type) and issubclass(c, Cmdlet) and c.command_name == command]
        assert classes, f"{file}.py has no class for {command}"
        assert classes[0].__doc__, f"{command} has no help"


@pytest.mark.parametrize("package", PACKAGES)
def test_every_cmdlet_file_is_listed(package):
    """
    A file named like a command stands in the manifest.
    """
    from spshell.engine.commands.cmdlet import Cmdlet

    manifest = import_module(f"cmdlets.{package}.manifest")
    for path in sorted((ROOT / "cmdlets" / package).glob("*.py")):
        if path.stem in manifest.COMMANDS.values() or path.stem in ("__init__", "manifest"):
            continue
        module = import_module(f"cmdlets.{package}.{path.stem}")
        own = [
            c.command_name
            for c in vars(module).values()
            if isinstance(c, type) and issubclass(c, Cmdlet) and c.__module__ == module.__name__ and c.command_name
        ]
        assert own == [], f"{path.name} is not listed"


def test_commands_are_imported_when_used():
    """
    Running one command imports its file and none of its neighbours.
    """
    code = (
        "import sys; from spshell import cli; cli.main(['-c', '1..2 | ForEach-Object { $_ }']);"
        "print(*[m for m in sys.modules if m.startswith('cmdlets.') and m.count('.') > 1], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name for name in done.stderr.split() if not name.endswith("manifest")}
    assert loaded <= {"cmdlets.core.foreach_object", "cmdlets.core.member_access"}
