"""[Credential()]: a user name is completed to a PSCredential by asking for the password."""

from __future__ import annotations

from spshell.engine.commands.should_process import no_prompt
from spshell.values.exceptions import fault
from spshell.values.nettype import type_of
from spshell.values.objects import unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class CredentialTransformer:
    """What the attribute does to a value: credentials pass, names need somebody who types the password."""

    def transform(self, value: Any, scope: Any) -> Any:
        """The credential. Raises InvalidOperation when nobody can be asked."""
        plain = unwrap(value)
        if plain is not None and type_of(plain).full_name == "System.Management.Automation.PSCredential":
            return plain
        if plain is not None and not isinstance(plain, str):
            raise fault(
                "System.Management.Automation.PSArgumentException", "userName", "Argument", "InvalidArgument"
            )
        session = scope.session
        if session.non_interactive:
            raise no_prompt()
        return ask_for_credential(session, "" if plain is None else str(plain))


def ask_for_credential(session: Any, user_name: str) -> Any:
    """Ask for a user name (when none is given) and a password."""
    from spshell.dotnet.reflection.members import construct
    from spshell.values.conversion import resolve_type_name

    host = session.host
    host.write("\nPowerShell credential request\nEnter your credentials.\n")
    if not user_name:
        host.write("User: ")
        host.flush()
        user_name = host.read_line() or ""
    secret = host.read_secret(f"Password for user {user_name}: ") or ""
    password = construct(resolve_type_name("securestring"), [])
    from spshell.dotnet.reflection.members import invoke_method

    for character in secret:
        invoke_method(password, "AppendChar", [character])
    return construct(resolve_type_name("pscredential"), [user_name, password])
