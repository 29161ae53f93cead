"""Processes that are born ready: one that has imported everything forks for each try, and strace waits for the child.

    with Stage(code) as stage:                  # code defines act(argument)
        child = stage.fork(argument)            # it waits
        with child.traced("inject=..."):        # strace is attached, and does something at its n-th call
            status = child.go()                 # act(argument) runs; how the process ended
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

_STAGE = """
import json, os, sys
{code}
for line in sys.stdin:
    order = json.loads(line)
    if order["do"] == "fork":
        gate, opener = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(opener)
            os.dup2(2, 1)  # the orders' answers are the parent's alone
            os.read(gate, 1)
            try:
                act(order["argument"])
            except Exception as error:
                print("act:", type(error).__name__, error, file=sys.stderr, flush=True)
                os._exit(3)
            os._exit(0)
        os.close(gate)
        answer = child
    elif order["do"] == "go":
        try:
            os.write(opener, b"x")
        except BrokenPipeError:
            pass  # it was killed while it waited
        os.close(opener)
        answer = child
    else:
        answer = os.waitpid(child, 0)[1]
    print(json.dumps(answer), flush=True)
"""


class Child:
    def __init__(self, stage: Stage, pid: int) -> None:
        self.pid = pid
        self._stage = stage

    def start(self) -> None:
        """Let it go on; it runs beside us."""
        self._stage.order(do="go")

    def wait(self) -> int:
        """How it ended: 0, a positive exit code, or minus a signal's number."""
        return os.waitstatus_to_exitcode(self._stage.order(do="wait"))

    def go(self) -> int:
        self.start()
        return self.wait()

    def kill(self) -> int:
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()

    @contextmanager
    def traced(self, expression: str, output: str = "/dev/null") -> Iterator[None]:
        """strace sits on it, all its threads included."""
        tracer = subprocess.Popen(
            ["strace", "-f", "-p", str(self.pid), "-o", output, "-e", expression], stderr=subprocess.PIPE, text=True
        )
        assert tracer.stderr is not None
        line = tracer.stderr.readline()
        assert "attached" in line, line
        try:
            yield
        finally:
            tracer.wait(30)
            tracer.stderr.close()


def calls_of(child: Child, folder: Path) -> Iterator[tuple[str, int]]:
    """Run it once, and name every system call that it makes: which one, and for how many times it is made then."""
    log = folder / "calls"
    with child.traced("trace=all", str(log)):
        assert child.go() == 0
    counts: dict[str, int] = {}
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = re.match(r"\d+ +([a-z][a-z0-9_]*)\(", line)
        if match is not None and match[1] not in ("exit_group", "exit"):
            counts[match[1]] = counts.get(match[1], 0) + 1
            yield match[1], counts[match[1]]


class Stage:
    """A Python process that has run `code` and forks on demand; what its children say goes to `said()`."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._process: subprocess.Popen[str] | None = None
        self._words: IO[str] | None = None

    def __enter__(self) -> Stage:
        import tempfile

        self._words = tempfile.TemporaryFile("w+")
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-c", _STAGE.format(code=self._code)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._words,
            text=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process is not None
        assert self._words is not None
        self._process.communicate()
        self._words.close()

    def fork(self, argument: object) -> Child:
        return Child(self, self.order(do="fork", argument=argument))

    def order(self, **words: object) -> Any:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(words) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        assert answer, self.said()
        return json.loads(answer)

    def said(self) -> str:
        """Everything that came on the children's standard error."""
        assert self._words is not None
        self._words.seek(0)
        return self._words.read()
