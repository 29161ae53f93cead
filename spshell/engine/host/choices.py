"""Questions with a few answers: a caption, a message, ``[Y] Yes  [N] No`` (about_Functions_Advanced_Methods)."""

from __future__ import annotations

from spshell.values.declare import constructor, field, net_class
from spshell.values.exceptions import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from spshell.engine.session import Session
    from spshell.values.exceptions import NetException

_NO_PROMPT = "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available."


@net_class("System.Management.Automation.Host.ChoiceDescription")
class Choice:
    """System.Management.Automation.Host.ChoiceDescription: ``&Yes`` is called Yes and chosen by Y."""

    label: Any = field("string Label {get}")
    help_message: Any = field("string HelpMessage {get;set}")

    def __init__(self, label: str, help_message: str = "") -> None:
        self.label = label
        self.help_message = help_message
        mark = label.find("&")
        self.shown = label.replace("&", "", 1) if mark >= 0 else label
        self.key = label[mark + 1 : mark + 2].upper() if mark >= 0 else ""

    @constructor("(string label)", "(string label, string helpMessage)")
    @staticmethod
    def create(label: str, help_message: str = "") -> Choice:
        return Choice(label, help_message)

    def ps_text(self) -> str:
        return "System.Management.Automation.Host.ChoiceDescription"

    to_string = ps_text

    def is_meant(self, answer: str) -> bool:
        """Whether an answer (folded) is this choice."""
        return bool(answer) and answer in (self.key.lower(), self.shown.lower())


YES = Choice("&Yes", "Do this.")
YES_TO_ALL = Choice("Yes to &All", "Do this and everything that follows.")
NO = Choice("&No", "Leave this out.")
NO_TO_ALL = Choice("No to A&ll", "Leave out this and everything that follows.")
SUSPEND = Choice("&Suspend", "Pause; here the question is asked again.")


def choose(session: Session, caption: str, message: str, choices: Sequence[Choice], default: int) -> int:
    """Ask until one of the choices is given; its index. Raises InvalidOperation when nobody can answer."""
    if session.non_interactive:
        raise no_prompt()
    host = session.host
    heading = "".join(f"{text}\n" for text in (caption, message) if text)
    host.write("\n" + heading)
    question = _question(choices, default, host.width)
    while True:
        answer = host.ask(question)
        if answer is None:
            raise no_prompt()
        folded = answer.strip().lower()
        if not folded and default >= 0:
            return default
        if folded == "?":
            host.write("".join(f"{item.key or item.shown} - {item.help_message}\n" for item in choices))
            continue
        for index, item in enumerate(choices):
            if item is not SUSPEND and item.is_meant(folded):
                return index


def _question(choices: Sequence[Choice], default: int, width: int) -> str:
    """The line of choices, broken where it does not fit."""
    pieces = [f"[{item.key}] {item.shown}  " if item.key else f"[ ] {item.shown}  " for item in choices]
    pieces.append("[?] Help ")
    if default >= 0:
        pieces.append(f'(default is "{choices[default].key or choices[default].shown}"): ')
    else:
        pieces.append(": ")
    text, used = "", 0
    for piece in pieces:
        if used and used + len(piece) > width - 1:
            text += "\n"
            used = 0
            piece = piece.rstrip() if piece is pieces[-1] else piece
        text += piece
        used += len(piece)
    return text


def no_prompt() -> NetException:
    """The error of a question that nobody can answer."""
    error = fault(
        "System.Management.Automation.PSInvalidOperationException",
        _NO_PROMPT,
        "InvalidOperation",
        "InvalidOperation",
    )
    error.unanswered = True  # type: ignore[attr-defined]  # ends the cmdlet that asked: see Cmdlet.write_error
    return error
