"""ConvertTo-SecureString."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from collections.abc import Iterator


class ConvertToSecureString(Cmdlet, verb="ConvertTo", noun="SecureString", default_set="Secure"):
    """Make a SecureString from text.

    Text in a script can be read by whoever reads the script; a file or a prompt is better.

        PS> (ConvertTo-SecureString 'a password' -AsPlainText -Force).Length
    """

    string: Any = parameter(
        "string",
        position=0,
        mandatory=True,
        from_pipeline=True,
        help="The text, or what ConvertFrom-SecureString gave.",
    )
    as_plain_text: Any = parameter(
        "switch", sets={"PlainText": SetFlags(position=1)}, help="The text is the secret itself."
    )
    force: Any = parameter(
        "switch", sets={"PlainText": SetFlags(position=2)}, help="Accepted for old scripts."
    )
    secure_key: Any = parameter(
        "securestring", sets={"Secure": SetFlags(position=1)}, help="The key that the text was made with."
    )
    key: Any = parameter("byte[]", sets={"Open": SetFlags()}, help="The key that the text was made with.")

    def process(self) -> Iterator[object]:
        from spshell.dotnet.security.security import SecureString

        if self.as_plain_text:
            yield SecureString(self.string)
            return
        if self.key is not None or self.secure_key is not None:
            from cmdlets.security.keyed_secrets import key_bytes, unseal

            yield unseal(self.string, key_bytes(self.key, self.secure_key))
            return
        try:
            yield SecureString(bytes.fromhex(self.string).decode("utf-16-le"))
        except ValueError:
            self.throw(
                fault(
                    "System.FormatException",
                    "The text is not what ConvertFrom-SecureString gives; use -AsPlainText for the secret itself.",
                    "System.FormatException",
                )
            )
