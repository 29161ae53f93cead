"""The interactive prompt. Only this package knows prompt_toolkit and pygments.

`start` paints the prompt at once; the editor is imported behind it (`loop`).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.session import Session


def start(session: Session, *, show_banner: bool = True) -> int:
    """Run an interactive session at a terminal; the exit code."""
    import sys

    from spshell.repl.prompt_text import prompt_text

    if show_banner:
        from spshell import __version__

        sys.stdout.write(f"spshell {__version__}\n")
    painted = prompt_text(session)
    sys.stdout.write(painted)
    sys.stdout.flush()
    from spshell.repl.loop import run

    return run(session, painted)
