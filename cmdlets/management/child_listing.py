"""What Get-ChildItem lists: which containers it looks into, what it leaves out, how it goes down."""

from __future__ import annotations

from spshell.engine.providers import path_text
from spshell.engine.providers.drives import drives_of
from spshell.engine.providers.filesystem import Entry, FileSystem, file_object, listing, walk
from spshell.engine.providers.globbing import Selection, expand, filter_test
from spshell.engine.providers.messages import provider_fault
from spshell.values.wildcard import has_wildcards, unescape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.providers.places import Place

_EVERYTHING = 1 << 32


class ChildListing:
    """One run of Get-ChildItem."""

    def __init__(self, cmdlet: Any) -> None:
        from cmdlets.management.attribute_filter import attribute_filter

        self.cmdlet = cmdlet
        self.session = cmdlet.session
        self.table = drives_of(cmdlet.session)
        self.recurse = bool(cmdlet.recurse) or cmdlet.is_bound("Depth")
        self.depth = int(cmdlet.depth) if cmdlet.is_bound("Depth") else _EVERYTHING
        self.names = bool(cmdlet.name)
        self.selection: Selection = cmdlet.selection()
        self.test, self.shows_hidden = attribute_filter(cmdlet)
        self.force = self.selection.force or self.shows_hidden

    def show(self, path: str) -> None:
        """List what a path means. Raises PathNotFound."""
        patterned = has_wildcards(path) and not self.cmdlet.literal
        if self.names:
            self._list_names(path, patterned=patterned)
        elif self.cmdlet.literal or not (self.recurse or patterned or self.selection.names):
            place = self._existing(path)
            if self.selection.names:
                self._descend(place, self.depth if self.recurse else 0, place)
            else:
                self._list_place(place)
        else:
            self._list_pattern(path)

    def _existing(self, path: str) -> Place:
        """The place of a path without wildcards. Raises PathNotFound."""
        place = self.table.locate(path if self.cmdlet.literal else unescape(path))
        if not place.provider.exists(place.path):
            shown = place.path if place.provider.hierarchical else place.shown()
            raise provider_fault("PathNotFound", shown, target=shown)
        return place

    def _list_place(self, place: Place) -> None:
        if place.provider.is_container(place.path):
            self._list_container(place)
        else:
            self._emit(place, path_text.leaf(place.path))

    def _list_names(self, path: str, *, patterned: bool) -> None:
        """-Name: paths from each container that was found; a leaf is its own name."""
        for place in self._matches(path) if patterned else [self._existing(path)]:
            if not (self.recurse or not patterned) or not place.provider.is_container(place.path):
                name = path_text.leaf(place.path)
                if self.selection.takes(name):
                    self.cmdlet.write(
                        "" if self.recurse and not (patterned or self.selection.names) else name
                    )
            elif self.selection.names:
                self._descend(place, self.depth if self.recurse else 0, place)
            else:
                self._list_container(place)

    def _matches(self, path: str) -> list[Place]:
        pattern = "" if self.recurse else self.selection.filter
        return list(expand(self.session, path, Selection(pattern, force=self.force)))

    def _list_pattern(self, path: str) -> None:
        """Wildcards, name patterns or -Recurse: a name that is no container is looked for below."""
        saved = self.selection
        if self.recurse and not path.endswith(("/", "\\")):
            path = self._searched(path)
        try:
            patterned = has_wildcards(path)
            if patterned:
                places = self._matches(path)
            elif self.recurse:
                places = [self._existing(path or ".")]
            else:
                places = [
                    place
                    for place in [self.table.locate(unescape(path))]
                    if place.provider.exists(place.path)
                ]
            if not self.recurse:
                places = [place for place in places if self.selection.takes(path_text.leaf(place.path))]
            for place in places:
                if self.selection.names or (self.recurse and patterned):
                    self._descend(place, self.depth if self.recurse else 0, place)
                elif not patterned:
                    self._list_place(place)
                else:
                    self._emit(place, path_text.leaf(place.path), tested=True)
        finally:
            self.selection = saved

    def _searched(self, path: str) -> str:
        """Where to look; the last part becomes -Include when it is no container."""
        child = path_text.leaf(path)
        if child == "*" and (self.cmdlet.file or self.cmdlet.directory):
            return path[: len(path) - 1]
        if self.selection.include or self._all_containers(path):
            return path
        if child != "*":
            given = self.selection
            self.selection = Selection(given.filter, [child], given.exclude, force=given.force)
        return path[: len(path) - len(child)]

    def _all_containers(self, path: str) -> bool:
        if not has_wildcards(path):
            place = self.table.locate(unescape(path))
            return place.provider.is_container(place.path)
        found = list(expand(self.session, path, Selection(force=self.force)))
        return bool(found) and all(place.provider.is_container(place.path) for place in found)

    def _list_container(self, place: Place) -> None:
        if isinstance(place.provider, FileSystem):
            self._list_folder(place)
            return
        for name in place.provider.child_names(place.path):
            self._emit(place.child(name), name)

    def _list_folder(self, place: Place) -> None:
        allowed = filter_test(self.selection.filter)
        names = self.names
        out = self.cmdlet.out
        prefix = len(place.path.rstrip("/")) + 1

        def keep(entry: Entry, child: Place) -> bool:
            return bool(allowed(entry.name)) and self.test(entry, child.path)

        depth = self.depth if self.recurse else 0
        for child, entry in walk(place, depth, keep, force=self.force, on_error=self.cmdlet.write_error):
            out(child.path[prefix:] if names else file_object(child, container=entry.folder))

    def _descend(self, place: Place, depth: int, root: Place) -> None:
        """Go down name by name where patterns decide: what matches is written before what it holds."""
        provider = place.provider
        if not provider.is_container(place.path):
            if provider.exists(place.path) and self.selection.takes(path_text.leaf(place.path)):
                self._emit(place, path_text.leaf(place.path), tested=True)
            return
        allowed = filter_test(self.selection.filter)
        for name, folder in _children(place, self.cmdlet.write_error):
            child = place.child(name)
            if provider.is_hidden(child.path) and not self.force:
                continue
            if self.selection.takes(name) and allowed(name):
                self._emit(child, child.path[len(root.path.rstrip("/")) + 1 :], tested=True)
            if folder and depth > 0 and self.recurse:
                self._descend(child, depth - 1, root)

    def _emit(self, place: Place, name: str, *, tested: bool = False) -> None:
        """Write an item or its name; `tested` makes the attribute switches count for it."""
        if tested and isinstance(place.provider, FileSystem):
            entry = Entry(
                path_text.leaf(place.path), folder=place.provider.is_container(place.path), is_link=False
            )
            if not self.test(entry, place.path):
                return
        from spshell.engine.pipelines.output import emit

        emit(self.cmdlet.out, name if self.names else place.provider.item(place))


def _children(place: Place, on_error: Callable[[Any], None]) -> list[tuple[str, bool]]:
    from spshell.values.exceptions import NetException

    provider = place.provider
    if not isinstance(provider, FileSystem):
        return [(name, False) for name in provider.child_names(place.path)]
    try:
        return [(entry.name, entry.folder and not entry.is_link) for entry in listing(place.path)]
    except NetException as error:
        on_error(error)
        return []
