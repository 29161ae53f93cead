"""The main job as a newcomer runs it, and that none of its secrets stays anywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "outgoing-email.sps1"
SECRETS = ("Farm-Account-1!", "Farm-Passphrase-1!", "Relay-Account-1!", "Credential-Key-2026!")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """
    One run of the script in a folder of its own: (folder, finished process).
    """
    folder = tmp_path_factory.mktemp("demo")
    environment = {
        **os.environ,
        "SPSHELL_FARM": str(folder / "farm.toml"),
        "SPSHELL_HOME": str(folder / "home"),
        "SPSHELL_SERVER": "WEB01",
        "TMPDIR": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-m", "spshell", "-NoProfile", "-File", str(SCRIPT)],
        capture_output=True, text=True, check=False, env=environment, cwd=ROOT,
    )  # fmt: skip
    return folder, done


def test_it_runs_without_a_word_on_standard_error(demo):
    """
    From nothing to three messages, exit code 0.
    """
    _folder, done = demo
    assert (done.returncode, done.stderr) == (0, "")


def test_it_shows_the_three_messages_as_the_relay_got_them(demo):
    """
    Envelope, From, Reply-To, subject and charset of each.
    """
    shown = demo[1].stdout.split("What the relay received")[1]
    assert re.findall(r"^From +: (.*)$", shown, re.MULTILINE) == [
        "portal@contoso.com",
        "Ben Ode <ben@contoso.com>",
        "portal@contoso.com",
    ]
    assert re.findall(r"^ReplyTo +: (.*)$", shown, re.MULTILINE)[0] == "portal-team@contoso.com"
    assert re.findall(r"^Charset +: (.*)$", shown, re.MULTILINE) == ["utf-8"] * 3
    assert shown.count("sharepoint@contoso.com") == 3


def test_no_secret_is_left_in_any_file_or_output(demo):
    """
    Every file of the run and both streams are searched for every password of the script.
    """
    folder, done = demo
    found = [secret for secret in SECRETS if secret in done.stdout + done.stderr]
    searched = 0
    for path in folder.rglob("*"):
        if path.is_file():
            searched += 1
            content = path.read_bytes()
            for secret in SECRETS:
                for form in (secret.encode(), secret.encode("utf-16-le")):
                    if form in content:
                        found.append(f"{secret} in {path.name}")
    assert searched >= 3
    assert found == []


def test_the_readme_shows_this_very_output(demo):
    """
    What README says the demo prints is what it prints (the port and ids aside).
    """
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("<!-- demo -->")[1].split("```")[1].removeprefix("text\n")
    assert block.strip() == demo[1].stdout.strip()
