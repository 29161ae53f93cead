"""Invoke-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class InvokeItem(ItemCmdlet, verb="Invoke", noun="Item", default_set="Path", should_process=True):
    """Open items with what the system opens them with.

    PS> Invoke-Item /no/such/file -ErrorAction SilentlyContinue
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")

    def process(self) -> None:
        import subprocess
        import sys

        for place in self.places():
            if self.should_process(f"Item: {place.path}", "Invoke Item"):
                opener = "open" if sys.platform == "darwin" else "xdg-open"
                try:
                    subprocess.Popen(  # noqa: S603 - opening what the user named is the command's purpose
                        [opener, place.path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                    )
                except OSError as error:
                    from spshell.engine.providers.messages import provider_fault

                    self.write_error(
                        provider_fault("IOError", place.path, error.strerror or opener, target=place.path)
                    )
