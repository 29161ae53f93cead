"""A private Kerberos realm on loopback: one user, and the service SMTPSVC/localhost."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from tests.peers import debian
from tests.peers.postfix import PASSWORD

REALM = "CORP.TEST"
USER = f"alice@{REALM}"

_CLIENT = """\
[libdefaults]
  default_realm = {realm}
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
  udp_preference_limit = 1
  default_ccache_name = FILE:{home}/cache
[realms]
  {realm} = {{
    kdc = 127.0.0.1:{port}
  }}
[domain_realm]
  localhost = {realm}
"""

_SERVER = """\
[kdcdefaults]
  kdc_listen = 127.0.0.1:{port}
  kdc_tcp_listen = 127.0.0.1:{port}
[realms]
  {realm} = {{
    database_name = {home}/principal
    key_stash_file = {home}/stash
    acl_file = {home}/acl
    supported_enctypes = aes256-cts:normal
  }}
[logging]
  kdc = FILE:{home}/kdc.log
  admin_server = FILE:{home}/admin.log
"""

_PACKAGES = ("krb5-kdc", "krb5-admin-server", "krb5-user", "libsasl2-modules-gssapi-mit", "faketime")


def install() -> None:
    """Make sure that the programs are there; Unavailable when they cannot be."""
    if debian.find("krb5kdc") is None or not list(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")):
        debian.install(*_PACKAGES)


class Kdc:
    """Start it, and point KRB5_CONFIG at `config`."""

    def __init__(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="spshell-kdc-"))
        self._home.chmod(0o755)
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        self.config = self._home / "krb5.conf"
        self.keytab = self._home / "smtpsvc.keytab"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        facts = {"realm": REALM, "home": self._home, "port": self.port}
        self.config.write_text(_CLIENT.format(**facts), encoding="ascii")
        (self._home / "kdc.conf").write_text(_SERVER.format(**facts), encoding="ascii")
        (self._home / "acl").write_text("", encoding="ascii")
        self._run("kdb5_util", "-r", REALM, "-P", "master", "create", "-s")
        self.admin(f"addprinc -pw {PASSWORD} alice")
        self.admin("addprinc -randkey SMTPSVC/localhost")
        self.admin(f"ktadd -k {self.keytab} SMTPSVC/localhost")
        self.keytab.chmod(0o644)
        self.resume()

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def pause(self) -> None:
        """Stop answering: nobody listens any more."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait()
        self._process = None

    def resume(self, *, later: str | None = None) -> None:
        """Answer again; with a clock that is so much ahead (faketime's way to say it), where one is given."""
        environment = self._environment()
        if later is not None:
            (library,) = Path("/usr/lib").glob("*/faketime/libfaketime.so.1")
            environment |= {"LD_PRELOAD": str(library), "FAKETIME": later}
        self._process = subprocess.Popen(
            ["krb5kdc", "-n", "-r", REALM], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 10
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return

    def admin(self, query: str) -> None:
        """Change something in the realm, by kadmin's words."""
        self._run("kadmin.local", "-r", REALM, "-q", query)

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, env=self._environment(), capture_output=True)

    def _environment(self) -> dict[str, str]:
        places = {"KRB5_CONFIG": str(self.config), "KRB5_KDC_PROFILE": str(self._home / "kdc.conf")}
        return os.environ | {"PATH": debian.PATH} | places
