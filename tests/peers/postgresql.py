"""A private PostgreSQL on loopback, for the stores that several servers share."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from tests.peers import debian

USER = "farm"
PASSWORD = "canary/pass word"


def install() -> None:
    """Make sure that the programs are there; Unavailable when they cannot be."""
    if _programs() is None:
        debian.install("postgresql")


def _programs() -> Path | None:
    """Debian keeps each version's programs in a directory of its own."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    program = shutil.which("initdb")
    return Path(program).parent if program else None


class PostgreSql:
    """One cluster; `database()` makes an empty database and gives its address."""

    def __init__(self) -> None:
        programs = _programs()
        if programs is None:
            raise debian.Unavailable("PostgreSQL is not installed")
        self._programs = programs
        self._home = Path(tempfile.mkdtemp(prefix="spshell-postgresql-"))
        self._databases = 0
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        # The server refuses to run as root.
        self._owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self._owner:
            os.chown(self._home, self._owner.pw_uid, self._owner.pw_gid)

    def start(self) -> None:
        secret = self._home / "password"
        secret.write_text(PASSWORD, encoding="ascii")
        if self._owner:
            os.chown(secret, self._owner.pw_uid, self._owner.pw_gid)
        data = str(self._home / "data")
        self._run(
            "initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "-N"
        )
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._home}"
        self._run("pg_ctl", "-D", data, "-w", "-l", str(self._home / "log"), "-o", options, "start")

    def stop(self) -> None:
        data = self._home / "data"
        if (data / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._home, ignore_errors=True)

    def database(self) -> str:
        """The address of a new, empty database."""
        import psycopg

        self._databases += 1
        name = f"farm{self._databases}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def _address(self, name: str) -> str:
        return f"postgresql://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *arguments: str) -> None:
        owner = self._owner
        subprocess.run(
            [str(self._programs / program), *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._home,
            user=owner.pw_uid if owner else None,
            group=owner.pw_gid if owner else None,
            extra_groups=[] if owner else None,
        )
