"""Who runs the script, as Windows would tell it: on other systems there is no Windows identity, and asking says so."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, thrown
from spshell.values.declare import constructor, method, net_class, prop

_P = "System.Security.Principal."


def _no_windows(name: str) -> Any:
    return thrown(
        "System.PlatformNotSupportedException",
        "Invalid",
        f"{name} exists on Windows only. Ask [Environment]::UserName, or [Environment]::IsPrivilegedProcess.",
    )


@net_class(_P + "WindowsIdentity", interfaces=(_P + "IIdentity", "System.IDisposable"))
class WindowsIdentity:
    """The name exists so that scripts that test for it parse and run; there is never an instance."""

    @prop("static string DefaultIssuer {get}")
    @staticmethod
    def default_issuer() -> str:
        return "AD AUTHORITY"

    @method(
        f"static {_P}WindowsIdentity GetCurrent()",
        f"static {_P}WindowsIdentity GetCurrent(bool ifImpersonating)",
    )
    @staticmethod
    def get_current(_if_impersonating: bool = False) -> Any:
        raise _no_windows("A Windows identity")

    @method(f"static {_P}WindowsIdentity GetAnonymous()")
    @staticmethod
    def get_anonymous() -> Any:
        raise _no_windows("A Windows identity")


@net_class(_P + "GenericIdentity", interfaces=(_P + "IIdentity",))
class GenericIdentity:
    """A name, and how it was found out."""

    def __init__(self, name: str, kind: str) -> None:
        self._name = name
        self._kind = kind

    @constructor("(string name)", "(string name, string type)")
    @staticmethod
    def create(name: str | None, kind: str | None = "") -> GenericIdentity:
        if name is None or kind is None:
            raise argument_null("name" if name is None else "type")
        return GenericIdentity(name, kind)

    @prop("string Name {get}")
    def name(self) -> str:
        return self._name

    @prop("string AuthenticationType {get}")
    def authentication_type(self) -> str:
        return self._kind

    @prop("bool IsAuthenticated {get}")
    def is_authenticated(self) -> bool:
        return self._name != ""


@net_class(_P + "GenericPrincipal", interfaces=(_P + "IPrincipal",))
class GenericPrincipal:
    """An identity and its roles."""

    def __init__(self, identity: Any, roles: list[str]) -> None:
        self._identity = identity
        self.roles = roles

    @constructor(f"({_P}IIdentity identity, string[] roles)")
    @staticmethod
    def create(identity: Any, roles: Any) -> GenericPrincipal:
        if identity is None:
            raise argument_null("identity")
        return GenericPrincipal(identity, [] if roles is None else list(roles))

    @prop(f"{_P}IIdentity Identity {{get}}")
    def identity(self) -> Any:
        return self._identity

    @method("bool IsInRole(string role)")
    def is_in_role(self, role: str | None) -> bool:
        return role is not None and role.lower() in [known.lower() for known in self.roles]


@net_class(_P + "WindowsPrincipal", interfaces=(_P + "IPrincipal",))
class WindowsPrincipal:
    """As WindowsIdentity: only its name exists."""

    @constructor(f"({_P}WindowsIdentity ntIdentity)")
    @staticmethod
    def create(identity: Any) -> Any:
        if identity is None:
            raise argument_null("ntIdentity")
        raise _no_windows("A Windows principal")
