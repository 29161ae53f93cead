"""The parts of a URI: parsing, normalisation and resolution (RFC 3986)."""

from __future__ import annotations

PORTS = {
    "http": 80,
    "https": 443,
    "ftp": 21,
    "ldap": 389,
    "ws": 80,
    "wss": 443,
    "net.tcp": 808,
    "telnet": 23,
    "gopher": 70,
    "nntp": 119,
    "news": -1,
    "mailto": 25,
    "file": -1,
}
_UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
_KEEP = ";/?:@&=+$,#[]!'()*%|"


class Parts:
    """Scheme, authority, path, query and fragment, normalised."""

    __slots__ = ("fragment", "has_authority", "host", "path", "port", "query", "raw", "scheme", "user")

    def __init__(self) -> None:
        self.scheme = ""
        self.user = ""
        self.host = ""
        self.port = -1
        self.path = ""
        self.query = ""
        self.fragment = ""
        self.has_authority = False
        self.raw = ""

    def authority(self) -> str:
        """Host and, when it is not the scheme's own, port."""
        default = PORTS.get(self.scheme, -1)
        return self.host if self.port in (default, -1) else f"{self.host}:{self.port}"

    def absolute_uri(self) -> str:
        """The escaped URI."""
        head = f"{self.scheme}:"
        if self.has_authority:
            head += f"//{self.user + '@' if self.user else ''}{self.authority()}"
        elif self.user or self.host:
            head += f"{self.user + '@' if self.user else ''}{self.host}"
        return f"{head}{self.path}{self.query}{self.fragment}"

    def display(self) -> str:
        """ToString(): escapes of harmless characters turned back."""
        return unescape(self.absolute_uri(), keep="%#?/\\@")

    def key(self) -> tuple[str, ...]:
        """What equality compares: everything but user and fragment."""
        return (self.scheme, self.authority(), self.path, self.query)

    def host_type(self) -> str:
        """A name of System.UriHostNameType."""
        host = self.host
        if not host:
            return "Basic"
        if host.startswith("[") or ":" in host:
            return "IPv6"
        pieces = host.split(".")
        if len(pieces) == 4 and all(piece.isdigit() and int(piece) < 256 for piece in pieces):
            return "IPv4"
        return "Dns" if all(_is_label(piece) for piece in pieces if piece) else "Unknown"

    def well_formed(self, original: str) -> bool:
        """Whether the text needed no escaping; letters beyond ASCII may stand (RFC 3987)."""
        allowed = _UNRESERVED + _KEEP
        return all(c in allowed or (c > "\x7f" and c.isalnum()) for c in original)

    def resolve(self, reference: str) -> Parts:
        """A relative reference against these parts (RFC 3986 §5.2.2)."""
        made = Parts()
        made.scheme, made.user, made.host, made.port = self.scheme, self.user, self.host, self.port
        made.has_authority = self.has_authority
        if reference.startswith("//"):
            found = parse(f"{self.scheme}:{reference}")
            return found if found is not None else made
        body, hash_sign, fragment = reference.partition("#")
        path, question, query = body.partition("?")
        if not path:
            made.path = self.path
            made.query = f"?{escape_data(query, keep=_KEEP)}" if question else self.query
        else:
            merged = path if path.startswith("/") else self.path.rpartition("/")[0] + "/" + path
            made.path = remove_dots(escape_data(merged, keep=_KEEP))
            made.query = f"?{escape_data(query, keep=_KEEP)}" if question else ""
        made.fragment = f"#{escape_data(fragment, keep=_KEEP)}" if hash_sign else ""
        return made


def _is_label(label: str) -> bool:
    return all(c.isalnum() or c in "-_" for c in label) and not label.startswith("-")


def escape_data(text: str, keep: str = "") -> str:
    """Percent-encode what is not unreserved (nor kept)."""
    allowed = _UNRESERVED + keep
    return "".join(
        c if c in allowed else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in text
    )


def canonical_path(text: str) -> str:
    """A path escaped: needless escapes undone, percent signs that begin no escape escaped."""
    pieces = text.split("%")
    result = escape_data(pieces[0], keep=_KEEP)
    for piece in pieces[1:]:
        code = piece[:2]
        if len(code) == 2 and all(digit in "0123456789abcdefABCDEF" for digit in code):
            character = chr(int(code, 16))
            result += character if character in _UNRESERVED else f"%{code}"
            result += escape_data(piece[2:], keep=_KEEP)
        else:
            result += "%25" + escape_data(piece, keep=_KEEP)
    return result


