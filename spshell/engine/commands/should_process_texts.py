"""The fixed texts of ShouldProcess."""

from __future__ import annotations


def what_if_texts(command: str, target: str, action: str | None) -> tuple[str, str]:
    """(what -WhatIf and -Verbose say, what -Confirm asks) for ShouldProcess(target[, action])."""
    operation = command if action is None or action == "" else action
    description = f'Performing the operation "{operation}" on target "{target}".'
    return description, f"Are you sure you want to perform this action?\n{description}"
