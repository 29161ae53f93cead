"""Completing inside comments: `#requires` and the keywords of help comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spshell.engine.completion.messages import COMMENT_KEYWORDS, REQUIRES
from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match, nothing, values

if TYPE_CHECKING:
    from spshell.engine.session import Session

_REQUIRES = re.compile(r"#requires\s+(?:.*\s)?-(\w*)$", re.IGNORECASE)
_EDITION = re.compile(r"#requires\s.*-PSEdition\s+(\w*)$", re.IGNORECASE)
_MODULES = re.compile(r"#requires\s.*-Modules\s+(?:.*,\s*)?([\w.]*)$", re.IGNORECASE)
_KEYWORD = re.compile(r"^\s*#?\s*\.(\w*)$")
_PARAMETER = re.compile(r"^\s*#?\s*\.PARAMETER\s+(\w*)$", re.IGNORECASE)
_REPEATED = frozenset({"EXAMPLE", "LINK", "PARAMETER"})


def offer(session: Session, place: Place) -> Completion | None:
    """What a comment may go on with."""
    if place.at is None or place.at.kind != "Comment":
        return None
    comment = place.text[place.at.start : place.cursor]
    if comment.lower().startswith("#requires"):
        return _requires(session, place, comment)
    line = place.text[place.text.rfind("\n", 0, place.cursor) + 1 : place.cursor]
    found = _KEYWORD.match(line)
    if found is not None:
        return _keywords(place, found.group(1))
    found = _PARAMETER.match(line)
    if found is not None:
        return _parameters(place, found.group(1))
    return Completion(place.at.start, place.length, [])


def _requires(session: Session, place: Place, comment: str) -> Completion:
    found = _EDITION.search(comment)
    if found is not None:
        word = found.group(1)
        return Completion(place.cursor - len(word), len(word), values(word, ("Core", "Desktop")))
    found = _MODULES.search(comment)
    if found is not None:
        word = found.group(1)
        modules = {manifest.module for manifest in session.commands.manifests.manifests()}
        return Completion(place.cursor - len(word), len(word), values(word, modules))
    found = _REQUIRES.search(comment)
    if found is None:
        return nothing()
    word = found.group(1)
    used = comment.lower()
    names = [
        name for name in REQUIRES if name.lower().startswith(word.lower()) and f"-{name.lower()} " not in used
    ]
    matches = [match(name, name, "ParameterName", REQUIRES[name]) for name in names]
    return Completion(place.cursor - len(word), len(word), matches)


def _keywords(place: Place, word: str) -> Completion:
    assert place.at is not None
    comment = place.text[place.at.start : place.at.end]
    used = {name.upper() for name in re.findall(r"^\s*#?\s*\.(\w+)", comment, re.MULTILINE)} - _REPEATED
    used.discard(word.upper())
    names = [name for name in COMMENT_KEYWORDS if name.startswith(word.upper()) and name not in used]
    matches = [match(name, name, "Keyword", COMMENT_KEYWORDS[name]) for name in names]
    tail = re.match(r"\w*", place.text[place.cursor :])
    length = len(word) + (len(tail.group()) if tail else 0)
    return Completion(place.cursor - len(word), length, matches)


def _parameters(place: Place, word: str) -> Completion:
    from spshell.engine.completion.place import walk
    from spshell.language.nodes import FunctionDefinition, Parameter

    functions = [node for node in walk(place.result.script_block) if isinstance(node, FunctionDefinition)]
    around = [node for node in functions if node.start <= place.cursor <= node.end]
    behind = [node for node in functions if node.start > place.cursor]
    owner = around[-1] if around else behind[0] if behind else place.result.script_block
    names = [node.name.path for node in walk(owner) if isinstance(node, Parameter)]
    matches = values(word, names, kind="Variable", ordered=True)
    return Completion(place.cursor - len(word), len(word), matches)