def unescape(text: str, keep: str = "") -> str:
    """Percent escapes as characters; those of `keep` and ill-formed ones stay."""
    if "%" not in text:
        return text
    from urllib.parse import unquote

    if not keep:
        return unquote(text)
    for character in keep:
        code = f"%{ord(character):02X}"
        text = text.replace(code, f"%25{code[1:]}").replace(code.lower(), f"%25{code[1:].lower()}")
    return unquote(text)


def remove_dots(path: str) -> str:
    """Dot segments resolved (RFC 3986 §5.2.4)."""
    if "." not in path:
        return path
    result: list[str] = []
    pieces = path.split("/")
    for position, piece in enumerate(pieces):
        last = position == len(pieces) - 1
        if piece == ".":
            if last:
                result.append("")
        elif piece == "..":
            if len(result) > 1:
                result.pop()
            if last:
                result.append("")
        else:
            result.append(piece)
    return "/".join(result)


def split(text: str) -> tuple[str, str]:
    """(scheme, rest); an empty scheme when there is none."""
    scheme, colon, rest = text.partition(":")
    if not colon or len(scheme) < 2 or not scheme[0].isalpha() or not scheme.isascii():
        return "", text
    if not all(c.isalnum() or c in "+-." for c in scheme):
        return "", text
    return scheme.lower(), rest


def parse(text: str) -> Parts | None:
    """The parts of an absolute URI (a path from the root is a file URI on Unix); None for other text."""
    parts = Parts()
    parts.raw = text
    if text.startswith("/") and not text.startswith("//"):
        parts.scheme, parts.has_authority = "file", True
        parts.path = remove_dots(escape_data(text, keep="/:@&=+$,;!'()*").replace("%25", "%25"))
        return parts
    if len(text) > 2 and text[0].isalpha() and text[1] in ":|" and text[2] in "/\\":
        parts.scheme, parts.has_authority = "file", True
        parts.path = "/" + remove_dots(escape_data(text.replace("\\", "/"), keep="/:@&=+$,;!'()*"))
        return parts
    if text.startswith("\\\\") or (text.startswith("//") and len(text) > 2):
        text = "file:" + text.replace("\\", "/")
    scheme, rest = split(text)
    if not scheme:
        return None
    parts.scheme = scheme
    body, hash_sign, fragment = rest.partition("#")
    head, question, query = body.partition("?")
    parts.fragment = "#" + escape_data(fragment, keep=_KEEP) if hash_sign else ""
    parts.query = "?" + escape_data(query, keep=_KEEP) if question else ""
    if scheme == "mailto":
        address = escape_data(head, keep=_KEEP)
        parts.user, at, host = address.rpartition("@")
        if not at and not question and not head:
            return None
        parts.host, parts.port = host.lower(), 25
        return parts
    if not head.startswith("//"):
        if scheme in ("http", "https", "ftp", "ws", "wss", "net.tcp"):
            return None
        parts.path = escape_data(head, keep=_KEEP)
        return parts
    return _with_authority(parts, head[2:].replace("\\", "/"))


def _with_authority(parts: Parts, head: str) -> Parts | None:
    authority, slash, path = head.partition("/")
    parts.has_authority = True
    if "@" in authority:
        user, _, authority = authority.rpartition("@")
        parts.user = escape_data(user, keep=_KEEP)
    host, port = authority, ""
    if authority.startswith("["):
        inner, bracket, port = authority.partition("]")
        if not bracket:
            return None
        host, port = inner + "]", port.removeprefix(":")
    elif ":" in authority:
        host, _, port = authority.rpartition(":")
    if port and (not port.isdigit() or int(port) > 65535):
        return None
    known = parts.scheme in PORTS
    parts.host = host.lower()
    if not host and parts.scheme != "file" and known:
        return None
    if " " in host or any(c in '<>"{}|\\^`' for c in host) or (known and parts.host_type() == "Unknown"):
        return None
    parts.port = int(port) if port else PORTS.get(parts.scheme, -1)
    parts.path = remove_dots("/" + canonical_path(path)) if slash or host else ""
    return parts
