"""Secrets: SecureString, PSCredential, NetworkCredential. Their text never shows what they hold."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import (
    argument_null,
    automation_argument,
    invalid_operation,
    out_of_range,
    thrown,
)
from spshell.values.declare import constructor, method, net_class, prop


@net_class("System.Security.SecureString", ps_name="securestring", interfaces=("System.IDisposable",))
class SecureString:
    """System.Security.SecureString: only :meth:`reveal` gives the text, to code that needs it."""

    __slots__ = ("_characters", "_disposed", "_read_only")

    def __init__(self, text: str = "") -> None:
        self._characters = list(text)
        self._read_only = False
        self._disposed = False

    def __repr__(self) -> str:
        return "SecureString(***)"

    def __reduce__(self) -> Any:
        raise TypeError("a SecureString is not pickled")

    def reveal(self) -> str:
        """The text in the clear; raises ObjectDisposedException."""
        if self._disposed:
            raise thrown("System.ObjectDisposedException", "Disposed", "SecureString")
        return "".join(self._characters)

    def ps_text(self) -> str:
        return "System.Security.SecureString"

    to_string = ps_text

    @constructor("()")
    @staticmethod
    def create() -> SecureString:
        return SecureString()

    @prop("int Length {get}")
    def length(self) -> int:
        self.reveal()
        return len(self._characters)

    def _change(self) -> list[str]:
        self.reveal()
        if self._read_only:
            raise invalid_operation("The instance can only be read.")
        return self._characters

    @method("void AppendChar(char c)")
    def append_char(self, character: str) -> None:
        self._change().append(str(character))

    @method("void InsertAt(int index, char c)")
    def insert_at(self, index: int, character: str) -> None:
        characters = self._change()
        if not 0 <= index <= len(characters):
            raise out_of_range("index", index)
        characters.insert(index, str(character))

    @method("void RemoveAt(int index)")
    def remove_at(self, index: int) -> None:
        characters = self._change()
        if not 0 <= index < len(characters):
            raise out_of_range("index", index)
        del characters[index]

    @method("void SetAt(int index, char c)")
    def set_at(self, index: int, character: str) -> None:
        characters = self._change()
        if not 0 <= index < len(characters):
            raise out_of_range("index", index)
        characters[index] = str(character)

    @method("void Clear()")
    def clear(self) -> None:
        self._change().clear()

    @method("System.Security.SecureString Copy()")
    def copy(self) -> SecureString:
        return SecureString(self.reveal())

    @method("void MakeReadOnly()")
    def make_read_only(self) -> None:
        self.reveal()
        self._read_only = True

    @method("bool IsReadOnly()")
    def is_read_only(self) -> bool:
        self.reveal()
        return self._read_only

    @method("void Dispose()")
    def dispose(self) -> None:
        self._characters = []
        self._disposed = True


@net_class("System.Net.NetworkCredential")
class NetworkCredential:
    """System.Net.NetworkCredential: user name, domain, and the password in both forms."""

    def __init__(self, user_name: str = "", password: Any = "", domain: str = "") -> None:
        self._user_name = user_name or ""
        self._domain = domain or ""
        self._secret = password if isinstance(password, SecureString) else SecureString(password or "")

    def __repr__(self) -> str:
        return f"NetworkCredential({self._user_name!r}, ***)"

    @constructor(
        "()",
        "(string userName, string password)",
        "(string userName, string password, string domain)",
        "(string userName, securestring password)",
        "(string userName, securestring password, string domain)",
    )
    @staticmethod
    def create(user_name: str = "", password: Any = "", domain: str = "") -> NetworkCredential:
        return NetworkCredential(user_name, password, domain)

    @prop("string Domain {get;set}")
    def domain(self) -> str:
        return self._domain

    @domain.setter
    def set_domain(self, value: str) -> None:
        self._domain = value or ""

    @prop("string Password {get;set}")
    def password(self) -> str:
        return self._secret.reveal()

    @password.setter
    def set_password(self, value: str) -> None:
        self._secret = SecureString(value or "")

    @prop("securestring SecurePassword {get;set}")
    def secure_password(self) -> SecureString:
        return SecureString(self._secret.reveal())

    @secure_password.setter
    def set_secure_password(self, value: SecureString) -> None:
        self._secret = value.copy() if value is not None else SecureString()

    @prop("string UserName {get;set}")
    def user_name(self) -> str:
        return self._user_name

    @user_name.setter
    def set_user_name(self, value: str) -> None:
        self._user_name = value or ""

    @method("System.Net.NetworkCredential GetCredential(uri uri, string authenticationType)")
    def get_credential(self, _uri: Any, _kind: str) -> NetworkCredential:
        return self


@net_class("System.Management.Automation.PSCredential", ps_name="pscredential")
class PSCredential:
    """System.Management.Automation.PSCredential: a user name (perhaps with a domain) and a secret."""

    __slots__ = ("_secret", "_user_name", "ps_members")

    def __init__(self, user_name: str, password: SecureString) -> None:
        self._user_name = user_name
        self._secret = password
        self.ps_members: Any = None

    def __repr__(self) -> str:
        return f"PSCredential({self._user_name!r}, ***)"

    def ps_text(self) -> str:
        return "System.Management.Automation.PSCredential"

    to_string = ps_text

    @constructor("(string userName, securestring password)")
    @staticmethod
    def create(user_name: str, password: SecureString) -> PSCredential:
        if not user_name:
            raise automation_argument("A user name is required.", "userName")
        if password is None:
            raise automation_argument("A password is required.", "password", null=True)
        return PSCredential(user_name, password)

    @constructor("(psobject pso)")
    @staticmethod
    def from_object(pso: Any) -> PSCredential:
        from spshell.dotnet.reflection.members import get_property

        if pso is None:
            raise argument_null("pso")
        return PSCredential(get_property(pso, "UserName"), get_property(pso, "Password"))

    @prop("string UserName {get}")
    def user_name(self) -> Any:
        return self._user_name or None

    @prop("securestring Password {get}")
    def password(self) -> SecureString:
        return self._secret

    @prop("static pscredential Empty {get}")
    @staticmethod
    def empty() -> Any:
        return PSCredential("", SecureString())

    @method("System.Net.NetworkCredential GetNetworkCredential()")
    def get_network_credential(self) -> Any:
        if not self._user_name:
            return None
        user, domain = _split_user_name(self._user_name)
        if not user:
            raise automation_argument(f"'{self._user_name}' is no user name.", "UserName")
        return NetworkCredential(user, self._secret, domain)

    @method("static System.Net.NetworkCredential op_Explicit(pscredential credential)")
    @staticmethod
    def to_network(credential: PSCredential) -> Any:
        return None if credential is None else credential.get_network_credential()


def _split_user_name(name: str) -> tuple[str, str]:
    r"""User and domain of ``domain\user`` and of ``user@domain``; a mail address stays whole."""
    domain, backslash, user = name.partition("\\")
    if backslash:
        return user, domain
    at = name.rfind("@")
    if at >= 0 and (name.rfind(".") < at or name.find("@") != at):
        return name[:at], name[at + 1 :]
    return name, ""
