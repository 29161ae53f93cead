"""One help topic: what is known about a command apart from its parameters' declarations."""

from __future__ import annotations

DEFAULT_PROMPT = "PS > "


class Example:
    """An example: the prompt, the command line and what is said about it."""

    __slots__ = ("code", "prompt", "remarks")

    def __init__(self, code: str, remarks: str = "", prompt: str = DEFAULT_PROMPT) -> None:
        self.code = code
        self.remarks = remarks
        self.prompt = prompt


class HelpTopic:
    """The texts of a command's help; ``written`` tells help that somebody wrote from help made of the
    syntax alone.
    """

    __slots__ = (
        "component", "description", "examples", "external", "forward_category", "forward_target",
        "functionality", "inputs", "links", "notes", "outputs",
        "parameters", "role",
        "synopsis", "written",
    )  # fmt: skip

    def __init__(self) -> None:
        self.synopsis = ""
        self.description = ""
        self.parameters: dict[str, str] = {}
        self.examples: list[Example] = []
        self.notes = ""
        self.links: list[str] = []
        self.inputs: list[str] = []
        self.outputs: list[str] = []
        self.component = ""
        self.role = ""
        self.functionality = ""
        self.written = False
        self.forward_target = ""
        self.forward_category = ""
        self.external = ""
