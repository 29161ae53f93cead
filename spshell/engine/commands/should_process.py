"""-WhatIf and -Confirm (about_Functions_Advanced_Methods, about_Preference_Variables: ConfirmPreference)."""

from __future__ import annotations

from spshell.engine.commands.should_process_texts import what_if_texts
from spshell.engine.host.choices import no_prompt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.commands.runtime import CommandRuntime

__all__ = ["Answers", "ask", "no_prompt", "should_continue", "should_process", "what_if"]

_IMPACTS = ("none", "low", "medium", "high")


class Answers:
    """What was answered for all further questions of one command."""

    __slots__ = ("no_to_all", "yes_to_all")

    def __init__(self) -> None:
        self.yes_to_all = False
        self.no_to_all = False


def should_process(runtime: CommandRuntime, target: str, action: str | None = None) -> bool:
    """ShouldProcess(target[, action])."""
    description, warning = what_if_texts(runtime.metadata.name, target, action)
    return ask(runtime, description, warning, "Confirm")


def ask(runtime: CommandRuntime, description: str, warning: str, caption: str) -> bool:
    """ShouldProcess with the texts given: what would happen, the question, its caption."""
    if what_if(runtime):
        runtime.session.host.write(f"What if: {description}\n")
        return False
    if not _needs_confirmation(runtime):
        if runtime.action("verbose", "verbosepreference") not in ("silentlycontinue", "ignore"):
            runtime.write_verbose(description)
        return True
    answers = runtime.answers
    if answers.yes_to_all:
        return True
    if answers.no_to_all:
        return False
    return prompt(runtime, warning, caption, answers)


def what_if(runtime: CommandRuntime) -> bool:
    """Whether -WhatIf or $WhatIfPreference holds."""
    if runtime.what_if is not None:
        return runtime.what_if
    from spshell.engine.variables.scope import UNSET
    from spshell.engine.variables.variables import lookup
    from spshell.values.truth import truth

    found = lookup(runtime.scope, "whatifpreference")
    return found is not UNSET and truth(found)


def _needs_confirmation(runtime: CommandRuntime) -> bool:
    impact = _IMPACTS.index(runtime.metadata.confirm_impact.lower())
    if runtime.confirm is not None:
        if not runtime.confirm:
            return False
        return impact > 0
    from spshell.engine.variables.scope import UNSET
    from spshell.engine.variables.variables import lookup
    from spshell.values.text import to_text

    found = lookup(runtime.scope, "confirmpreference")
    word = "high" if found is UNSET else to_text(found).lower()
    threshold = _IMPACTS.index(word) if word in _IMPACTS else int(word) if word.isdigit() else 3
    return threshold > 0 and impact >= threshold


def prompt(
    runtime: CommandRuntime, question: str, caption: str, answers: Answers, *, to_all: bool = True
) -> bool:
    """Ask the user. Raises InvalidOperation when nobody can answer."""
    from spshell.engine.host.choices import NO, NO_TO_ALL, SUSPEND, YES, YES_TO_ALL, choose

    offered = [YES, YES_TO_ALL, NO, NO_TO_ALL, SUSPEND] if to_all else [YES, NO, SUSPEND]
    answer = offered[choose(runtime.session, caption, question, offered, 0)]
    answers.yes_to_all = answer is YES_TO_ALL
    answers.no_to_all = answer is NO_TO_ALL
    return answer in (YES, YES_TO_ALL)


def should_continue(runtime: CommandRuntime, query: str, caption: str, answers: Any = None) -> bool:
    """ShouldContinue: always asks, -Force aside. Raises InvalidOperation when nobody can answer."""
    if answers is not None:
        if answers.yes_to_all:
            return True
        if answers.no_to_all:
            return False
    return prompt(runtime, query, caption, answers or Answers(), to_all=answers is not None)
