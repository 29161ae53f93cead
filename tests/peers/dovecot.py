"""A private Dovecot on loopback: a submission server that hands every message on to another relay, and a SASL socket.

It runs as nobody. Mechanisms: LOGIN and GSSAPI; NTLM is gone from this Dovecot.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.peers import debian
from tests.peers.ports import free_ports, process_ids, unprivileged, wait_for_banner
from tests.peers.postfix import HOST, PASSWORD, USER

if TYPE_CHECKING:
    from spshell.mail.lab import Authority

_PACKAGES = ("dovecot-core", "dovecot-submissiond", "dovecot-gssapi")

_CONFIGURATION = """\
protocols = submission
base_dir = {home}/run
log_path = {home}/dovecot.log
auth_verbose = yes
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
import_environment = TZ KRB5_CONFIG={config}
hostname = localhost
ssl = yes
ssl_cert = <{home}/good.pem
ssl_key = <{home}/good.pem
ssl_ca = <{home}/authority.pem
ssl_require_crl = no
ssl_verify_client_cert = {certificate}
auth_ssl_require_client_cert = {certificate}
disable_plaintext_auth = yes
auth_mechanisms = plain login gssapi
auth_username_chars = abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234567890.-_@\\\\/
auth_username_format = %u
auth_gssapi_hostname = "$ALL"
auth_krb5_keytab = {keytab}
auth_realms = corp.test
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {home}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/home allow_all_users=yes
}}
first_valid_uid = 1
mail_location = maildir:{home}/home/mail
auth_failure_delay = 0
submission_relay_host = 127.0.0.1
submission_relay_port = {relay}
submission_relay_trusted = no
service auth {{
  user = {user}
  unix_listener {home}/auth.sock {{
    mode = 0666
  }}
  unix_listener auth-userdb {{
    mode = 0600
  }}
}}
service auth-worker {{
  user = {user}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service submission-login {{
  chroot =
  inet_listener submission {{
    address = 127.0.0.1
    port = {port}
  }}
}}
"""


def install() -> None:
    """Make sure that the programs are there; Unavailable when they cannot be."""
    if debian.find("dovecot") is None or not Path("/usr/lib/dovecot/submission").exists():
        debian.install(*_PACKAGES)
    if not list(Path("/usr/lib/dovecot/modules/auth").glob("libmech_gssapi.so")):
        debian.install("dovecot-gssapi")


class Dovecot:
    """Start it and send to `port`; what it takes goes on to the port `relay`."""

    host = HOST

    def __init__(
        self, authority: Authority, kerberos: tuple[Path, Path], relay: int, *, certificates: bool = False
    ) -> None:
        """`certificates`: clients need one, and a password too."""
        self.authority = authority
        self._config, self._keytab = kerberos
        self.relay = relay
        self._certificates = certificates
        self.home = Path(tempfile.mkdtemp(prefix="spshell-dovecot-"))
        self.home.chmod(0o755)
        (self.port,) = free_ports(1)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        uid, gid = process_ids()
        issued = self.authority.issue(HOST, "127.0.0.1")
        (self.home / "good.pem").write_text(issued.certificate + issued.key, encoding="ascii")
        (self.home / "authority.pem").write_text(self.authority.certificate, encoding="ascii")
        names = (USER, "alice", "CORP\\\\alice")
        (self.home / "users").write_text("".join(f"{name}:{{PLAIN}}{PASSWORD}\n" for name in names), encoding="ascii")
        (self.home / "home").mkdir()
        text = _CONFIGURATION.format(
            home=self.home,
            user=pwd.getpwuid(uid).pw_name,
            group=grp.getgrgid(gid).gr_name,
            uid=uid,
            gid=gid,
            config=self._config,
            keytab=self._keytab,
            certificate="yes" if self._certificates else "no",
            relay=self.relay,
            port=self.port,
        )
        (self.home / "dovecot.conf").write_text(text, encoding="ascii")
        for path in (self.home, *self.home.rglob("*")):
            os.chown(path, uid, gid)
        command = [*unprivileged(), "dovecot", "-F", "-c", str(self.home / "dovecot.conf")]
        environment = {"PATH": debian.PATH}
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_banner(self.port)

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def log(self) -> str:
        path = self.home / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""
