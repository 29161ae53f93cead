"""Installing what a real server needs, where that is possible: on Debian, by root."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
"""Where servers' programs are, also for users who are not root."""


class Unavailable(Exception):
    """There is no such server here and none could be installed."""


def find(program: str) -> str | None:
    return shutil.which(program, path=PATH)


def install(*packages: str, preseed: str = "") -> None:
    """Install packages with apt; Unavailable when nobody here can."""
    if os.geteuid() != 0 or find("apt-get") is None:
        raise Unavailable(f"{packages[0]} is not installed, and only root on Debian could change that")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if preseed:
        subprocess.run(["debconf-set-selections"], input=preseed, text=True, check=True)
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, capture_output=True)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise Unavailable(done.stderr[-500:])


def unpack(package: str, inside: str, target: Path) -> None:
    """Take one program out of a package that must not be installed; Unavailable when nobody here can."""
    if find("apt-get") is None or find("dpkg") is None:
        raise Unavailable(f"{package} is for Debian")
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(
            ["apt-get", "download", "-qq", package], cwd=folder, check=False, env=environment, capture_output=True, text=True
        )
        archives = list(Path(folder).glob("*.deb"))
        if done.returncode != 0 or not archives:
            raise Unavailable(done.stderr[-500:])
        subprocess.run(["dpkg", "-x", str(archives[0]), folder], check=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.parent.chmod(0o755)
        # Without its setuid bit: the loader would ignore LD_PRELOAD.
        partial = target.with_suffix(".partial")
        shutil.copyfile(Path(folder) / inside, partial)
        partial.chmod(0o755)
        partial.rename(target)


def perl_library() -> list[str]:
    """The package of the system's own libperl, whose name carries its version."""
    done = subprocess.run(["apt-cache", "pkgnames", "libperl5"], check=False, capture_output=True, text=True)
    return sorted(done.stdout.split())[-1:]
