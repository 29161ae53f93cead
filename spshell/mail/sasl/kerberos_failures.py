"""What Kerberos says when it fails, told apart: who has to do what is a different thing each time."""

from __future__ import annotations

from typing import NamedTuple


class Failure(NamedTuple):
    """One way to fail: the sign in the library's own words (MIT's and Heimdal's do not change with the locale)."""

    sign: str
    cause: str
    reason: str
    passes: bool = False


NO_REALM = "kerberos-realm-unknown"
"""No Kerberos for this account on this machine: nothing has been shown to anybody yet."""

_FAILURES = (
    Failure(
        "cannot contact any kdc",
        "kerberos-kdc-unreachable",
        "no domain controller (KDC) answers",
        passes=True,
    ),
    Failure(
        "cannot resolve",
        "kerberos-kdc-unreachable",
        "the domain controller (KDC) is not found in DNS",
        passes=True,
    ),
    Failure("cannot find kdc", NO_REALM, "no domain controller (KDC) is known for the realm"),
    Failure("cannot determine realm", NO_REALM, "no realm is known for the host"),
    Failure("default realm", NO_REALM, "no realm is configured on this server"),
    Failure(
        "clock skew",
        "kerberos-clock-skew",
        "the clocks of this server and the domain controller differ too much",
    ),
    Failure(
        "not yet valid",
        "kerberos-clock-skew",
        "the clocks of this server and the domain controller differ too much",
    ),
    Failure(
        "server not found in kerberos", "kerberos-service-unknown", "the domain does not know the service"
    ),
    Failure("client not found in kerberos", "kerberos-user-unknown", "the domain does not know the user"),
    Failure("preauthentication failed", "kerberos-password", "the domain rejects the password"),
    Failure("integrity check failed", "kerberos-password", "the domain rejects the password"),
    Failure("password incorrect", "kerberos-password", "the domain rejects the password"),
    Failure("revoked", "kerberos-account", "the account is disabled or locked"),
    Failure("password has expired", "kerberos-expired", "the password has expired"),
    Failure("entry in database has expired", "kerberos-expired", "the account has expired"),
    Failure("ticket expired", "kerberos-expired", "the ticket has expired"),
    Failure("credential has expired", "kerberos-expired", "the ticket has expired"),
    Failure("credentials have expired", "kerberos-expired", "the ticket has expired"),
    Failure("expired", "kerberos-expired", "the password or the ticket has expired"),
    Failure(
        "encryption type",
        "kerberos-enctype",
        "the domain controller and this server share no encryption type",
    ),
    Failure(
        "no supported encryption",
        "kerberos-enctype",
        "the domain controller and this server share no encryption type",
    ),
    Failure(
        "no kerberos credentials",
        "kerberos-no-ticket",
        "there is no ticket for the account of this process (kinit)",
    ),
    Failure(
        "no credentials cache",
        "kerberos-no-ticket",
        "there is no ticket for the account of this process (kinit)",
    ),
)


def named(error: BaseException) -> Failure:
    """Which failure this is; one with the exception's own name when it is none of ours."""
    said = " ".join(_chain(error)).lower().replace("'", "").replace("\n", " ")
    # "Client 'nobody@CORP.TEST' not found in Kerberos database": the name stands in between.
    if "not found in kerberos database" in said:
        who = (
            "server" if "server" in said.split("not found in kerberos database", maxsplit=1)[0] else "client"
        )
        said = f"{who} not found in kerberos"
    for failure in _FAILURES:
        if failure.sign in said:
            return failure
    return Failure("", "kerberos", type(error).__name__)


def _chain(error: BaseException | None) -> list[str]:
    texts: list[str] = []
    while error is not None and len(texts) < 8:
        texts.append(str(error))
        error = error.__cause__ or getattr(error, "base_error", None)
    return texts
