"""``python -m spshell`` and the ``spshell`` command."""

from __future__ import annotations

import sys


def run() -> None:
    """Entry point: run the command line and leave with its exit code."""
    import gc

    gc.disable()  # starting makes no garbage
    from spshell.bundle import install

    bundle = install()
    from spshell.cli import main

    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if bundle is not None:
        bundle.save()
    gc.freeze()  # nothing is left for Python's last collections to look through
    sys.exit(code)


if __name__ == "__main__":
    run()
