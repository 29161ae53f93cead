"""A private Exim on loopback: one daemon, one port for each way a relay can behave, every message into one Maildir.

The package conflicts with Postfix's, so the program is unpacked without being installed. It runs as nobody; its
compiled-in user name is mapped by nss_wrapper. Authenticators: LOGIN, NTLM (version 1 only, Exim's `spa`) and GSSAPI
(Cyrus SASL), the last one for the service SMTPSVC.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.peers import debian, maildir
from tests.peers.ports import free_ports, process_ids, unprivileged, wait_for_banner
from tests.peers.postfix import HOST, NTLM_USERS, PASSWORD, USER

if TYPE_CHECKING:
    from spshell.mail.lab import Authority

SERVICES = (
    "plain",  # no STARTTLS, no AUTH
    "login",  # STARTTLS and AUTH
    "anonymous_tls",
    "expired",
    "wrong_name",
    "self_signed",
    "client_certificate",  # instead of a password
    "either",  # a client certificate or a password
    "both",  # a client certificate and a password
    "own_sender",  # MAIL and the From header belong to the login
    "own_from",  # only the From header does, judged after the message
)

_PROGRAM = Path(tempfile.gettempdir()) / "spshell-exim" / "exim4"
_LIBRARIES = (
    "libgnutls-dane0", "libidn12", "libldap-2.5-0", "libmariadb3", "libnsl2", "libpq5", "libspf2-2", "libnss-wrapper",
)  # fmt: skip

_CONFIGURATION = """\
keep_environment = KRB5_CONFIG : KRB5_KTNAME : SASL_CONF_PATH : LD_PRELOAD : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP : \
NTLM_USER_FILE : NETBIOS_DOMAIN_NAME : NETBIOS_COMPUTER_NAME
primary_hostname = localhost
spool_directory = {home}/spool
log_file_path = {home}/log/%slog
pid_file_path = {home}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {ports}
tls_on_connect_ports =
deliver_drop_privilege = true
queue_only = false
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 0
smtputf8_advertise_hosts = *
dsn_advertise_hosts = *
chunking_advertise_hosts = *
pipelining_advertise_hosts = *
log_selector = +tls_peerdn +tls_certificate_verified +smtp_protocol_error
tls_advertise_hosts = ${{if eq{{$received_port}}{{{plain}}}{{}}{{*}}}}
tls_certificate = ${{lookup{{$received_port}}lsearch{{{home}/certificates}}{{$value}}{{{home}/pki/good.pem}}}}
tls_privatekey = ${{lookup{{$received_port}}lsearch{{{home}/certificates}}{{$value}}{{{home}/pki/good.pem}}}}
tls_verify_certificates = {home}/pki/authority.pem
tls_verify_hosts = ${{if or{{{{eq{{$received_port}}{{{client_certificate}}}}}{{eq{{$received_port}}{{{both}}}}}}}{{*}}{{}}}}
tls_try_verify_hosts = ${{if eq{{$received_port}}{{{either}}}{{*}}{{}}}}
auth_advertise_hosts = ${{if or{{{{eq{{$received_port}}{{{plain}}}}}{{eq{{$received_port}}{{{anonymous_tls}}}}}\
{{eq{{$received_port}}{{{client_certificate}}}}}}}{{}}{{*}}}}
acl_smtp_mail = acl_mail
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = acl_data
acl_not_smtp = accept
begin acl
acl_mail:
  deny message = 5.7.60 Client does not have permissions to send as this sender
       condition = ${{if eq{{$received_port}}{{{own_sender}}}}}
       !condition = ${{if inlist{{$sender_address}}{{{owned}}}}}
  accept
acl_rcpt:
  accept condition = ${{if or{{{{eq{{$received_port}}{{{plain}}}}}{{eq{{$received_port}}{{{anonymous_tls}}}}}}}}}
  accept condition = ${{if or{{{{eq{{$received_port}}{{{client_certificate}}}}}{{eq{{$received_port}}{{{either}}}}}}}}}
         verify = certificate
  accept authenticated = *
  deny message = 5.7.1 relaying denied
acl_data:
  deny message = 5.7.60 Client does not have permissions to send as this sender
       condition = ${{if or{{{{eq{{$received_port}}{{{own_sender}}}}}{{eq{{$received_port}}{{{own_from}}}}}}}}}
       !condition = ${{if inlist{{${{address:$h_From:}}}}{{{owned}}}}}
  accept
begin routers
all:
  driver = accept
  transport = box
begin transports
box:
  driver = appendfile
  directory = {home}/mail/inbox
  maildir_format
  create_directory
  return_path_add
  envelope_to_add
begin retry
* * F,1h,1m
begin authenticators
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${{if eq{{$auth2}}{{${{lookup{{$auth1}}lsearch{{{home}/users}}{{$value}}fail}}}}}}
  server_set_id = $auth1
