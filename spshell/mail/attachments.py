"""Files with a message: the finished message becomes the first part of multipart/mixed (RFC 2046 §5.1.3)."""

from __future__ import annotations

import base64
import mimetypes
from dataclasses import dataclass
from uuid import uuid4

from spshell.mail.headers import LINE, parameter, token_field

_LAST_FIELD = b"MIME-Version: 1.0\r\n"
"""What ends the header fields of a message of ours; the body's own fields follow (mime.py)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file: its name, without folders, and its bytes."""

    name: str
    data: bytes


def with_attachments(content: bytes, attachments: list[Attachment]) -> bytes:
    """The message with the files behind its text; the same message when there are none."""
    if not attachments:
        return content
    head, last, body = content.partition(_LAST_FIELD)
    boundary = f"=_{uuid4()}"
    mark = f"--{boundary}".encode("ascii")
    kind = token_field("Content-Type", "; ".join(["multipart/mixed", *parameter("boundary", boundary)]))
    parts = [body, *map(_part, attachments)]
    inside = b"".join(b"\r\n" + mark + b"\r\n" + part for part in parts)
    return head + last + kind + inside + b"\r\n" + mark + b"--\r\n"


def _part(attachment: Attachment) -> bytes:
    kind = mimetypes.guess_type(attachment.name)[0] or "application/octet-stream"
    coded = base64.b64encode(attachment.data)
    lines = b"".join(coded[start : start + LINE] + b"\r\n" for start in range(0, len(coded), LINE))
    return (
        token_field("Content-Type", kind)
        + token_field("Content-Transfer-Encoding", "base64")
        + token_field(
            "Content-Disposition", "; ".join(["attachment", *parameter("filename", attachment.name)])
        )
        + b"\r\n"
        + lines
    )
