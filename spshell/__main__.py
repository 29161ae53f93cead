"""``python -m spshell`` and the ``spshell`` command."""

from __future__ import annotations

import sys


def run() -> None:
    """Entry point: run the command line and leave with its exit code."""
    import gc

    gc.disable()  # starting makes no garbage
    from spshell.bundle import install

    bundle = install()
    from spshell.last_resort import leave_with, open_streams

    open_streams()

    def main() -> int:
        from spshell.cli import main as run_line

        gc.freeze()  # what starting made lives as long as the process
        gc.set_threshold(50_000, 20, 100)  # pipelines free what they made: few cycles are left
        gc.enable()
        return run_line(sys.argv[1:])

    code = leave_with(main)
    if bundle is not None:
        bundle.save()
    gc.freeze()  # nothing is left for Python's last collections to look through
    sys.exit(code)


if __name__ == "__main__":
    run()
