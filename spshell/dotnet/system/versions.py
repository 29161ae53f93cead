"""System.Version and System.Management.Automation.SemanticVersion."""

from __future__ import annotations

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.comparison_operators import add_comparisons
from spshell.dotnet.system.errors import (
    argument_null,
    automation_argument,
    bad_argument,
    bad_format,
    out_of_range,
    thrown,
)
from spshell.values.declare import Members
from spshell.values.exceptions import NetException
from spshell.values.numbers import Int16

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VERSION = Members()
SEMANTIC = Members()


class Version:
    """Two to four numbers; a missing one is -1."""

    __slots__ = ("parts", "ps_members")

    def __init__(self, *parts: int) -> None:
        self.parts = (*parts, -1, -1)[:4] if len(parts) > 1 else (parts[0] if parts else 0, 0, -1, -1)
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return ".".join(str(part) for part in self.parts if part >= 0)

    to_string = ps_text

    def compare_to(self, other: Version) -> int:
        return (self.parts > other.parts) - (self.parts < other.parts)

    def __eq__(self, other: object) -> bool:
        return type(other) is Version and other.parts == self.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def net_equals(self, other: Version) -> bool:
        return self.parts == other.parts

    def __repr__(self) -> str:
        return f"Version({self.ps_text()})"


@VERSION.method("static version Parse(string input)")
def parse(text: str | None) -> Version:
    """``major.minor[.build[.revision]]``; raises ArgumentException, FormatException, OverflowException."""
    if text is None:
        raise argument_null("input")
    pieces = text.split(".")
    if not 2 <= len(pieces) <= 4:
        raise bad_argument("A version has two to four parts.", "input")
    parts: list[int] = []
    for piece in pieces:
        digits = piece.strip()
        if digits.startswith("-") and digits[1:].isdigit():
            raise out_of_range("input", piece)
        if not digits.removeprefix("+").isdigit() or not digits.isascii():
            raise bad_format("FormatNumber", piece)
        if int(digits) >= 2**31:
            raise thrown("System.OverflowException", "Overflow", "Int32")
        parts.append(int(digits))
    return Version(*parts)


@VERSION.method("static bool TryParse(string input, out version result)")
def try_parse(text: str | None, result: Any) -> bool:
    """Parse without an error."""
    try:
        result.value = parse(text)
    except NetException:
        result.value = None
        return False
    return True


@VERSION.constructor(
    "()",
    "(string version)",
    "(int major, int minor)",
    "(int major, int minor, int build)",
    "(int major, int minor, int build, int revision)",
)
def create(*parts: Any) -> Version:
    """A version from text or numbers."""
    if not parts:
        return Version(0, 0)
    if isinstance(parts[0], str) or parts[0] is None:
        return parse(parts[0])
    for name, part in zip(("major", "minor", "build", "revision"), parts, strict=False):
        if part < 0:
            raise out_of_range(name, part)
    return Version(*parts)


for _index, _name in enumerate(("Major", "Minor", "Build", "Revision")):
    VERSION.prop(f"int {_name} {{get}}")(lambda value, index=_index: value.parts[index])
VERSION.prop("short MajorRevision {get}")(lambda value: Int16(value.parts[3] >> 16))
VERSION.prop("short MinorRevision {get}")(
    lambda value: Int16(((value.parts[3] & 0xFFFF) + 2**15) % 2**16 - 2**15)
)


@VERSION.method("string ToString()", "string ToString(int fieldCount)")
def to_string(value: Version, count: int | None = None) -> str:
    """The version, or its first parts."""
    if count is None:
        return value.ps_text()
    present = [part for part in value.parts if part >= 0]
    if not 0 <= count <= len(present):
        raise bad_argument("The version does not have so many parts.", "fieldCount")
    return ".".join(map(str, present[:count]))


@VERSION.method("int CompareTo(System.Object version)", "int CompareTo(version value)")
def compare_to(value: Version, other: Any) -> int:
    """Order of two versions."""
    if other is None:
        return 1
    if not isinstance(other, Version):
        raise bad_argument("The object must be a Version.")
    return value.compare_to(other)


VERSION.method("System.Object Clone()")(lambda value: Version(*value.parts))
add_comparisons(VERSION, "version", "v1", "v2")


class SemanticVersion:
    """major.minor.patch-prerelease+build."""

    __slots__ = ("build", "numbers", "prerelease", "ps_members")

    def __init__(self, numbers: tuple[int, int, int], prerelease: str = "", build: str = "") -> None:
        self.numbers = numbers
        self.prerelease = prerelease
        self.build = build
        self.ps_members: Any = None

    def ps_text(self) -> str:
        text = ".".join(map(str, self.numbers))
        return (
            text
            + (f"-{self.prerelease}" if self.prerelease else "")
            + (f"+{self.build}" if self.build else "")
        )

    to_string = ps_text

    def compare_to(self, other: SemanticVersion) -> int:
        if self.numbers != other.numbers:
            return 1 if self.numbers > other.numbers else -1
        return _compare_labels(self.prerelease, other.prerelease)

    def __eq__(self, other: object) -> bool:
        return type(other) is SemanticVersion and self.net_equals(other)

    def __hash__(self) -> int:
        return hash((self.numbers, self.prerelease))

    def net_equals(self, other: SemanticVersion) -> bool:
        return (
            self.numbers == other.numbers
            and self.prerelease == other.prerelease
            and self.build == other.build
        )