ntlm:
  driver = spa
  public_name = NTLM
  server_password = ${{lookup{{$auth1}}lsearch{{{home}/users}}{{$value}}fail}}
  server_set_id = $auth1
gssapi:
  driver = cyrus_sasl
  public_name = GSSAPI
  server_mech = GSSAPI
  server_service = SMTPSVC
  server_hostname = localhost
  server_set_id = $auth1
"""


def install() -> None:
    """Unpack the program where it can be; Unavailable otherwise."""
    if not _PROGRAM.exists():
        debian.unpack("exim4-daemon-heavy", "usr/sbin/exim4", _PROGRAM)
    needs = subprocess.run(["ldd", _PROGRAM], check=False, capture_output=True, text=True)
    if "not found" in needs.stdout:
        debian.install(*_LIBRARIES, *debian.perl_library())
    if not list(Path("/usr/lib").glob("*/libnss_wrapper.so")):
        debian.install("libnss-wrapper")


class Exim:
    """Start it, send to `port(name)`, and read what arrived."""

    host = HOST

    def __init__(self, authority: Authority, kerberos: tuple[Path, Path]) -> None:
        self.authority = authority
        self._config, self._keytab = kerberos
        self._home = Path(tempfile.mkdtemp(prefix="spshell-exim-"))
        self._home.chmod(0o755)
        self._ports = dict(zip(SERVICES, free_ports(len(SERVICES)), strict=True))
        self._process: subprocess.Popen[bytes] | None = None

    def port(self, name: str) -> int:
        return self._ports[name]

    def start(self) -> None:
        for folder in ("spool", "log", "mail", "sasl", "pki"):
            (self._home / folder).mkdir()
        self._write_certificates()
        self._write_configuration()
        user, group = process_ids()
        for path in (self._home, *self._home.rglob("*")):
            os.chown(path, user, group)
        environment = {
            "PATH": debian.PATH,
            "LD_PRELOAD": "libnss_wrapper.so",
            "NSS_WRAPPER_PASSWD": str(self._home / "passwd"),
            "NSS_WRAPPER_GROUP": str(self._home / "group"),
            "KRB5_CONFIG": str(self._config),
            "KRB5_KTNAME": f"FILE:{self._keytab}",
            "SASL_CONF_PATH": str(self._home / "sasl"),
            "NTLM_USER_FILE": str(self._home / "ntlm"),
            "NETBIOS_DOMAIN_NAME": "CORP",
            "NETBIOS_COMPUTER_NAME": "MAIL",
        }
        command = [*unprivileged(), str(_PROGRAM), "-C", str(self._home / "exim.conf"), "-bdf"]
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for_banner(self.port("plain"))

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def received(self, message_id: str) -> bytes:
        return maildir.wait_for(self._home / "mail" / "inbox" / "new", message_id, self.log()[-2000:])

    def log(self) -> str:
        return "".join(file.read_text(errors="replace") for file in (self._home / "log").glob("*log"))

    def _write_certificates(self) -> None:
        names = (HOST, "127.0.0.1")
        past = {"begins": timedelta(days=-30), "ends": timedelta(days=-1)}
        issue = self.authority.issue
        issued = {
            "good": issue(*names),
            "expired": issue(*names, **past),
            "wrong_name": issue("other.corp.test"),
            "self_signed": issue(*names, self_signed=True),
        }
        pki = self._home / "pki"
        for name, pair in issued.items():
            (pki / f"{name}.pem").write_text(pair.certificate + pair.key, encoding="ascii")
        (pki / "authority.pem").write_text(self.authority.certificate, encoding="ascii")

    def _write_configuration(self) -> None:
        home, (user, group) = self._home, process_ids()
        ports = {name: str(port) for name, port in self._ports.items()}
        owned = "alice@corp.test : farm@corp.test"
        text = _CONFIGURATION.format(home=home, ports=" : ".join(ports.values()), owned=owned, **ports)
        (home / "exim.conf").write_text(text, encoding="ascii")
        (home / "certificates").write_text(
            "".join(f"{ports[name]}: {home}/pki/{name}.pem\n" for name in ("expired", "wrong_name", "self_signed")),
            encoding="ascii",
        )
        (home / "passwd").write_text(
            f"root:x:0:0:root:/root:/bin/sh\nDebian-exim:x:{user}:{group}:exim:{home}:/bin/sh\n", encoding="ascii"
        )
        (home / "group").write_text(f"root:x:0:\nDebian-exim:x:{group}:\n", encoding="ascii")
        (home / "users").write_text(
            "".join(f"{name}: {PASSWORD}\n" for name in (USER, "alice", "CORP\\alice")), encoding="ascii"
        )
        (home / "sasl" / "exim.conf").write_text("pwcheck_method: auxprop\nmech_list: GSSAPI\n", encoding="ascii")
        (home / "ntlm").write_text(NTLM_USERS, encoding="ascii")
