"""What is wrong when no reply of the relay says it: sign -> (problem, remedy, source)."""

from __future__ import annotations

SIGNS: dict[str, tuple[str, str, str]] = {
    # Settings, keys, jobs: whoever knows the farm finds these.
    "no-server": (
        "P1",
        "Set the SMTP server: Set-SPWebApplication on Central Administration for the farm, or on one web application.",
        "Configure outgoing email for a SharePoint farm",
    ),
    "override": (
        "P1",
        "This web application's own settings win over the farm's. Clear them with -SMTPServer $null to inherit again.",
        "Plan outgoing email: farm and web application settings",
    ),
    "bad-sender": (
        "P1",
        "Set -OutgoingEmailAddress to an address, or to a friendly name beside a server name that can follow an @.",
        "RFC 5322 §3.6.2",
    ),
    "key-missing": (
        "P2",
        "Run Set-SPApplicationCredentialKey on this server, with the same password as on the others.",
        "Health rule: one or more servers can't retrieve the outgoing email credentials",
    ),
    "key-differs": (
        "P2",
        "Set the same key on every server with Set-SPApplicationCredentialKey, then store -SMTPCredentials again.",
        "Health rule: one or more servers can't retrieve the outgoing email credentials",
    ),
    "anonymous": (
        "P3",
        "Nothing signs in. If the relay should know who sends, give -SMTPCredentials.",
        "Plan outgoing email: authentication",
    ),
    "anonymous-too": (
        "P3",
        ("The relay takes this mail without signing in as well, so mail that arrives does not prove that signing in works: "
        "read the AUTH step."),
        "RFC 4954",
    ),
    "clear-login": (
        "P3",
        "Switch TLS on (run Set-SPWebApplication without -DisableSMTPEncryption): a password is never sent readable.",
        "RFC 4954 §4",
    ),
    "no-auth-offered": (
        "P3",
        "The relay offers no way to sign in that fits. Many offer AUTH only after STARTTLS, or only on port 587.",
        "RFC 6409 §4.3",
    ),
    "mechanism-missing": (
        "P3",
        "Install Kerberos and NTLM support here: pip install 'spshell[kerberos]'.",
        "spshell",
    ),
    "kerberos": (
        "P3",
        ("Check that this server reaches a domain controller, that the clocks agree within five minutes, and that "
        "the principal SMTPSVC/<configured server name> exists."),
        "RFC 4120 §1.6, RFC 4752",
    ),
    "lockout-guard": (
        "P3",
        ("One rejected sign-in is enough: correct the credential first, every further try brings the account nearer "
        "to being locked."),
        "spshell",
    ),
    "other-server": (
        "P9",
        ("Start `spshell -TimerService` on that server and run the test again: mail leaves from the server that makes "
        "it, through that server's own firewall and virus scanner."),
        "SharePoint: confirmation mail and alerts are sent by different servers",
    ),
    "one-server-fails": (
        "P9",
        ("Some servers can send and this one cannot: look for a firewall or virus scanner there that blocks the port, "
        "and for a relay that knows only the other servers' addresses."),
        "SharePoint: confirmation mail and alerts are sent by different servers",
    ),
    "alerts-off": (
        "P10",
        "Switch alerts on: $wa.AlertsEnabled = $true; $wa.Update().",
        "Edit general settings on a web application",
    ),
    "job-missing": (
        "P10",
        "Create the web application's timer jobs again; without job-immediate-alerts no alert is ever sent.",
        "Default timer jobs",
    ),
    "job-disabled": (
        "P10",
        "Enable-SPTimerJob job-immediate-alerts -WebApplication <url>.",
        "Default timer jobs",
    ),
    "job-late": (
        "P10",
        "The job has not run when it should have: start `spshell -TimerService`, or run Start-SPTimerJob.",
        "Default timer jobs",
    ),
    "timer-offline": (
        "P10",
        (
            "Start the timer service instance of this server: Get-SPServiceInstance -Server <name> -All, then "
            "Start-SPServiceInstance <id>."
        ),
        "Administrative timer jobs do not run after an upgrade",
    ),
    "clock-skew": (
        "P11",
        ("Set this server's clock by the same time source as the one that stores the farm: scheduled alerts go by it, "
        "and Kerberos refuses more than five minutes."),
        "SharePoint scheduled alerts; RFC 4120 §5.9.1",
    ),
    "stale-url": (
        "P12",
        "These sites keep addresses outside their web application's: links in mail lead nowhere. Correct their Url.",
        "Alerts point to the old URL after a move",
    ),
    "no-address": (
        "P13",
        "Give these users an address: Set-SPUser <login> -Web <url> -Email <address>.",
        "You do not have an e-mail address",
    ),
    "no-permission": (
        "P14",
        ("These users may not view the site any more, so their alerts are dropped when they are sent. Grant Read, or "
        "delete the alerts."),
        "No alert notifications",
    ),
    "mail-bomb": (
        "P15",
        "The same message waits or went many times for one reader: look for an event handler or a job that runs again.",
        "How daily alerts actually work",
    ),
    "held-mail": (
        "P16",
        "Mail is waiting for somebody: Get-SPOutboundMail shows why; after the repair, Resume-SPOutboundMail.",
        "spshell",
    ),
    "deletion": (
        "P17",
        "Switch automatic deletion off until mail leaves again: only notices that the relay accepted may count.",
        "Manage unused site collections",
    ),
    # The network.
    "no-such-name": (
        "",
        "DNS knows no such server: check the spelling, or use a name this server can resolve.",
        "Event 6856: cannot resolve name of SMTP host",
    ),
    "lookup-failed": ("", "The name server does not answer: check /etc/resolv.conf and the way to it.", "RFC 1035 §7.2"),
    "refused": (
        "",
        "Check the port (25, or 587 for submission), and that the relay listens on this address and lets this server in.",
        "RFC 5321 §4.5.4.2",
    ),
    "filtered": (
        "P9",
        "A firewall or virus scanner on the way drops the packets: allow outgoing TCP to this port from this server.",
        "Security hardening: outgoing mail uses TCP 25 or the port chosen for it",
    ),
    "reset": (
        "P9",
        ("Something on the way, or the relay's own access list, cuts the connection: look for a firewall or virus "
        "scanner that inspects SMTP, and for the relay's list of allowed clients."),
        "RFC 5321 §3.8",
    ),
    "unreachable": ("", "There is no route to this address: check network, VPN and address family.", "RFC 5321 §5.1"),
    "one-address": (
        "",
        "Some addresses of this name do not answer: mail leaves later than it should. Repair them or drop them from DNS.",
        "RFC 5321 §5.1",
    ),
    "silence": (
        "",
        "Connected, but nobody speaks: the relay is overloaded, tarpits this client, or the port is no SMTP port.",
        "RFC 5321 §4.5.3.2.1",
    ),
    "implicit-tls": (
        "P7",
        "This port speaks TLS from the first byte (port 465). SharePoint uses STARTTLS only: set the port to 587 or 25.",
        "RFC 8314 §3.3; Plan outgoing email: STARTTLS only",
    ),
    "not-smtp": ("", "Whatever answers here is not an SMTP server: check server name and port.", "RFC 5321 §4.2"),
    "closed": ("P16", "The relay hung up: its log knows why (access lists, limits, a missing certificate).", "RFC 5321 §3.8"),
    # TLS.
    "no-starttls": (
        "P7",
        ("TLS is required (the cmdlet's default) and the relay offers no STARTTLS. Enable it there; or, knowing that mail "
        "then travels readable, run Set-SPWebApplication with -DisableSMTPEncryption."),
        "Plan outgoing email: TLS connection encryption",
    ),
    "starttls-stripped": (
        "P7",
        ("Something between here and the relay (a firewall's SMTP inspection, as of Cisco ASA) masks STARTTLS. Switch that "
        "inspection off for this connection."),
        "RFC 3207 §6",
    ),
    "injected": (
        "P7",
        ("Bytes came in behind the answer to STARTTLS, before TLS began: somebody in the middle is injecting replies, or "
        "the relay is broken. Nothing was sent."),
        "CVE-2011-0411; RFC 3207 §4.2",
    ),
    "name-mismatch": (
        "P6",
        ("Configure the SMTP server by a name that stands in the certificate, or bind a certificate with the configured "
        "name to the relay (Exchange: the TlsCertificateName of the receive connector)."),
        "RFC 9525 §6; Configure outgoing email: the name must match",
    ),
    "common-name": (
        "P6",
        "The name stands only in the certificate's subject. It must stand in its subjectAltName: have it issued again.",
        "RFC 9525 §2",
    ),
    "expired": ("P6", "Renew the relay's certificate.", "RFC 5280 §4.1.2.5"),
    "not-yet-valid": ("P6", "The certificate begins in the future: check the clocks here and there.", "RFC 5280 §4.1.2.5"),
    "expires-soon": ("P6", "Have the relay's certificate renewed in time.", "RFC 5280 §4.1.2.5"),
    "self-signed": (
        "P6",
        ("Bind a certificate of an authority to the relay. To trust exactly this one, import it: "
        "Import-SPCertificate -Path relay.cer -Store Root."),
        "Plan outgoing email: the issuer must be trusted",
    ),
    "untrusted": (
        "P6",
        "Import the authority's root certificate: Import-SPCertificate -Path root.cer -Store Root.",
        "Plan outgoing email: the issuer must be trusted",
    ),
    "missing-intermediate": (
        "P6",
        ("The relay does not send the intermediate certificate. Install the full chain there, or import it here: "
        "Import-SPCertificate -Store Intermediate."),
        "RFC 8446 §4.4.2",
    ),
    "strict": (
        "P6",
        "The certificate breaks a rule of X.509 that the verifier named above; it has to be issued again.",
        "RFC 5280 §4.2",
    ),
    "old-tls": (
        "P8",
        "The relay speaks only TLS 1.0 or 1.1, which nobody should use any more: enable TLS 1.2 or later there.",
        "RFC 8996",
    ),
    "tls-garbage": (
        "P7",
        "After STARTTLS the other side does not speak TLS: a proxy answers, or TLS is not configured on the relay.",
        "RFC 3207 §4",
    ),
    "tls-alert": ("P6", "The relay refused the handshake: protocol, cipher or client certificate; its log says.", "RFC 8446 §6"),
    "client-certificate-wanted": (
        "P6",
        "The relay wants a client certificate: assign one with Set-SPWebApplication -Certificate (Subscription Edition).",
        "Outgoing SMTP support for client certificate authentication",
    ),
    "client-certificate-refused": (
        "P6",
        ("The relay does not accept the client certificate: check its issuer there, its dates, Digital Signature in Key "
        "Usage and clientAuth in Extended Key Usage."),
        "Outgoing SMTP support for client certificate authentication",
    ),
    # What readers' servers will think of it.
    "no-spf": (
        "P18",
        "Publish an SPF record that names the relay, or receivers may put the mail into the junk folder.",
        "RFC 7208",
    ),
    "no-dmarc": ("P18", "Publish a DMARC policy for the domain; large receivers expect one.", "RFC 7489"),
    "dmarc-strict": (
        "P18",
        ("The domain asks receivers to refuse unaligned mail: a user of this domain cannot be impersonated through a relay "
        "that is not the domain's own. Set OutboundMailOverrideEnvelopeSender, or sign with DKIM."),
        "RFC 7489 §3.1",
    ),
}  # fmt: skip
