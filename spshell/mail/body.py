"""What a message says, once, as blocks; its text and its HTML are two views of them, so that they cannot disagree.

    body = Body((Heading("A report was added"), Facts((("By", "Ann"),)), Link("Open it", "http://portal/x")))
    MailMessage(..., text=body.text(), html=body.html())

Values come from users: each is escaped for the place where it stands. A link goes to http or https, or it is no link.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Protocol
from urllib.parse import quote, urlsplit

_STYLE = "font-family:Segoe UI,Arial,sans-serif;font-size:14px;color:#222"
_CELL = "padding:2px 12px 2px 0;vertical-align:top"


class Block(Protocol):
    """One piece, in both views."""

    def text(self) -> str: ...

    def html(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Heading:
    """The one thing to know."""

    words: str

    def text(self) -> str:
        return f"{self.words}\n"

    def html(self) -> str:
        return f"<h2 style='font-size:18px'>{escape(self.words)}</h2>"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; its line ends stay."""

    words: str

    def text(self) -> str:
        return f"{self.words}\n"

    def html(self) -> str:
        return f"<p>{escape(self.words).replace(chr(10), '<br>')}</p>"


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, a row each."""

    rows: tuple[tuple[str, str], ...]

    def text(self) -> str:
        return "".join(f"{name}: {value}\n" for name, value in self.rows)

    def html(self) -> str:
        rows = "".join(
            f"<tr><td style='{_CELL}'><b>{escape(name)}</b></td><td style='{_CELL}'>{escape(value)}</td></tr>"
            for name, value in self.rows
        )
        return f"<table>{rows}</table>"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; other schemes than http and https (javascript:, file:) leave only the words."""

    words: str
    url: str

    def text(self) -> str:
        target = web_address(self.url)
        return f"{self.words}: {target}\n" if target else f"{self.words}\n"

    def html(self) -> str:
        target = web_address(self.url)
        if target is None:
            return f"<p>{escape(self.words)}</p>"
        return f"<p><a href='{escape(target)}'>{escape(self.words)}</a></p>"


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks in their order."""

    blocks: tuple[Block, ...]

    def text(self) -> str:
        return "\n".join(block.text() for block in self.blocks)

    def html(self) -> str:
        """A whole document: no script, nothing that has to be fetched, a line for each block."""
        inside = "\n".join(block.html() for block in self.blocks)
        return f"<!DOCTYPE html>\n<html><body style='{_STYLE}'>\n{inside}\n</body></html>\n"


def web_address(url: str) -> str | None:
    """An http or https address with nothing in it that could end the place where it stands; None for any other."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(
        url, safe="!#$%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~"
    )
