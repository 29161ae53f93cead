"""Read-Host."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class ReadHost(Cmdlet, verb="Read", noun="Host", default_set="AsString"):
    """Ask for a line of text.

    Without anybody to ask it is an error.

        PS> Read-Host Server -ErrorAction SilentlyContinue
    """

    prompt: Any = parameter("System.Object", position=0, remaining=True, allow_null=True, help="What to ask.")
    as_secure_string: Any = parameter("switch", sets=("AsSecureString",), help="Read a secret.")
    mask_input: Any = parameter("switch", sets=("AsString",), help="Do not show what is typed.")

    def process(self) -> None:
        from spshell.engine.commands.should_process import no_prompt
        from spshell.values.text import to_text

        session = self.session
        if session.non_interactive:
            self.throw(no_prompt())
        host = session.host
        prompt = self.prompt
        words = prompt if isinstance(prompt, list) else [] if prompt is None else [prompt]
        text = " ".join(to_text(word) for word in words if word is not None)
        shown = f"{text}: " if text else ""
        if self.as_secure_string or self.mask_input:
            secret = host.read_secret(shown) or ""
            self.write(self._secure(secret) if self.as_secure_string else secret)
            return
        self.write(host.ask(shown) or "")

    def _secure(self, secret: str) -> Any:
        from spshell.dotnet.reflection.members import construct, invoke_method
        from spshell.values.conversion import resolve_type_name
        from spshell.values.numbers import Char

        made = construct(resolve_type_name("securestring"), [])
        for character in secret:
            invoke_method(made, "AppendChar", [Char(character)])
        return made
