"""Invoke-Item."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet


class InvokeItem(ItemCmdlet, verb="Invoke", noun="Item", default_set="Path", should_process=True):
    """Open items with what the system opens them with.

    PS> Invoke-Item /no/such/file -ErrorAction SilentlyContinue
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        import subprocess
        import sys

        for place in self.places():
            if place.provider is not self.drives.files:
                raise place.provider.refuse(place.path)
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
