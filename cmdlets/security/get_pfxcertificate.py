"""Get-PfxCertificate."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import NetException, fault

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetPfxCertificate(Cmdlet, verb="Get", noun="PfxCertificate", default_set="ByPath"):
    """Read certificates from files: .pfx with a password, .cer, .pem.

    PS> Get-PfxCertificate ./relay.cer -ErrorAction SilentlyContinue
    """

    file_path: Any = parameter(
        "string[]",
        sets={"ByPath": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The files.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"ByLiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=("PSPath", "LP"),
        help="The files, without wildcards.",
    )
    password: Any = parameter("securestring", help="The password of a .pfx file.")
    no_prompt_for_password: Any = parameter("switch", help="Never ask for the password.")

    def process(self) -> Iterator[object]:
        from spshell.dotnet.security.certificates import X509Certificate2

        given = self.file_path or self.literal_path
        missing: list[str] = []
        for name in given:
            path = self.session.resolve_path(name)
            if not os.path.isfile(path):
                missing.append(name)
                continue
            try:
                yield X509Certificate2.from_file(path, self.password)
            except NetException as error:
                self.write_error(
                    fault(
                        error.net_name, error.message, "GetPfxCertificateUnknownCryptoError", "NotSpecified"
                    )
                )
        if missing and len(missing) == len(given):
            raise _not_found("GetPfxCertCommandNoneOfTheFilesFound", ", ".join(missing))
        for name in missing:
            self.write_error(_not_found("GetPfxCertCommandFileNotFound", name))


def _not_found(error_id: str, names: str) -> NetException:
    sentence = f"There is no certificate file '{names}'."
    return fault("System.IO.FileNotFoundException", sentence, error_id, "ObjectNotFound")
