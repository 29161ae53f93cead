"""Time how an installed spshell starts, against bare Python of the same environment.

The wheel is built and installed once for each state of the sources, into an environment of its own in the system's folder
for temporary files. Times are minima of processor time (user and system) over alternating runs.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MODULE_LINES = 10_000
FUNCTION = """function Get-Part{0} {{
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipeline)]
        [string]$Name,
        [ValidateRange(0, 1000)]
        [int]$Count = {0}
    )
    begin {{
        $total = 0
    }}
    process {{
        foreach ($n in 1..$Count) {{
            if ($n % 2 -eq 0) {{
                $total += $n * 2
            }} elseif ($Name -match '^x(\\d+)') {{
                $total += [int]$Matches[1]
            }} else {{
                Write-Verbose "skipping $n of $Name"
            }}
        }}
        [pscustomobject]@{{ Name = $Name; Total = $total }}
    }}
    end {{
        Write-Verbose ('{{0}} done' -f $total)
    }}
}}

"""


def installed() -> Path:
    """The folder of programs of an environment with this tree's wheel in it."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=8)
    for path in sorted([ROOT / "pyproject.toml", *ROOT.glob("spshell/**/*.py"), *ROOT.glob("cmdlets/**/*.py")]):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    home = Path(tempfile.gettempdir()) / f"spshell-bench-{os.getuid() if hasattr(os, 'getuid') else ''}"
    home.mkdir(mode=0o700, exist_ok=True)
    folder = home / digest.hexdigest()
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not (folder / "complete").exists():
        for old in home.iterdir():
            shutil.rmtree(old)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        tree = folder / "tree"  # building leaves files beside the sources
        for name in ("spshell", "cmdlets"):
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, tree / name)
        subprocess.run([str(programs / "python"), "-m", "pip", "install", "-q", str(tree)], check=True)
        shutil.rmtree(tree)
        (folder / "complete").touch()
    return programs


def process(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """(processor milliseconds, peak MiB) of one process."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, _, usage = os.wait4(pid, 0)
    return 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024


def run(runs: int) -> None:
    """Print the table of starts."""
    programs = installed()
    folder = programs.parent / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    environment = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment |= {"HOME": str(folder), "SPSHELL_HOME": str(folder / "home")}
    (folder / "home").mkdir()
    (folder / "empty.ps1").touch()
    (folder / "hello.ps1").write_text("Write-Output 'hello'\nWrite-Host 'hello'\n", encoding="utf-8")
    count = -(-MODULE_LINES // FUNCTION.count("\n"))
    text = "".join(FUNCTION.format(number) for number in range(1, count + 1))
    (folder / "parts.psm1").write_text(text, encoding="utf-8")
    (folder / "import.ps1").write_text("Import-Module $PSScriptRoot/parts.psm1\n", encoding="utf-8")
    shell = [str(programs / "spshell"), "-NoProfile"]
    kept = folder / "home" / "cache" / "scripts"
    rows = [
        ("start-up: -c 1", [*shell, "-c", "1"], False),
        ("-File, nothing in it", [*shell, "-File", str(folder / "empty.ps1")], False),
        ("Write-Output, -Host", [*shell, "-File", str(folder / "hello.ps1")], False),
        ("a table of one object", [*shell, "-c", "[pscustomobject]@{ a = 1 }"], False),
        ("Get-ChildItem", [*shell, "-c", "Get-ChildItem /"], False),
        ("10,000 lines, new", [*shell, "-File", str(folder / "import.ps1")], True),
        ("10,000 lines, kept", [*shell, "-File", str(folder / "import.ps1")], False),
    ]
    print(f"{'start':22} {'spshell ms':>11} {'Python ms':>10} {'ratio':>7} {'peak MiB':>9}")
    for title, command, fresh in rows:
        process(command, environment)
        process(command, environment)  # the first run keeps code, the second finds all of it
        pairs = []
        for _ in range(3 if fresh else runs):
            if fresh:
                shutil.rmtree(kept, ignore_errors=True)
            ours = process(command, environment)
            pairs.append((ours, process([str(programs / "python"), "-c", "pass"], environment)))
        mine, python = min(a[0] for a, _ in pairs), min(b[0] for _, b in pairs)
        print(f"{title:22} {mine:11.1f} {python:10.1f} {mine / python:7.2f} {max(a[1] for a, _ in pairs):9.1f}", flush=True)
    print()