def _compare_labels(left: str, right: str) -> int:
    if not left or not right:
        return (not left) - (not right)  # a release comes after its prereleases
    a, b = left.split("."), right.split(".")
    for first, second in zip(a, b, strict=False):
        if first == second:
            continue
        if first.isdigit() and second.isdigit():
            return 1 if int(first) > int(second) else -1
        if first.isdigit() != second.isdigit():
            return -1 if first.isdigit() else 1
        return 1 if first > second else -1
    return (len(a) > len(b)) - (len(a) < len(b))


@SEMANTIC.method("static semver Parse(string version)")
def parse_semantic(text: str | None) -> SemanticVersion:
    """A semantic version; missing minor and patch are 0; raises FormatException."""
    if text is None:
        raise argument_null("version")
    if not text or text.endswith(("-", "+", ".")):
        raise bad_format("FormatString", text)
    body, plus, build = text.partition("+")
    numbers_text, minus, prerelease = body.partition("-")
    numbers = numbers_text.split(".")
    labels = [label for label, present in ((build, plus), (prerelease, minus)) if present]
    if (
        len(numbers) > 3
        or not all(n.isdigit() and n.isascii() and (n == "0" or n[0] != "0") for n in numbers)
        or not all(map(_is_label, labels))
    ):
        raise bad_format("FormatString", text)
    padded = [*map(int, numbers), 0, 0][:3]
    if max(padded) >= 2**31:
        raise bad_format("FormatString", text)
    return SemanticVersion((padded[0], padded[1], padded[2]), prerelease, build)


def _is_label(label: str) -> bool:
    return bool(label) and all(
        part and part.isascii() and part.replace("-", "a").isalnum() for part in label.split(".")
    )


@SEMANTIC.method("static bool TryParse(string version, ref semver result)")
def try_parse_semantic(text: str | None, result: Any) -> bool:
    """Parse without an error."""
    try:
        result.value = parse_semantic(text)
    except NetException:
        result.value = None
        return False
    return True


@SEMANTIC.constructor(
    "(string version)",
    "(int major, int minor, int patch, string preReleaseLabel, string buildLabel)",
    "(int major, int minor, int patch, string label)",
    "(int major, int minor, int patch)",
    "(version version)",
    "(int major, int minor)",
    "(int major)",
)
def create_semantic(*parts: Any) -> SemanticVersion:
    """A semantic version from text, numbers or a version."""
    first = parts[0]
    if first is None:
        raise automation_argument("A value is required.", "version", null=True)
    if isinstance(first, str):
        return parse_semantic(first)
    if isinstance(first, Version):
        if first.parts[3] > 0:
            raise automation_argument("A version with a revision is no semantic version.", "version")
        return SemanticVersion((first.parts[0], first.parts[1], max(first.parts[2], 0)))
    numbers = [*[part for part in parts if isinstance(part, int)], 0, 0][:3]
    if min(numbers) < 0:
        name = ("major", "minor", "patch")[next(index for index, part in enumerate(numbers) if part < 0)]
        raise automation_argument("The parts of a version are not negative.", name)
    labels = [part for part in parts if isinstance(part, str)]
    prerelease, _, build = (
        labels[0].partition("+") if len(labels) == 1 else ((*labels, "", "")[0], "", (*labels, "", "")[1])
    )
    return SemanticVersion((numbers[0], numbers[1], numbers[2]), prerelease, build)


for _index, _name in enumerate(("Major", "Minor", "Patch")):
    SEMANTIC.prop(f"int {_name} {{get}}")(lambda value, index=_index: value.numbers[index])
SEMANTIC.prop("string PreReleaseLabel {get}")(lambda value: value.prerelease or None)
SEMANTIC.prop("string BuildLabel {get}")(lambda value: value.build or None)


@SEMANTIC.method("int CompareTo(System.Object version)", "int CompareTo(semver value)")
def compare_semantic(value: SemanticVersion, other: Any) -> int:
    """Order of two semantic versions; labels come before the release."""
    if other is None:
        return 1
    if not isinstance(other, SemanticVersion):
        raise bad_argument("The object must be a SemanticVersion.")
    return value.compare_to(other)


SEMANTIC.method("static version op_Implicit(semver semver)")(lambda value: Version(*value.numbers))
add_comparisons(SEMANTIC, "semver", "v1", "v2")
define(
    "System.Version",
    VERSION,
    ps_name="version",
    python_type=Version,
    interfaces=(
        "System.ICloneable",
        "System.IComparable",
        "System.IComparable`1[System.Version]",
        "System.IEquatable`1[System.Version]",
    ),
)
define(
    "System.Management.Automation.SemanticVersion",
    SEMANTIC,
    ps_name="semver",
    python_type=SemanticVersion,
    interfaces=("System.IComparable", "System.IComparable`1[System.Management.Automation.SemanticVersion]"),
)
