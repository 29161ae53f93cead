"""Quick start: the code of this package's modules in one file, so that an import reads no folder and no file of its own.

The file is in the user's own folder (`own_files`), made and extended by runs that had to import modules the ordinary way.
For each module it has the code object and, as a .pyc file has them, time and size of its source: when the source is another
now, the module is imported the ordinary way. The loader is Python's own, so tracebacks, `inspect` and `importlib.reload`
find the source.
"""

from __future__ import annotations

import _imp
import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import SourceFileLoader
from _thread import allocate_lock

from spshell.own_files import cache_folder, open_own, write_own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

_ROOTS = ("spshell", "cmdlets")
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MAGIC = f"{sys.implementation.cache_tag} {sys.version} {_HERE}"


class BundleLoader(SourceFileLoader):
    """Python's loader of source files, with the code object at hand."""

    def __init__(self, name: str, path: str, finder: Bundle) -> None:
        super().__init__(name, path)
        self._finder = finder

    def get_code(self, fullname: str) -> CodeType | None:
        code = self._finder.code(fullname, self.path)
        return code if code is not None else super().get_code(fullname)


class Bundle:
    """A finder for `sys.meta_path`: name -> (is a package, time and size of the source, place and length of the code)."""

    def __init__(self, name: str, folder: str) -> None:
        self._name = name
        self._folder = folder
        self._entries: dict[str, tuple[bool, int, int, int, int]] = {}
        self._fresh = ""
        self._file = -1
        self._start = 0
        opened = open_own(folder, name)
        if opened is not None:
            self._file, size = opened
            self._read_index(size)

    def _read_index(self, size: int) -> None:
        """Read what is where; nothing of a file that is cut off or of another Python or place."""
        try:
            self._start = _HEAD + int.from_bytes(_read_at(self._file, 0, _HEAD), "little")
            if self._start < size:
                index = _read_at(self._file, _HEAD, self._start - _HEAD)
                magic, entries, length = marshal.loads(index)  # noqa: S302 - a file that only this user can write
                if magic == _MAGIC and self._start + length == size:
                    self._entries = entries
        except (OSError, ValueError, TypeError, EOFError):
            self._entries = {}

    def find_spec(self, name: str, _path: Any = None, _target: Any = None) -> ModuleSpec | None:
        """The module's spec, when its source is still what the code was made of."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        package = entry[0]
        file = f"{_HERE}{os.sep}{name.replace('.', os.sep)}{_PACKAGE if package else '.py'}"
        if not self._is_fresh(entry, file):
            return None
        self._fresh = name
        spec = ModuleSpec(name, BundleLoader(name, file, self), origin=file, is_package=package)
        spec.has_location = True
        if sys.pycache_prefix is None:  # (Python would work it out, which takes longer)
            folder, _, last = file.rpartition(os.sep)
            spec.cached = f"{folder}{_COMPILED}{last[:-2]}{_TAG}.pyc"
        if package:
            spec.submodule_search_locations = [os.path.dirname(file)]
        return spec

    def code(self, name: str, file: str) -> CodeType | None:
        """The code object of a module."""
        entry = self._entries.get(name)
        if entry is None or (name != self._fresh and not self._is_fresh(entry, file)):
            return None
        self._fresh = ""  # what was found a moment ago was looked at then
        try:
            found: CodeType = marshal.loads(self._piece(entry))  # noqa: S302 - a file that only this user can write
        except (OSError, ValueError, TypeError, EOFError):
            return None
        return found

    def _piece(self, entry: tuple[bool, int, int, int, int]) -> bytes:
        return _read_at(self._file, self._start + entry[3], entry[4])

    @staticmethod
    def _is_fresh(entry: tuple[bool, int, int, int, int], file: str) -> bool:
        try:
            status = os.stat(file)
        except OSError:
            return False
        return status.st_mtime_ns == entry[1] and status.st_size == entry[2]

    def save(self) -> None:
        """Add the modules that this run imported without the bundle, if there are any."""
        added = [
            (name, module)
            for name, module in list(sys.modules.items())
            if name.partition(".")[0] in _ROOTS
            and type(getattr(module, "__loader__", None)) is SourceFileLoader
        ]
        added = [(name, module) for name, module in added if name not in _UNBUNDLED]
        if not added:
            return
        codes: list[bytes] = []
        entries: dict[str, tuple[bool, int, int, int, int]] = {}
        length = 0
        for name, entry in self._entries.items():
            codes.append(self._piece(entry))
            entries[name] = (*entry[:3], length, entry[4])
            length += entry[4]
        for name, module in added:
            loader: Any = module.__loader__
            try:
                status = os.stat(loader.path)
                code = marshal.dumps(loader.get_code(name))
            except (OSError, ImportError, SyntaxError, ValueError):
                continue
            codes.append(code)
            package = hasattr(module, "__path__")
            entries[name] = (package, status.st_mtime_ns, status.st_size, length, len(code))
            length += len(code)
        index = marshal.dumps((_MAGIC, entries, length))
        if (
            write_own(
                self._folder, self._name, b"".join([len(index).to_bytes(_HEAD, "little"), index, *codes])
            )
            and self._file < 0
        ):
            _drop_old(self._folder)


def _read_at(file: int, offset: int, length: int) -> bytes:
    """A piece of a file; other threads may read other pieces at the same time."""
    if _PREAD is not None:
        piece: bytes = _PREAD(file, length, offset)
        return piece
    with _LOCK:
        os.lseek(file, offset, os.SEEK_SET)
        return os.read(file, length)


_PREAD = getattr(os, "pread", None)
_LOCK = allocate_lock()


def _drop_old(folder: str) -> None:
    """Remove the files of other Pythons and of copies of this package that were extended longest ago."""
    try:
        files = [os.path.join(folder, name) for name in os.listdir(folder) if name.startswith(_FILES)]
        for path in sorted(files, key=os.path.getmtime)[:-_MOST_FILES]:
            os.unlink(path)
    except OSError:
        return  # another process cleans up at the same time


_HEAD = 8
"""Bytes in front of the index: how long it is."""

_FILES = "modules-"
_MOST_FILES = 8
_COMPILED = f"{os.sep}__pycache__{os.sep}"
_TAG = sys.implementation.cache_tag
_PACKAGE = f"{os.sep}__init__.py"
_UNBUNDLED = frozenset({"spshell", "spshell.__main__", "spshell.bundle", "spshell.own_files"})
"""What runs before the bundle is there."""


def install() -> Bundle | None:
    """Put the user's bundle in front of the import system; None when there is no folder for it."""
    folder = cache_folder()
    if folder is None:
        return None
    name = f"{_FILES}{_imp.source_hash(0, _MAGIC.encode()).hex()}"
    bundle = Bundle(name, folder)
    sys.meta_path.insert(0, bundle)
    return bundle
