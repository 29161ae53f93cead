"""Who may import whom: the layer table of the design, and the few packages that only one place may know."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ALLOWED = {
    "values": set(),
    "language": set(),
    "state": set(),
    "dotnet": {"values"},
    "compiler": {"language"},
    "mail": {"state"},
    "timer": {"state"},
    "engine": {"values", "dotnet", "language", "compiler"},
    "farm": {"values", "state", "mail"},
    "formatting": {"values", "dotnet", "engine"},
    "jobs": {"farm", "mail", "state", "timer"},
    "plan": {"state", "farm", "engine"},
    "repl": {"language", "engine", "formatting", "values"},
}
"""Package -> packages of ours that it may import (and itself)."""

ONLY = {
    "prompt_toolkit": ("spshell/repl/",),
    "pygments": ("spshell/repl/",),
    "sqlalchemy": ("spshell/state/sql.py",),
    "aiosmtplib": ("spshell/dotnet/net/smtp_client.py",),
    "aiosmtpd": ("spshell/mail/lab/",),
    "spnego": ("spshell/mail/sasl/",),
    "babel": ("spshell/values/", "spshell/dotnet/globalization/cldr_dates.py"),
    "gssapi": ("spshell/mail/sasl/",),
}
"""Package of others -> where it may be imported."""


def imports(path: Path) -> set[str]:
    """
    The modules that a file imports, anywhere in it, but not those for type checkers only.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unseen = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in unseen:
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "spshell" and alias.name != "__version__")
    return found


def sources(package: str) -> list[Path]:
    return sorted((ROOT / "spshell" / package).rglob("*.py"))


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_a_package_imports_only_what_its_layer_allows(package):
    """
    No import goes against the layer table.
    """
    wrong = []
    for path in sources(package):
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "cmdlets" or (parts[0] == "spshell" and len(parts) > 1):
                target = "cmdlets" if parts[0] == "cmdlets" else parts[1]
                if target != package and target not in ALLOWED[package]:
                    wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert wrong == []


def test_nobody_imports_cmdlets_by_name():
    """
    Cmdlets are found through their manifests; only cmdlets import cmdlets.
    """
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted((ROOT / "spshell").rglob("*.py"))
        for name in imports(path)
        if name.split(".")[0] == "cmdlets"
    ]
    assert wrong == []


@pytest.mark.parametrize("library", sorted(ONLY))
def test_a_library_is_known_in_one_place_only(library):
    """
    Heavy libraries have one home each.
    """
    wrong = []
    for folder in ("spshell", "cmdlets"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            if any(name.split(".")[0] == library for name in imports(path)) and not place.startswith(ONLY[library]):
                wrong.append(place)
    assert wrong == []


def test_generated_code_names_only_what_ops_exports():
    """
    Every helper that the compiler writes into code stands in engine/ops.py's list.
    """
    from spshell.engine.ops import EXPORTED

    named = set()
    for path in sources("compiler"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "call":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    named.add(first.value)
    assert named
    assert named - set(EXPORTED) == set()


FORBIDDEN = {"utils", "helpers", "common", "misc", "manager"}


def test_modules_have_a_name_and_a_size():
    """
    No grab-bags, nothing longer than 600 lines (tables of signatures are data).
    """
    for folder in ("spshell", "cmdlets"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            assert path.stem not in FORBIDDEN, path
            if path.name != "signatures.py":
                assert len(path.read_text(encoding="utf-8").splitlines()) <= 600, path
