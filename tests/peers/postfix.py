"""A private Postfix on loopback: one instance, one port for each way a relay can behave.

It has its own configuration, queue and certificates in a directory of its own, and never touches the
system's. Every recipient is delivered, for real, into one Maildir.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from spshell.mail.lab import Authority, Issued
from tests.peers import debian, maildir
from tests.peers.ports import free_ports, wait_for_banner

USER = "alice@corp.test"
PASSWORD = "canary-userpw"
HOST = "localhost"
NTLM_USERS = f"CORP:alice:{PASSWORD}\n"
"""Whom the acceptor of NTLM inside SPNEGO knows (gss-ntlmssp)."""

_TLS = ("smtpd_tls_security_level = may",)
_LOGIN = "smtpd_relay_restrictions = permit_sasl_authenticated, reject"
_CLIENT = ("smtpd_tls_security_level = encrypt", "smtpd_tls_req_ccert = yes")

SERVICES: dict[str, tuple[str, ...]] = {
    # No STARTTLS, no AUTH: an old internal relay.
    "plain": ("smtpd_tls_security_level = none", "smtpd_sasl_auth_enable = no"),
    # STARTTLS and AUTH, any sender.
    "login": (*_TLS, _LOGIN),
    # Nothing at all without STARTTLS.
    "tls_required": ("smtpd_tls_security_level = encrypt", _LOGIN),
    # STARTTLS, and then anybody may send.
    "anonymous_tls": (*_TLS, "smtpd_sasl_auth_enable = no"),
    # Certificates as they should not be.
    "expired": (*_TLS, _LOGIN, "smtpd_tls_chain_files = {pki}/expired.pem"),
    "wrong_name": (*_TLS, _LOGIN, "smtpd_tls_chain_files = {pki}/wrong_name.pem"),
    "self_signed": (*_TLS, _LOGIN, "smtpd_tls_chain_files = {pki}/self_signed.pem"),
    # The mechanism of Windows first.
    "ntlm": (*_TLS, _LOGIN, "smtpd_sasl_path = ntlm"),
    # Kerberos, for the service name that SharePoint asks for; works where there is a KDC.
    "gssapi": (*_TLS, _LOGIN, "smtpd_sasl_path = gssapi", "smtpd_sasl_service = SMTPSVC"),
    # The same, and where it is not Kerberos: NTLM inside SPNEGO.
    "spnego": (*_TLS, _LOGIN, "smtpd_sasl_path = spnego", "smtpd_sasl_service = SMTPSVC"),
    # The accounts of a Dovecot.
    "dovecot": (*_TLS, _LOGIN, "smtpd_sasl_type = dovecot", "smtpd_sasl_path = {dovecot}"),
    # AUTH without STARTTLS: the password would be readable.
    "clear_login": ("smtpd_tls_security_level = none", _LOGIN),
    # Only the login's own addresses in MAIL FROM: impersonation is blocked.
    "own_sender": (*_TLS, _LOGIN, "smtpd_sender_restrictions = reject_sender_login_mismatch"),
    # A client certificate instead of a password.
    "client_certificate": (
        *_CLIENT,
        "smtpd_sasl_auth_enable = no",
        "smtpd_relay_restrictions = permit_tls_all_clientcerts, reject",
    ),
    "client_certificate_tls12": (
        *_CLIENT,
        "smtpd_sasl_auth_enable = no",
        "smtpd_relay_restrictions = permit_tls_all_clientcerts, reject",
        "smtpd_tls_mandatory_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1, !TLSv1.3",
    ),
    # A client certificate and a password.
    "both": (*_CLIENT, _LOGIN),
    # TLS from the first byte.
    "implicit": ("smtpd_tls_wrappermode = yes", "smtpd_tls_security_level = encrypt"),
    # An EHLO that offers nothing, and one without pipelining and chunks.
    "bare": ("smtpd_tls_security_level = none", "smtpd_discard_ehlo_keywords = pipelining, chunking, size, dsn, 8bitmime, smtputf8"),
    "no_chunking": ("smtpd_tls_security_level = none", "smtpd_discard_ehlo_keywords = chunking"),
}

_MAIN = """\
compatibility_level = 3.6
queue_directory = {home}/spool
data_directory = {home}/data
maillog_file = {home}/mail.log
maillog_file_prefixes = {home}
myhostname = localhost
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_peername_lookup = no
alias_maps =
alias_database =
local_transport = error:nobody lives here
default_transport = virtual
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = static:inbox/
virtual_uid_maps = static:{nobody}
virtual_gid_maps = static:{nobody}
virtual_minimum_uid = 1
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
smtpd_tls_chain_files = {pki}/good.pem
smtpd_tls_CAfile = {pki}/authority.pem
smtpd_tls_received_header = yes
smtpd_tls_loglevel = 1
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
smtpd_sasl_local_domain = corp.test
smtpd_sasl_authenticated_header = yes
smtpd_sasl_security_options = noanonymous
smtpd_sender_login_maps = texthash:{home}/etc/senders
line_length_limit = 16384
smtputf8_enable = yes
message_size_limit = 200000
import_environment = MAIL_CONFIG MAIL_LOGTAG TZ LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME{kerberos}
in_flow_delay = 0
"""

_MASTER = """\
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""

