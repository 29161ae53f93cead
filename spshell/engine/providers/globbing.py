"""Wildcards in paths: which places they mean (about_Wildcards)."""

from __future__ import annotations

from spshell.engine.providers import path_text
from spshell.engine.providers.drives import drives_of
from spshell.engine.providers.messages import provider_fault
from spshell.values.wildcard import has_wildcards, unescape, wildcard_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from spshell.engine.providers.places import Place


class Selection:
    """-Filter, -Include, -Exclude and -Force: which names count."""

    __slots__ = ("exclude", "filter", "force", "include")

    def __init__(
        self, pattern: str | None = "", include: Any = None, exclude: Any = None, *, force: bool = False
    ) -> None:
        self.filter = pattern or ""
        self.include = list(include or ())
        self.exclude = list(exclude or ())
        self.force = force

    def without_names(self) -> Selection:
        """The same without name patterns."""
        return Selection(force=self.force)

    def takes(self, name: str) -> bool:
        """Whether a name is included and not excluded."""
        if self.include and not any(wildcard_test(pattern)(name) for pattern in self.include):
            return False
        return not any(wildcard_test(pattern)(name) for pattern in self.exclude)

    @property
    def names(self) -> bool:
        """Whether -Include or -Exclude was given."""
        return bool(self.include or self.exclude)


def filter_test(pattern: str) -> Callable[[str], Any]:
    """-Filter of the file system: ``*`` and ``?`` only, whatever the case; ``*.*`` is every name."""
    if pattern in ("", "*", "*.*"):
        return lambda _name: True
    return wildcard_test(pattern.replace("[", "`[").replace("]", "`]"))


def resolve(session: Any, path: str, selection: Selection, *, literal: bool = False) -> list[Place]:
    """The places of existing items. Raises PathNotFound when a path without wildcards leads nowhere."""
    table = drives_of(session)
    if literal or not has_wildcards(path):
        place = table.locate(path if literal else unescape(path))
        if not place.provider.exists(place.path):
            shown = place.path if place.provider.hierarchical else place.shown()
            raise provider_fault("PathNotFound", shown, target=shown)
        if not literal and selection.names and not selection.takes(path_text.leaf(place.path)):
            return []
        return [place]
    found = expand(session, path, selection)
    return [place for place in found if selection.takes(path_text.leaf(place.path))]


def expand(session: Any, path: str, selection: Selection) -> Iterator[Place]:
    """The places that match a path with wildcards; the filter counts for the last part only."""
    table = drives_of(session)
    fixed, patterns = _divided(path)
    start = table.locate(fixed) if fixed else table.here()
    yield from _matching(start, patterns, selection)


def _divided(path: str) -> tuple[str, list[str]]:
    """(the part before the first wildcard, the parts from there on)."""
    text = path
    prefix = ""
    qualified = path_text.provider_prefix(path)
    if qualified is not None:
        prefix, text = qualified[0] + "::", qualified[1]
    else:
        drive = None if path_text.is_rooted(path) else path_text.drive_prefix(path)
        if drive is not None and not has_wildcards(drive[0]):
            prefix, text = drive[0] + ":", drive[1]
    parts = _parts(text)
    count = next((index for index, part in enumerate(parts) if has_wildcards(part)), len(parts))
    fixed = "/".join(unescape(part) for part in parts[:count])
    if parts[:1] == [""] and count == 1:
        fixed = "/"
    return prefix + fixed, [part for part in parts[count:] if part]


def _parts(text: str) -> list[str]:
    """The parts between separators; a backslash separates too."""
    return path_text.slashes(text).split("/")


def _matching(place: Place, patterns: list[str], selection: Selection) -> Iterator[Place]:
    provider = place.provider
    if not patterns:
        yield place
        return
    pattern, rest = patterns[0], patterns[1:]
    if not has_wildcards(pattern):
        child = place.at(provider.absolute(provider.join(place.path, unescape(pattern))))
        if provider.exists(child.path):
            yield from _matching(child, rest, selection)
        return
    if not provider.is_container(place.path):
        return
    test = wildcard_test(pattern)
    allowed = filter_test(selection.filter) if not rest else filter_test("")
    for name in provider.child_names(place.path):
        if not test(name) or not allowed(name):
            continue
        child = place.child(name)
        if not selection.force and provider.is_hidden(child.path):
            continue
        yield from _matching(child, rest, selection)
