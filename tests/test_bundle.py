"""The file of modules: an import takes the code from it, unless the source is another by now."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent


@pytest.fixture
def shell(tmp_path):
    """A copy of the package that may be changed, and a function that runs Python with it and a bundle of its own."""
    import shutil

    for name in ("spshell", "cmdlets"):
        shutil.copytree(HERE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    environment = os.environ | {"SPSHELL_HOME": str(tmp_path / "home"), "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    (tmp_path / "home").mkdir()

    def run(*arguments, **more):
        done = subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, check=False, cwd=tmp_path, env=environment | more
        )
        return done.stdout + done.stderr

    run.folder = tmp_path
    run.bundles = lambda: sorted((tmp_path / "home" / "cache").glob("modules-*"))
    return run


SHOW = ("-m", "spshell", "-NoProfile", "-Command", "'shown'")
LOADERS = """
import sys
from spshell.bundle import install
bundle = install()
import inspect, importlib.util
from spshell.engine.host import host
print(type(host.__loader__).__name__, host.__file__.endswith("host.py"), "class Host" in inspect.getsource(host))
print(importlib.reload(host) is host, host.__spec__.origin == host.__file__, host.__name__)
print(host.__cached__ == importlib.util.cache_from_source(host.__file__))
import spshell.engine
print(spshell.engine.__path__ == [spshell.engine.__file__.rpartition("/")[0]])
"""


def test_modules_come_from_the_bundle_of_an_earlier_run(shell):
    """
    With their file, source and package path; reload works.
    """
    assert shell(*SHOW) == "shown\n"
    assert len(shell.bundles()) == 1
    assert shell("-c", LOADERS) == "BundleLoader True True\nTrue True spshell.engine.host.host\nTrue\nTrue\n"


def test_a_changed_source_is_never_served_stale(shell):
    """
    The same length and a second run: the new text counts.
    """
    shell(*SHOW)
    source = shell.folder / "spshell" / "engine" / "host" / "host.py"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("self.out.write(text)", "self.out.write('*ew')", 1), encoding="utf-8")
    assert shell(*SHOW) == "*ew"
    assert shell(*SHOW) == "*ew"


def test_a_removed_source_is_gone(shell):
    """
    A module without a source is not served either.
    """
    shell(*SHOW)
    (shell.folder / "spshell" / "engine" / "host" / "host.py").unlink()
    assert "No module named 'spshell.engine.host.host'" in shell(*SHOW, SPSHELL_TRACEBACK="1")


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: b"\0" + data[1:]])
def test_a_damaged_bundle_is_made_again(shell, damage):
    """
    Empty, cut off or overwritten: the run works, and mends it.
    """
    shell(*SHOW)
    (bundle,) = shell.bundles()
    whole = bundle.read_bytes()
    bundle.write_bytes(damage(whole))
    assert shell(*SHOW) == "shown\n"
    assert shell("-c", LOADERS).startswith("BundleLoader")


def test_it_grows_by_what_a_run_imports_more(shell):
    """
    The modules of another command are added to those that are there.
    """
    shell(*SHOW)
    (bundle,) = shell.bundles()
    small = bundle.stat().st_size
    assert shell("-m", "spshell", "-NoProfile", "-Command", "1..3 | Measure-Object -Sum | ForEach-Object Sum") == "6\n"
    assert shell.bundles() == [bundle]
    assert bundle.stat().st_size > small


def test_it_can_be_switched_off(shell):
    """
    SPSHELL_CACHE=0 keeps nothing.
    """
    assert shell(*SHOW, SPSHELL_CACHE="0") == "shown\n"
    assert shell.bundles() == []


def test_an_error_has_the_source_line_in_its_traceback(shell):
    """
    Whoever looks for a fault of the shell finds the text of the line.
    """
    shell(*SHOW)
    text = shell("-c", "from spshell.bundle import install; install()\nfrom spshell.cli import parse_arguments\nparse_arguments(['-out'])")
    assert 'raise UsageError(f"The switch {word} needs a value after it.")' in text
