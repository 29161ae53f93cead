"""Paths as text: what stands before a colon, parent and leaf, joining (about_Path_Syntax)."""

from __future__ import annotations

import posixpath

SEPARATOR = "/"


def provider_prefix(path: str) -> tuple[str, str] | None:
    """(provider, path inside it) of ``Provider::path``, else None."""
    name, mark, rest = path.partition("::")
    if not mark or not name or "/" in name or ":" in name:
        return None
    return name, rest


def drive_prefix(path: str) -> tuple[str, str] | None:
    """(drive, rest) of ``Drive:rest``, else None; relative paths may hold colons behind a separator."""
    name, mark, rest = path.partition(":")
    if not mark or not name or "/" in name or "\\" in name or name in (".", ".."):
        return None
    return name, rest


def slashes(path: str) -> str:
    """The path with one kind of separator."""
    return path.replace("\\", SEPARATOR)


def is_rooted(path: str) -> bool:
    """Whether a path inside a provider begins at its root."""
    return path.startswith(("/", "\\"))


def normalized(path: str) -> str:
    """An absolute path without ``.``, ``..`` and doubled separators."""
    found = posixpath.normpath(slashes(path))
    return found[1:] if found.startswith("//") else found


def _body(path: str) -> tuple[str, str]:
    """(qualifier with its colons, what follows)."""
    found = provider_prefix(path)
    if found is not None:
        return found[0] + "::", found[1]
    drive = drive_prefix(path)
    return ("", path) if drive is None else (drive[0] + ":", drive[1])


def parent(path: str) -> str:
    """The path without its last part; empty when there is only one."""
    qualifier, rest = _body(path)
    rest = slashes(rest)
    rest = rest.rstrip("/") if rest.strip("/") else rest
    cut = rest.rfind("/")
    if cut < 0:
        return ""
    if cut == 0:
        return qualifier + "/" if not qualifier or qualifier.endswith("::") else ""
    head = rest[:cut]
    if head.endswith("/") and not head.strip("/"):
        return qualifier + "/"
    return qualifier + head


def leaf(path: str) -> str:
    """The last part of the path."""
    _, rest = _body(path)
    return slashes(rest).rstrip("/").rpartition("/")[2]


def stem(name: str) -> str:
    """A name without its extension."""
    cut = name.rfind(".")
    return name if cut < 0 else name[:cut]


def extension(name: str) -> str:
    """The extension with its dot; a dot at the very end is none."""
    cut = name.rfind(".")
    return "" if cut < 0 or cut == len(name) - 1 else name[cut:]


def joined(path: str, child: str) -> str:
    """`child` under `path`, with one separator between them."""
    qualifier, head = _body(path)
    head, tail = slashes(head), slashes(child)
    if not tail:
        return qualifier + (head if head.endswith("/") else head + "/")
    return qualifier + (head.rstrip("/") + "/" if head.strip("/") else "/") + tail.lstrip("/")


def relative_to(path: str, base: str) -> str:
    """How to get from the folder `base` to `path`."""
    if path == base:
        return "./"
    found = posixpath.relpath(path, base)
    return found if found.startswith("..") else "./" + found
