"""Help in a MAML file that a comment names with ``.EXTERNALHELP``: beside the script, or in a folder of a culture there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from spshell.engine.help.topic import Example, HelpTopic

if TYPE_CHECKING:
    from collections.abc import Iterator


def external_topic(file: str, folder: str, culture: str, command: str) -> HelpTopic | None:
    """What the file says about a command; None when there is no such file or it does not name the command."""
    for path in _places(file, folder, culture):
        try:
            root = ET.parse(path).getroot()  # noqa: S314 - a file that the script itself names
        except (OSError, ET.ParseError):
            continue
        for element in root.iter():
            if _plain(element) == "command" and _text(element, "details/name").lower() == command.lower():
                return _topic(element)
    return None


def _places(file: str, folder: str, culture: str) -> Iterator[str]:
    language = culture.partition("-")[0]
    for name in ("", culture, language, "en-US", "en"):
        yield os.path.join(folder, os.path.dirname(file), name, os.path.basename(file))


def _topic(command: ET.Element) -> HelpTopic:
    topic = HelpTopic()
    topic.written = True
    topic.synopsis = _paragraphs(_at(command, "details/description"))
    topic.description = _paragraphs(_at(command, "description"))
    topic.notes = _paragraphs(_at(command, "alertSet/alert"))
    for parameter in _all(command, "parameters/parameter"):
        topic.parameters[_text(parameter, "name").lower()] = _paragraphs(_at(parameter, "description"))
    for example in _all(command, "examples/example"):
        remarks = _paragraphs(_at(example, "remarks"))
        prompt = _paragraphs(_at(example, "introduction"))
        code = _text(example, "code")
        topic.examples.append(Example(code, remarks, prompt) if prompt else Example(code, remarks))
    topic.links = [
        _text(link, "uri") or _text(link, "linkText") for link in _all(command, "relatedLinks/navigationLink")
    ]
    topic.inputs = [_text(item, "type/name") for item in _all(command, "inputTypes/inputType")]
    topic.outputs = [_text(item, "type/name") for item in _all(command, "returnValues/returnValue")]
    return topic


def _plain(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _all(element: ET.Element, path: str) -> list[ET.Element]:
    found = [element]
    for step in path.split("/"):
        found = [child for item in found for child in item if _plain(child) == step]
    return found


def _at(element: ET.Element, path: str) -> ET.Element | None:
    return next(iter(_all(element, path)), None)


def _text(element: ET.Element, path: str) -> str:
    found = _at(element, path)
    return "".join(found.itertext()).strip() if found is not None else ""


def _paragraphs(element: ET.Element | None) -> str:
    if element is None:
        return ""
    parts = ["".join(child.itertext()).strip() for child in element if _plain(child) == "para"]
    return "\n\n".join(part for part in parts if part) or (element.text or "").strip()
