"""How Copy-Item copies: files onto files and into folders, folders with what they hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.pipelines.output import emit
from spshell.engine.providers.file_changes import copy
from spshell.engine.providers.filesystem import FileSystem, io_error, listing
from spshell.engine.providers.globbing import filter_test
from spshell.engine.providers.messages import provider_fault
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.engine.providers.places import Place


class Copying:
    """One run of Copy-Item."""

    def __init__(self, cmdlet: Any) -> None:
        self.cmdlet = cmdlet
        self.target: Place | None = cmdlet.located(cmdlet.destination or ".")
        self.selection = cmdlet.selection()
        self.allowed = filter_test(self.selection.filter)

    def copy(self, place: Place) -> None:
        """Copy one item."""
        if self.target is None:
            return
        try:
            if not isinstance(place.provider, FileSystem):
                self._copy_value(place, self.target)
            elif os.path.exists(self.target.path) and os.path.samefile(place.path, self.target.path):
                raise provider_fault("CopyError", place.path, target=place.path)
            elif place.provider.is_container(place.path):
                self._copy_folder(place, self.target.path)
            else:
                self._copy_file(place, self.target.path)
        except NetException as error:
            self.cmdlet.write_error(error, target=error.target)

    def _copy_value(self, place: Place, target: Place) -> None:
        """An item without a file, to another name on a drive of its kind."""
        if target.provider is not place.provider or not place.path or not target.path:
            raise place.provider.refuse(place.path)
        if not self.cmdlet.should_process(f"Item: {place.path} Destination: {target.path}", "Copy Item"):
            return
        for value in place.provider.read_values(place):
            target.provider.set_item(target, value)
        self._pass(target)

    def _copy_file(self, place: Place, target: str) -> None:
        final = os.path.join(target, os.path.basename(place.path)) if os.path.isdir(target) else target
        if not self.cmdlet.should_process(f"Item: {place.path} Destination: {final}", "Copy File"):
            return
        self._pass(place.at(copy(place.path, target, force=bool(self.cmdlet.force))))

    def _copy_folder(self, place: Place, target: str) -> None:
        """The folder itself, into the target when that is a folder; below it only with -Recurse."""
        cmdlet = self.cmdlet
        flat = not cmdlet.container
        final = target
        if os.path.isdir(target) and not flat:
            final = os.path.join(target, os.path.basename(place.path))
        elif os.path.isfile(target):
            raise provider_fault("CopyContainerItemToLeafError", place.path, target, target=place.path)
        if final == place.path or (cmdlet.recurse and final.startswith(place.path.rstrip("/") + "/")):
            raise provider_fault(
                "CopyContainerToContainerItselfError", place.path, error_id="CopyError", target=place.path
            )
        if not cmdlet.should_process(f"Item: {place.path} Destination: {final}", "Copy Directory"):
            return
        if not flat:
            self._make_folder(place, final)
        if not cmdlet.recurse:
            return
        for entry in listing(place.path):
            child = place.child(entry.name)
            if not self.selection.takes(entry.name) or (not entry.folder and not self.allowed(entry.name)):
                continue
            try:
                if entry.folder and not entry.is_link:
                    self._copy_folder(child, final if not flat else target)
                else:
                    self._copy_file(child, final)
            except NetException as error:
                cmdlet.write_error(error, target=error.target)

    def _make_folder(self, place: Place, final: str) -> None:
        if os.path.isdir(final):
            if not self.cmdlet.force and not self.cmdlet.recurse:
                raise provider_fault("DirectoryExist", final, target=final)
            return
        try:
            os.makedirs(final)
        except OSError as error:
            raise io_error(error, final, "CopyDirectoryInfoItemIOError") from None
        self._pass(place.at(final))

    def _pass(self, place: Place) -> None:
        if self.cmdlet.pass_thru:
            emit(self.cmdlet.out, place.provider.item(place))
