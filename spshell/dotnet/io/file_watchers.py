"""System.IO.FileSystemWatcher: events of what changes in a folder, found by looking at it again and again."""

from __future__ import annotations

import os
import threading
from typing import Any

from spshell.dotnet.system.errors import thrown
from spshell.dotnet.system.event_sources import EventSource
from spshell.dotnet.system.timers import EventArgs
from spshell.values.declare import constructor, field, method, net_class, prop

_IO = "System.IO."
_PAUSE = 0.05
Seen = dict[str, tuple[int, int, int]]


@net_class(_IO + "FileSystemEventArgs", base="System.EventArgs")
class FileSystemEventArgs(EventArgs):
    """What happened to which file."""

    def __init__(self, word: str, folder: str, name: str) -> None:
        self.word = word
        self.folder = folder
        self.relative = name

    @prop(_IO + "WatcherChangeTypes ChangeType {get}")
    def change_type(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value(_IO + "WatcherChangeTypes", self.word)

    @prop("string FullPath {get}")
    def full_path(self) -> str:
        return os.path.join(self.folder, self.relative)

    @prop("string Name {get}")
    def name(self) -> str:
        return self.relative


@net_class(_IO + "RenamedEventArgs", base=_IO + "FileSystemEventArgs")
class RenamedEventArgs(FileSystemEventArgs):
    """What a file was called before."""

    def __init__(self, folder: str, name: str, before: str) -> None:
        super().__init__("Renamed", folder, name)
        self.before = before

    @prop("string OldFullPath {get}")
    def old_full_path(self) -> str:
        return os.path.join(self.folder, self.before)

    @prop("string OldName {get}")
    def old_name(self) -> str:
        return self.before


@net_class(_IO + "FileSystemWatcher", interfaces=("System.IDisposable",))
class FileSystemWatcher(EventSource):
    """A folder under watch; events come while EnableRaisingEvents is true."""

    events = ("Created", "Changed", "Deleted", "Renamed", "Error", "Disposed")

    def __init__(self, folder: str = "", pattern: str = "*") -> None:
        super().__init__()
        self.folder = folder
        self.pattern = pattern
        self.watching: threading.Event | None = None

    @constructor("()", "(string path)", "(string path, string filter)")
    @staticmethod
    def create(folder: str = "", pattern: str = "*") -> FileSystemWatcher:
        if folder and not os.path.isdir(folder):
            raise thrown("System.ArgumentException", "Invalid", f"There is no folder '{folder}' to watch.")
        return FileSystemWatcher(folder, pattern)

    include_subdirectories: Any = field("bool IncludeSubdirectories {get;set}", False)
    notify_filter: Any = field(f"{_IO}NotifyFilters NotifyFilter {{get;set}}")

    @prop("string Path {get;set}")
    def path(self) -> str:
        return self.folder

    @path.setter
    def set_path(self, value: str) -> None:
        if not os.path.isdir(value):
            raise thrown("System.ArgumentException", "Invalid", f"There is no folder '{value}' to watch.")
        self.folder = value

    @prop("string Filter {get;set}")
    def filter_text(self) -> str:
        return self.pattern

    @filter_text.setter
    def set_filter_text(self, value: str) -> None:
        self.pattern = value or "*"

    @prop("bool EnableRaisingEvents {get;set}")
    def enabled(self) -> bool:
        return self.watching is not None

    @enabled.setter
    def set_enabled(self, value: bool) -> None:
        if value and self.watching is None:
            self.watching = threading.Event()
            seen = self._look()  # now, so that nothing that happens after this is missed
            threading.Thread(target=self._watch, args=(self.watching, seen), daemon=True).start()
        elif not value:
            self._stop()

    @method("void Dispose()")
    def dispose(self) -> None:
        self._stop()
        self.tell("Disposed", None)

    def _stop(self) -> None:
        if self.watching is not None:
            self.watching.set()
            self.watching = None

    def _watch(self, stopped: threading.Event, seen: Seen) -> None:
        while not stopped.wait(_PAUSE):
            found = self._look()
            self._compare(seen, found)
            seen = found

    def _compare(self, seen: Seen, found: Seen) -> None:
        gone = {number: name for name, (number, _, _) in seen.items() if name not in found}
        for name, (number, *state) in found.items():
            if name not in seen:
                before = gone.pop(number, None)
                if before is not None:
                    self.tell("Renamed", RenamedEventArgs(self.folder, name, before))
                else:
                    self.tell("Created", FileSystemEventArgs("Created", self.folder, name))
            elif list(seen[name][1:]) != state:
                self.tell("Changed", FileSystemEventArgs("Changed", self.folder, name))
        for name in gone.values():
            self.tell("Deleted", FileSystemEventArgs("Deleted", self.folder, name))

    def _look(self) -> Seen:
        """Each file and folder that the filter fits: its number, when it changed, its size."""
        from spshell.values.wildcard import wildcard_test

        fits = wildcard_test("*" if self.pattern == "*.*" else self.pattern)
        found: Seen = {}
        for folder, folders, files in os.walk(self.folder):
            for name in [*folders, *files]:
                if fits(name):
                    self._note(found, os.path.join(folder, name))
            if not self.include_subdirectories:
                break
        return found

    def _note(self, found: Seen, path: str) -> None:
        try:
            state = os.lstat(path)
        except OSError:  # gone in the meantime
            return
        found[os.path.relpath(path, self.folder)] = (state.st_ino, state.st_mtime_ns, state.st_size)
