"""Importing the values costs no heavy module."""

import subprocess
import sys

HEAVY = (
    "re",
    "regex",
    "decimal",
    "fractions",
    "unicodedata",
    "datetime",
    "dataclasses",
    "enum",
    "pathlib",
    "inspect",
)

CODE = """
import sys
before = set(sys.modules)
import typing
free = set(sys.modules)
for name in ("arithmetic", "bitwise", "comparison", "composite", "conversion", "indexing", "matching", "ranges", "text"):
    __import__("spshell.values." + name)
print(" ".join(sorted(set(sys.modules) - free)))
"""


def test_values_import_no_heavy_module():
    loaded = subprocess.run(
        [sys.executable, "-I", "-S", "-c", "import sys; sys.path.insert(0, '.')\n" + CODE],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "spshell.values.matching" in loaded
    assert not set(HEAVY) & set(loaded)
