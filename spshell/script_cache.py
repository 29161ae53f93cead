"""Compiled scripts between runs: one file for each text, in the user's own folder (`own_files`).

A file is named after the text, its name and everything that the code depends on: the Python that wrote it and the state of
this package. It is made only of texts that parse without an error, holds the code of the blocks that ran, and grows when
more of them run. It holds no script text, but the constants of the code: what a script spells out is in there. So a text that
looks as if it held a secret has no file.
"""

from __future__ import annotations

import os
import sys

from spshell.own_files import cache_folder, read_own, write_own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FOLDER = "scripts"
MOST_BYTES = 64 * 1024 * 1024
"""How much the folder holds; the files that were used longest ago go first."""

_USED_AGAIN = 24 * 3600
"""Seconds after which a file that is used counts as used again."""


class ScriptCache:
    """The kept code of the scripts of one session; `save` writes what this run added."""

    __slots__ = ("_folder", "_stamp", "_used")

    def __init__(self, folder: str, stamp: str) -> None:
        self._folder = os.path.join(folder, FOLDER)
        self._stamp = stamp
        self._used: list[tuple[str, Any]] = []

    def find(self, text: str, name: str) -> Any:
        """The outline of a text's ScriptBlock node, when code of the text is kept."""
        file = self._name(text, name)
        data = read_own(self._folder, file)
        if data is None:
            return None
        from spshell.compiler.kept_code import KeptCode
        from spshell.language.source import Source

        try:
            kept = KeptCode.load(data, Source(text, name))
        except (ValueError, TypeError, EOFError, IndexError):
            return None  # cut off or damaged: it is made again
        self._used.append((file, kept))
        self._touch(file)
        return kept.root

    def add(self, node: Any) -> None:
        """Keep what will be compiled of a whole text; `node` is its ScriptBlock node.

        Not of one that defines types: whether they are right depends on other types, and is asked in each run. Not of one
        that may hold a secret: the constants of its code are plain in the file.
        """
        from spshell.compiler.kept_code import KeptCode
        from spshell.language.sensitive import is_sensitive

        source = node.source
        if is_sensitive(source.text) or _defines_types(node):
            return
        self._used.append((self._name(source.text, source.name), KeptCode(source, node)))

    def save(self) -> None:
        """Write the texts of which something was compiled that is not in their files."""
        wrote = False
        for file, kept in self._used:
            if kept.grown:
                kept.grown = False
                try:
                    data = kept.dump()
                except ValueError:
                    continue  # a constant that is more than plain data
                wrote = write_own(self._folder, file, data) or wrote
        if wrote:
            self._evict()

    def _name(self, text: str, name: str) -> str:
        try:
            from _blake2 import blake2b
        except ImportError:
            from hashlib import blake2b
        digest = blake2b(digest_size=20)
        for part in (self._stamp, name, text):
            digest.update(part.encode("utf-8", "surrogatepass"))
            digest.update(b"\0")
        return digest.hexdigest()

    def _touch(self, file: str) -> None:
        """Note that a file is in use, once a day."""
        import time

        path = os.path.join(self._folder, file)
        try:
            if time.time() - os.stat(path).st_mtime > _USED_AGAIN:
                os.utime(path)
        except OSError:
            return

    def _evict(self) -> None:
        """Remove the files used longest ago until the rest fits; what a crash left half-written too."""
        found: list[tuple[float, int, str]] = []
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    status = entry.stat(follow_symlinks=False)
                    found.append((status.st_mtime, status.st_size, entry.path))
            room = sum(size for _, size, _ in found) - MOST_BYTES
            for _, size, path in sorted(found):
                if room <= 0:
                    break
                os.unlink(path)
                room -= size
        except OSError:
            return  # another process cleans up at the same time


def _defines_types(root: Any) -> bool:
    folded = root.source.text.lower()
    if "class" not in folded and "enum" not in folded:
        return False
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "TypeDefinition":
            return True
        waiting += node.children()
    return False


def package_stamp() -> str:
    """What the code of a script depends on besides its text: this Python, and the state of the package's folders.

    In a checkout every source counts, elsewhere the folders: an installer writes new ones.
    """
    here = os.path.dirname(os.path.abspath(__file__))
    checkout = os.path.exists(os.path.join(os.path.dirname(here), "pyproject.toml"))
    parts = [sys.version, str(sys.implementation.cache_tag), here]
    for package in _PACKAGES:
        folder = os.path.join(here, package)
        parts.append(str(os.stat(folder).st_mtime_ns))
        if checkout:
            parts += _sources(folder)
    return "\n".join(parts)


def _sources(folder: str) -> list[str]:
    """Name, time and size of every source below a folder."""
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda item: item.name):
            if entry.name.endswith(".py"):
                status = entry.stat()
                found.append(f"{entry.path} {status.st_mtime_ns} {status.st_size}")
            elif entry.is_dir() and os.path.exists(os.path.join(entry.path, "__init__.py")):
                found += _sources(entry.path)
    return found


_PACKAGES = ("language", "compiler", "engine", "values")


def open_cache() -> ScriptCache | None:
    """The user's cache of scripts, or None when it is switched off."""
    folder = cache_folder()
    try:
        return None if folder is None else ScriptCache(folder, package_stamp())
    except OSError:
        return None
