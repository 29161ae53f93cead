"""Get-Credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.commands.should_process import no_prompt

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetCredential(Cmdlet, verb="Get", noun="Credential", default_set="CredentialSet"):
    """Ask for a user name and password.

    PS> Get-Help Get-Credential -Parameter UserName
    """

    credential: Any = parameter(
        "pscredential", sets={"CredentialSet": SetFlags(position=0)}, help="One that is there already."
    )
    user_name: Any = parameter("string", sets={"MessageSet": SetFlags(position=0)}, help="The user name.")
    message: Any = parameter("string", sets={"MessageSet": SetFlags()}, help="What is asked.")
    title: Any = parameter("string", sets={"MessageSet": SetFlags()}, help="The caption.")

    def process(self) -> Iterator[object]:
        from spshell.dotnet.security.security import PSCredential, SecureString

        if self.credential is not None:
            yield self.credential
            return
        host = self.session.host
        host.write(f"{self.title or 'Credentials are needed'}\n{self.message or 'Enter your credentials.'}\n")
        if self.session.non_interactive:
            host.write(f"Password for user {self.user_name}: " if self.user_name else "User: ")
            self.throw(no_prompt())
        name = self.user_name
        if not name:
            host.write("User: ")
            name = host.read_line() or ""
        secret = host.read_secret(f"Password for user {name}: ") or ""
        yield PSCredential(name, SecureString(secret))
