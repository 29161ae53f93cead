"""Chosen components of a URI as one text (Uri.GetComponents)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.dotnet.net.uri_parsing import PORTS

if TYPE_CHECKING:
    from spshell.dotnet.net.uri_parsing import Parts

_SCHEME, _USER, _HOST, _PORT, _PATH, _QUERY, _FRAGMENT, _STRONG_PORT = (1 << bit for bit in range(8))
_NORMALIZED_HOST = 256
_KEEP_DELIMITER = 0x40000000


def components_text(parts: Parts, wanted: int) -> str:
    """The components that the bits of `wanted` name, with what stands between them."""
    single = wanted & ~_KEEP_DELIMITER in (
        _SCHEME,
        _USER,
        _HOST,
        _PORT,
        _PATH,
        _QUERY,
        _FRAGMENT,
        _STRONG_PORT,
    )
    default = PORTS.get(parts.scheme, -1)
    text = ""
    if wanted & _SCHEME:
        text += (
            parts.scheme if single else f"{parts.scheme}://" if parts.has_authority else f"{parts.scheme}:"
        )
    if wanted & _USER and parts.user:
        text += parts.user if single else f"{parts.user}@"
    if wanted & (_HOST | _NORMALIZED_HOST):
        text += parts.host
    if (wanted & _STRONG_PORT and parts.port >= 0) or (wanted & _PORT and parts.port not in (default, -1)):
        text += str(parts.port) if single else f":{parts.port}"
    for bit, piece, delimiter in (
        (_PATH, parts.path, "/"),
        (_QUERY, parts.query, "?"),
        (_FRAGMENT, parts.fragment, "#"),
    ):
        if wanted & bit:
            bare = single and not wanted & _KEEP_DELIMITER
            text += piece.removeprefix(delimiter) if bare else piece
    return text