_SASL = """\
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {home}/etc/sasl/sasldb2
mech_list: {mechanisms}
"""

_PACKAGES = ("postfix", "sasl2-bin", "libsasl2-modules", "libsasl2-modules-db", "gss-ntlmssp")


def install() -> None:
    """Make sure that the programs are there; Unavailable when they cannot be."""
    mechanism = list(Path("/usr/lib").glob("*/gssntlmssp/gssntlmssp.so"))
    if not mechanism or not all(map(debian.find, ("postfix", "saslpasswd2"))):
        debian.install(*_PACKAGES, preseed="postfix postfix/main_mailer_type select No configuration\n")


class Postfix:
    """Start it, send to `port(name)`, and read what arrived in `inbox()`."""

    host = HOST

    def __init__(self, kerberos: tuple[Path, Path] | None = None, dovecot: str = "/nowhere", authority: Authority | None = None) -> None:
        """`kerberos` is a krb5.conf and a keytab, `dovecot` a Dovecot's socket."""
        self._kerberos = kerberos
        self._dovecot = dovecot
        if os.geteuid() != 0:
            raise debian.Unavailable("this Postfix is started by root only")
        self.authority = authority or Authority("spshell peers authority")
        # Not pytest's own directory: Postfix's users must be able to pass through.
        self._home = Path(tempfile.mkdtemp(prefix="spshell-postfix-"))
        self._home.chmod(0o755)
        self._ports = dict(zip(SERVICES, free_ports(len(SERVICES)), strict=True))

    def port(self, name: str) -> int:
        """The port of a service of SERVICES."""
        return self._ports[name]

    def start(self) -> None:
        self._write_certificates()
        self._write_configuration()
        self._write_accounts()
        for path in (self._home / "etc").rglob("*"):
            # Postfix waits a while before it trusts a file that was written this very second.
            os.utime(path, (time.time() - 60, time.time() - 60))
        self._control("start")
        wait_for_banner(self.port("plain"))

    def stop(self) -> None:
        self._control("stop")
        shutil.rmtree(self._home, ignore_errors=True)

    def inbox(self, count: int = 1, patience: float = 15.0) -> list[bytes]:
        """Wait until so many messages have arrived; all of them, oldest first, with Postfix's own fields on top."""
        deadline = time.monotonic() + patience
        while True:
            files = sorted(
                (self._home / "mail" / "inbox" / "new").glob("*"), key=lambda file: file.stat().st_mtime_ns
            )
            if len(files) >= count:
                return [file.read_bytes() for file in files]
            if time.monotonic() > deadline:
                raise AssertionError(f"{len(files)} of {count} messages arrived:\n{self.log()[-3000:]}")
            time.sleep(0.05)

    def received(self, message_id: str) -> bytes:
        """The message with this Message-ID, once it has arrived."""
        return maildir.wait_for(self._home / "mail" / "inbox" / "new", message_id, self.log()[-2000:])

    def clear(self) -> None:
        """Empty the inbox and the log, once everything that is under way has arrived."""
        deadline = time.monotonic() + 10
        while self._has_mail_under_way() and time.monotonic() < deadline:
            time.sleep(0.02)
        for file in (self._home / "mail" / "inbox" / "new").glob("*"):
            file.unlink()
        os.truncate(self._home / "mail.log", 0)

    def log(self) -> str:
        return (self._home / "mail.log").read_text(encoding="utf-8", errors="replace")

    def _control(self, verb: str) -> None:
        subprocess.run(
            ["postfix", "-c", str(self._home / "etc"), verb],
            check=True,
            capture_output=True,
            env=os.environ | {"PATH": debian.PATH},
        )

    def _has_mail_under_way(self) -> bool:
        queues = (self._home / "spool" / name for name in ("maildrop", "incoming", "active"))
        return any(path.is_file() for queue in queues if queue.is_dir() for path in queue.rglob("*"))

    def _write_certificates(self) -> None:
        pki = self._home / "pki"
        pki.mkdir()
        names = (HOST, "mail.corp.test", "127.0.0.1")
        issue = self.authority.issue
        past = {"begins": timedelta(days=-30), "ends": timedelta(days=-1)}
        (pki / "authority.pem").write_text(self.authority.certificate, encoding="ascii")
        certificates: dict[str, Issued] = {
            "good": issue(*names),
            "expired": issue(*names, **past),
            "wrong_name": issue("other.corp.test"),
            "self_signed": issue(*names, self_signed=True),
        }
        for name, issued in certificates.items():
            # The key first: Postfix wants it before the chain that it belongs to.
            (pki / f"{name}.pem").write_text(issued.key + issued.certificate, encoding="ascii")

    def _write_configuration(self) -> None:
        for name in ("etc/sasl", "spool", "data", "mail/inbox"):
            (self._home / name).mkdir(parents=True)
        postfix, nobody = pwd.getpwnam("postfix"), pwd.getpwnam("nobody")
        os.chown(self._home / "data", postfix.pw_uid, -1)
        for name in ("mail", "mail/inbox"):
            os.chown(self._home / name, nobody.pw_uid, nobody.pw_gid)
        config, keytab = self._kerberos or ("", "")
        kerberos = f" KRB5_CONFIG={config} KRB5_KTNAME=FILE:{keytab}" if config else ""
        kerberos += f" NTLM_USER_FILE={self._home}/etc/ntlm NETBIOS_DOMAIN_NAME=CORP NETBIOS_COMPUTER_NAME=MAIL"
        places = {
            "home": self._home,
            "pki": self._home / "pki",
            "nobody": nobody.pw_uid,
            "kerberos": kerberos,
            "dovecot": self._dovecot,
        }
        etc = self._home / "etc"
        etc.joinpath("main.cf").write_text(_MAIN.format(**places), encoding="ascii")
        services = [
            "\n".join(
                [
                    f"127.0.0.1:{self.port(name)} inet n - n - - smtpd",
                    f"  -o syslog_name=postfix/{name}",
                    *(f"  -o {{ {option.format(**places)} }}" for option in options),
                ]
            )
            for name, options in SERVICES.items()
        ]
        etc.joinpath("master.cf").write_text("\n".join([*services, _MASTER]), encoding="ascii")
        etc.joinpath("senders").write_text(
            f"alice@corp.test {USER}\nfarm@corp.test {USER}\n@corp.test nobody\n", encoding="ascii"
        )
        # Debian's Postfix looks for this beside its own configuration.
        etc.joinpath("ntlm").write_text(NTLM_USERS, encoding="ascii")
        offers = {
            "smtpd": "LOGIN PLAIN",
            "ntlm": "NTLM LOGIN PLAIN",
            "gssapi": "GSSAPI LOGIN PLAIN",
            "spnego": "GSSAPI NTLM LOGIN PLAIN",
        }
        for name, mechanisms in offers.items():
            text = _SASL.format(mechanisms=mechanisms, **places) + (f"keytab: {keytab}\n" if keytab else "")
            etc.joinpath(f"sasl/{name}.conf").write_text(text, encoding="ascii")

    def _write_accounts(self) -> None:
        database = self._home / "etc/sasl/sasldb2"
        user, _, realm = USER.partition("@")
        for name in (user, "CORP\\alice"):
            subprocess.run(
                ["saslpasswd2", "-p", "-c", "-f", str(database), "-u", realm, name],
                input=PASSWORD + "\n",
                text=True,
                check=True,
                env=os.environ | {"PATH": debian.PATH},
            )
        shutil.chown(database, "postfix")
