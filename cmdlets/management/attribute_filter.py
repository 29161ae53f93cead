"""-Attributes and the switches beside it: ``Directory+!Hidden,ReadOnly`` (+ is and, comma is or, ! is not)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.providers.filesystem import Entry

    Test = Callable[[Entry, str], bool]

_BITS = {
    "readonly": 1, "hidden": 2, "system": 4, "directory": 16, "archive": 32, "device": 64, "normal": 128,
    "temporary": 256, "sparsefile": 512, "reparsepoint": 1024, "compressed": 2048, "offline": 4096,
    "notcontentindexed": 8192, "encrypted": 16384, "integritystream": 32768, "noscrubdata": 131072,
}  # fmt: skip
_SHORT = {"d": "directory", "h": "hidden", "r": "readonly", "s": "system"}
_SWITCHES = (
    ("directory", "directory"),
    ("file", "!directory"),
    ("system", "system"),
    ("read_only", "readonly"),
    ("hidden", "hidden"),
)


def attribute_filter(cmdlet: Any) -> tuple[Test, bool]:
    """(the test of an entry, whether hidden ones were asked for)."""
    wanted = [word for field, word in _SWITCHES if getattr(cmdlet, field)]
    groups = [[_term(word) for word in wanted]] if wanted else []
    expressions = [groups] if groups else []
    if cmdlet.attributes is not None:
        from spshell.values.text import to_text

        given = cmdlet.attributes
        text = ",".join(map(to_text, given)) if isinstance(given, list) else to_text(given)
        expressions.append([[_term(word) for word in part.split("+")] for part in text.split(",")])
    if not expressions:
        return (lambda _entry, _path: True), False
    if expressions in ([[[(16, True)]]], [[[(16, False)]]]):
        folder = expressions[0][0][0][1]
        return (lambda entry, _path: entry.folder == folder), False
    hidden = any(bit == 2 for expression in expressions for group in expression for bit, _ in group)

    def test(entry: Entry, path: str) -> bool:
        del entry
        bits = _attributes(path)
        return all(
            any(all(bool(bits & bit) == wanted for bit, wanted in group) for group in expression)
            for expression in expressions
        )

    return test, hidden


def _term(word: str) -> tuple[int, bool]:
    """(bit, whether it has to be set). Raises for unknown names."""
    text = word.strip().lower()
    wanted = not text.startswith("!")
    name = text.lstrip("!").strip()
    name = _SHORT.get(name, name)
    matches = [full for full in _BITS if full == name] or [
        full for full in _BITS if name and full.startswith(name)
    ]
    if not matches:
        from spshell.engine.providers.messages import provider_fault

        raise provider_fault("Argument", "Attributes", f"there is no attribute {word}", target=word)
    return _BITS[matches[0]], wanted


def _attributes(path: str) -> int:
    from spshell.dotnet.io.file_infos import attributes_of

    return int(attributes_of(path).value)
