"""Whole processes: a script or command line in an empty folder, run in a forked child of this process."""

from __future__ import annotations

import json
import os
import secrets
import select
import shutil
import signal
import sys
from typing import Any

from .compare import same_text

LIMIT = 15
"""Seconds that one process may take."""


def run(record: dict[str, Any]) -> dict[str, Any]:
    """{"stdout", "stderr", "exit", "written"}; the folder's path is written {dir}."""
    folder = f"/tmp/ps-{secrets.token_hex(8)}"  # 24 characters, as the recorder's folders had
    os.makedirs(folder)
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
    if record.get("script") is not None and not record.get("cmdline"):
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
                    found[os.path.relpath(path, folder)] = file.read().decode("utf-8", "surrogateescape")
            except OSError:
                continue
    return found


def _arguments(folder: str, record: dict[str, Any]) -> list[str]:
    line = record.get("cmdline")
    if line:
        return [word.replace("{dir}", folder) for word in line]
    flags, arguments = record.get("flags") or [], record.get("args") or []
    words = ["-NoProfile", "-NonInteractive", *flags, "-File", f"{folder}/case.ps1", *arguments]
    return [str(word).replace("{dir}", folder) for word in words]


def _environment(record: dict[str, Any]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "NO_COLOR": "1", "TZ": "UTC", **{k: v for k, v in (record.get("env") or {}).items() if v is not None}}


def _forked(folder: str, record: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(writing, folder, record)
    os.close(writing)
    data = _read(reading, child)
    os.waitpid(child, 0)
    if not data:
        return {"stdout": "", "stderr": "no result: the process died or took too long", "exit": -1}
    code, out, err = json.loads(data)
    return {"stdout": out.replace(folder, "{dir}"), "stderr": err.replace(folder, "{dir}"), "exit": code}


def _child(writing: int, folder: str, record: dict[str, Any]) -> None:
    try:
        os.setsid()
        signal.alarm(LIMIT)
        from spshell.app import run_process

        stdin = (record.get("stdin") or "").encode("utf-8")
        code, out, err = run_process(_arguments(folder, record), stdin, _environment(record), folder)
        text = json.dumps([code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")])
    except BaseException as fault:  # the parent must learn of anything
        text = json.dumps([-2, "", f"{type(fault).__name__}: {fault}"])
    with os.fdopen(writing, "w", encoding="utf-8") as file:
        file.write(text)
    sys.stdout = sys.__stdout__
    os._exit(0)


def _read(reading: int, child: int) -> bytes:
    chunks = []
    with os.fdopen(reading, "rb") as file:
        while True:
            ready, _, _ = select.select([file], [], [], LIMIT + 5)
            if not ready:
                os.killpg(child, signal.SIGKILL)
                return b""
            chunk = os.read(file.fileno(), 65536)
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)


def passes(record: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether the streams, the exit code and the written files are the recorded ones."""
    if not same_text(record.get("stdout", ""), got["stdout"]) or not same_text(record.get("stderr", ""), got["stderr"]):
        return False
    if record.get("exit", 0) != got["exit"]:
        return False
    written = record.get("written") or {}
    return all(isinstance(text, str) and same_text(text, got["written"].get(name, "")) for name, text in written.items())
