"""Set-Clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetClipboard(Cmdlet, verb="Set", noun="Clipboard", should_process=True):
    """Put text on the clipboard, one line a value.

    Without a program that reaches the system's clipboard the text is there for this session only.

        PS> 'a', 'b' | Set-Clipboard -PassThru
        a
        b
    """

    value: Any = parameter(
        "string[]",
        position=0,
        mandatory=True,
        from_pipeline=True,
        by_name=True,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        help="The lines.",
    )
    append: Any = parameter("switch", help="Behind what the clipboard holds.")
    pass_thru: Any = parameter("switch", help="Write the lines too.")
    as_osc52: Any = parameter(
        "switch",
        name="AsOSC52",
        aliases=("ToLocalhost",),
        help="Ask the terminal to do it, over ssh for instance.",
    )

    def begin(self) -> None:
        self.lines: list[str] = []

    def process(self) -> Iterator[object]:
        values = [value or "" for value in self.value or ()]
        self.lines += values
        if self.pass_thru:
            yield from values

    def end(self) -> None:
        from cmdlets.management.clipboard import read, write

        text = "\n".join(self.lines)
        held = read(self.session) if self.append else ""
        text = f"{held}\n{text}" if held else text
        if not self.should_process(text, "Set Clipboard"):
            return
        if self.as_osc52:
            import base64

            coded = base64.b64encode(text.encode("utf-8")).decode("ascii")
            self.session.host.write_unnoted(f"\x1b]52;c;{coded}\x07")
            return
        write(self.session, text)
