"""ConvertFrom-SecureString."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class ConvertFromSecureString(Cmdlet, verb="ConvertFrom", noun="SecureString", default_set="Secure"):
    """Make text from a SecureString: without a key it is encoded only, not encrypted, on this system.

    PS> ConvertTo-SecureString 'a' -AsPlainText | ConvertFrom-SecureString -AsPlainText
    """

    secure_string: Any = parameter(
        "securestring", position=0, mandatory=True, from_pipeline=True, help="The secret."
    )
    secure_key: Any = parameter(
        "securestring", sets={"Secure": SetFlags(position=1)}, help="A key to seal it with."
    )
    as_plain_text: Any = parameter("switch", sets={"AsPlainText": SetFlags()}, help="The secret itself.")
    key: Any = parameter(
        "byte[]", sets={"Open": SetFlags()}, help="A key to seal it with: 16, 24 or 32 bytes."
    )

    def process(self) -> Iterator[object]:
        if self.key is not None or self.secure_key is not None:
            from cmdlets.security.keyed_secrets import key_bytes, seal

            yield seal(self.secure_string, key_bytes(self.key, self.secure_key))
            return
        text = self.secure_string.reveal()
        yield text if self.as_plain_text else text.encode("utf-16-le").hex()
