"""-WhatIf and -Confirm (about_Functions_Advanced_Methods, about_Preference_Variables: ConfirmPreference)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.engine_texts import what_if_texts
from spshell.values.exceptions import NetException, fault

if TYPE_CHECKING:
    from spshell.engine.command_runtime import CommandRuntime

_IMPACTS = ("none", "low", "medium", "high")
_NO_PROMPT = "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available."


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
    from spshell.engine.scope import UNSET
    from spshell.engine.variables import lookup
    from spshell.values.truth import truth

    found = lookup(runtime.scope, "whatifpreference")
    return found is not UNSET and truth(found)


def _needs_confirmation(runtime: CommandRuntime) -> bool:
    impact = _IMPACTS.index(runtime.metadata.confirm_impact.lower())
    if runtime.confirm is not None:
        if not runtime.confirm:
            return False
        return impact > 0
    from spshell.engine.scope import UNSET
    from spshell.engine.variables import lookup
    from spshell.values.text import to_text

    found = lookup(runtime.scope, "confirmpreference")
    word = "high" if found is UNSET else to_text(found).lower()
    threshold = _IMPACTS.index(word) if word in _IMPACTS else int(word) if word.isdigit() else 3
    return threshold > 0 and impact >= threshold


def prompt(
    runtime: CommandRuntime, question: str, caption: str, answers: Answers, *, to_all: bool = True
) -> bool:
    """Ask the user. Raises InvalidOperation when nobody can answer."""
    session = runtime.session
    if session.non_interactive:
        raise no_prompt()
    host = session.host
    choices = '[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): '
    if not to_all:
        choices = '[Y] Yes  [N] No  [S] Suspend  [?] Help (default is "Y"): '
    host.write(f"\n{caption}\n{question}\n")
    while True:
        host.write(choices)
        host.flush()
        line = host.read_line()
        if line is None:
            raise no_prompt()
        answer = line.strip().lower()
        if answer in ("", "y", "yes"):
            return True
        if to_all and answer in ("a", "yes to all"):
            answers.yes_to_all = True
            return True
        if answer in ("n", "no"):
            return False
        if to_all and answer in ("l", "no to all"):
            answers.no_to_all = True
            return False


def no_prompt() -> NetException:
    """The error of a question that nobody can answer."""
    return fault(
        "System.Management.Automation.PSInvalidOperationException",
        _NO_PROMPT,
        "InvalidOperation",
        "InvalidOperation",
    )


def should_continue(runtime: CommandRuntime, query: str, caption: str, answers: Any = None) -> bool:
    """ShouldContinue: always asks, -Force aside. Raises InvalidOperation when nobody can answer."""
    if answers is not None:
        if answers.yes_to_all:
            return True
        if answers.no_to_all:
            return False
    return prompt(runtime, query, caption, answers or Answers(), to_all=answers is not None)
