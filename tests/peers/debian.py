"""Installing what a real server needs, where that is possible: on Debian, by root."""

from __future__ import annotations

import os
import shutil
import subprocess

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
