"""Whole processes: a script or command line in an empty folder, run in a forked child of this process."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import sys
import tempfile
import time
from typing import Any

from .compare import same_text

LIMIT = 15
"""Seconds that one process may take."""


def run(record: dict[str, Any]) -> dict[str, Any]:
    """{"stdout", "stderr", "exit", "written"}; the folder's path is written {dir}."""
    folder = f"/tmp/ps-{secrets.token_hex(8)}"  # 24 characters, as the recorder's folders had
    os.makedirs(f"{folder}/home")
    try:
        _write_files(folder, record)
        before = _listing(folder)
        result = _forked(folder, record)
        result["written"] = {name: text for name, text in _listing(folder).items() if before.get(name) != text}
        return result
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write_files(folder: str, record: dict[str, Any]) -> None:
    files = dict(record.get("files") or {})
    if record.get("script") or record.get("cmdline") is None:
        files["case.ps1"] = record["script"]
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(str(content).replace("{dir}", folder))


def _listing(folder: str) -> dict[str, str]:
    found = {}
    for base, _folders, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            try:
                with open(path, "rb") as file:
                    text = file.read().decode("utf-8", "backslashreplace")
                    found[os.path.relpath(path, folder)] = text.replace(folder, "{dir}")
            except OSError:
                continue
    return found


def _arguments(folder: str, record: dict[str, Any]) -> list[str]:
    line = record.get("cmdline")
    if line is not None:
        return [word.replace("{dir}", folder) for word in line]
    flags, arguments = record.get("flags") or [], record.get("args") or []
    words = ["-NoProfile", "-NonInteractive", *flags, "-File", f"{folder}/case.ps1", *arguments]
    return [str(word).replace("{dir}", folder) for word in words]


def _environment(folder: str, record: dict[str, Any]) -> dict[str, str]:
    """The recorder's environment: a home of its own; a case sets ``NAME=value`` and takes away ``-NAME``."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    made = {**kept, "HOME": f"{folder}/home", "NO_COLOR": "1", "TZ": "UTC"}
    for item in record.get("env") or ():
        name, sign, value = str(item).partition("=")
        if sign:
            made[name] = value.replace("{dir}", folder)
        else:
            made.pop(name.removeprefix("-"), None)
    return made


def _forked(folder: str, record: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        stdin.write((record.get("stdin") or "").encode("utf-8"))
        stdin.seek(0)
        child = os.fork()
        if child == 0:
            _child((stdin.fileno(), out.fileno(), err.fileno()), folder, record)
        code = _wait(child)
        stdout, stderr = (_text(file, folder) for file in (out, err))
    if code is None:
        stderr += "no result: the process died or took too long"
        code = -1
    return {"stdout": stdout, "stderr": stderr, "exit": code}


def _text(file: Any, folder: str) -> str:
    file.seek(0)
    return str(file.read().decode("utf-8", "replace")).replace(folder, "{dir}")


def _child(streams: tuple[int, int, int], folder: str, record: dict[str, Any]) -> None:
    """Become the process: its own streams, so that programs it starts inherit them."""
    code = 254
    try:
        os.setsid()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin = open(0, encoding="utf-8", errors="replace", newline="\n", closefd=False)  # noqa: SIM115 - the process's own
        sys.stdout, sys.stderr = (
            open(number, "w", encoding="utf-8", errors="surrogateescape", newline="\n", closefd=False)  # noqa: SIM115
            for number in (1, 2)
        )
        os.chdir(folder)
        environment = _environment(folder, record)  # of what is there now: PATH goes on
        os.environ.clear()
        os.environ.update(environment)
        from spshell import cli

        sys.argv = ["pwsh", *_arguments(folder, record)]
        code = cli.main(sys.argv[1:])
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 1
    except BaseException as fault:  # the parent must learn of anything
        os.write(2, f"{type(fault).__name__}: {fault}".encode())
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code % 256)


def _wait(child: int) -> int | None:
    """The exit code, or None when the process died of a signal or had to be ended."""
    end = time.monotonic() + LIMIT
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else None
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return None
        time.sleep(0.002)


def passes(record: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether the streams, the exit code and the written files are the recorded ones."""
    if not same_text(record.get("stdout", ""), got["stdout"]) or not same_text(record.get("stderr", ""), got["stderr"]):
        return False
    if record.get("exit", 0) != got["exit"]:
        return False
    written = record.get("written") or {}
    return all(isinstance(text, str) and same_text(text, got["written"].get(name, "")) for name, text in written.items())
