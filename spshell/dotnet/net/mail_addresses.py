"""One mail address as System.Net.Mail reads it: lenient about names, strict around the @."""

from __future__ import annotations

_ATOM = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.")


def read_address(text: str) -> tuple[str, str, str] | None:
    """(display name, local part, domain) of a text; None when it is no single address."""
    body = text.strip()
    display = ""
    if body.endswith(">"):
        head, bracket, inner = body[:-1].rpartition("<")
        if not bracket:
            return None
        display = _display(head.strip())
        if display == "\0":
            return None
        body = inner.strip()
    local, at, domain = _without_comments(body).rpartition("@")
    if not display and not body.endswith(">") and not local.endswith('"'):
        # What stands in front of the last word is the name: ``Jo jo@b.example``.
        name, _, last = local.rpartition(" ")
        display, local = (name.strip().strip('"'), last) if name else ("", local)
    if not at or not _is_local(local) or not _is_domain(domain):
        return None
    return display, local, domain


def _without_comments(text: str) -> str:
    while "(" in text and ")" in text:
        start = text.rfind("(", 0, text.find(")"))
        if start < 0:
            break
        text = text[:start] + text[text.find(")") + 1 :]
    return text.strip()


def _display(text: str) -> str:
    """The display name without its quotes; a NUL marks an ill-formed one."""
    if text.startswith('"'):
        if len(text) < 2 or not text.endswith('"'):
            return "\0"
        inner = text[1:-1]
        return "\0" if '"' in inner.replace('\\"', "") else inner.replace('\\"', '"')
    return "\0" if any(character in '"<>,;' for character in text) else text


def _is_local(local: str) -> bool:
    if local.startswith('"') and local.endswith('"') and len(local) > 1:
        return '"' not in local[1:-1].replace('\\"', "")
    if not local or local.startswith(".") or ".." in local:
        return False
    return all(character in _ATOM or ord(character) > 127 for character in local)


def _is_domain(domain: str) -> bool:
    if domain.startswith("[") and domain.endswith("]"):
        return len(domain) > 2
    if not domain or domain.startswith(".") or ".." in domain:
        return False
    return all(character in _ATOM or ord(character) > 127 for character in domain)
