"""XML nodes as text: compact as OuterXml, or indented as Save writes it."""

from __future__ import annotations

from typing import Any

_ELEMENT, _ATTRIBUTE, _TEXT, _CDATA, _INSTRUCTION, _COMMENT = 1, 2, 3, 4, 7, 8
_DOCUMENT_TYPE, _WHITESPACE, _DECLARATION = 10, 13, 17


def escape_text(text: str) -> str:
    """Characters of an element's content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


def escape_attribute(text: str) -> str:
    """Characters of a value between double quotes."""
    return escape_text(text).replace('"', "&quot;").replace("\n", "&#xA;").replace("\t", "&#x9;")


def write(node: Any) -> str:
    """A node with everything in it, on one line unless its own text breaks lines."""
    kind = node.node_type
    if kind == _ELEMENT:
        return _element(node)
    if kind in (_TEXT, _WHITESPACE):
        return escape_text(node.value_text or "")
    if kind == _ATTRIBUTE:
        return f'{node.qualified}="{escape_attribute(node.value_text or "")}"'
    if kind == _CDATA:
        return f"<![CDATA[{node.value_text}]]>"
    if kind == _COMMENT:
        return f"<!--{node.value_text}-->"
    if kind in (_INSTRUCTION, _DECLARATION):
        return f"<?{node.qualified} {node.value_text}?>"
    if kind == _DOCUMENT_TYPE:
        return f"<!DOCTYPE {node.qualified}>"
    return write_children(node)


def write_children(node: Any) -> str:
    """What is inside a node."""
    if node.node_type == _ATTRIBUTE or (node.value_text is not None and not node.children):
        return escape_text(node.value_text or "") if node.node_type == _ATTRIBUTE else ""
    return "".join(write(child) for child in node.children)


def _tag(node: Any) -> str:
    attributes = "".join(" " + write(item) for item in node.attributes)
    prefix = node.qualified.rpartition(":")[0]
    declares = "xmlns:" + prefix if prefix else "xmlns"
    # A namespace that came by CreateElement is declared where it is not in force.
    if (
        node.namespace
        and node.find_attribute(declares) is None
        and (node.parent is None or node.parent.namespace_of_prefix(prefix) != node.namespace)
    ):
        attributes += f' {declares}="{escape_attribute(node.namespace)}"'
    return f"{node.qualified}{attributes}"


def _element(node: Any) -> str:
    tag = _tag(node)
    if not node.children and node.is_empty:
        return f"<{tag} />"
    return f"<{tag}>{write_children(node)}</{node.qualified}>"


def write_indented(document: Any, encoding: str) -> str:
    """A document as Save writes it: two blanks a level, mixed content as it is."""
    lines: list[str] = []
    for node in document.children:
        if node.node_type == _DECLARATION:
            lines.append(f"<?xml {node.value_text}?>")
        else:
            _indent(node, 0, lines)
    if not any(node.node_type == _DECLARATION for node in document.children) and encoding != "utf-8":
        lines.insert(0, f'<?xml version="1.0" encoding="{encoding}"?>')
    return "\n".join(lines)


def _indent(node: Any, depth: int, lines: list[str]) -> None:
    blanks = "  " * depth
    mixed = any(child.node_type in (_TEXT, _CDATA, _WHITESPACE) for child in node.children)
    if node.node_type != _ELEMENT or mixed or not node.children:
        lines.append(blanks + write(node))
        return
    lines.append(f"{blanks}<{_tag(node)}>")
    for child in node.children:
        _indent(child, depth + 1, lines)
    lines.append(f"{blanks}</{node.qualified}>")


def write_node_indented(node: Any) -> str:
    """One node, two blanks a level."""
    lines: list[str] = []
    _indent(node, 0, lines)
    return "\n".join(lines)
