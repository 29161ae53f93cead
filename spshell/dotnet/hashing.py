"""Hash algorithms: SHA256, SHA1, MD5, SHA512, SHA384, HMACSHA256."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.byte_arrays import byte_array, to_bytes
from spshell.dotnet.definitions import define
from spshell.dotnet.errors import argument_null
from spshell.values.declare import Members

if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_C = "System.Security.Cryptography."


class HashAlgorithm:
    """One algorithm; with a key it is an HMAC."""

    __slots__ = ("key", "name", "net_type")

    def __init__(self, name: str, net_type: NetType, key: bytes | None = None) -> None:
        self.name = name
        self.net_type = net_type
        self.key = key

    def digest(self, data: bytes) -> bytes:
        """The hash of bytes."""
        import hashlib
        import hmac

        if self.key is not None:
            return hmac.new(self.key, data, self.name).digest()
        return hashlib.new(self.name, data, usedforsecurity=False).digest()

    def compute(self, data: Any) -> Any:
        """The hash as byte[]; raises ArgumentNullException."""
        if data is None:
            raise argument_null("buffer")
        return byte_array(self.digest(to_bytes(data) if isinstance(data, list) else data.read_rest()))


def _declare(name: str, algorithm: str, size: int) -> None:
    members = Members()
    net_type = define(_C + name, members, interfaces=("System.IDisposable",), kind="abstract")
    made = HashAlgorithm(algorithm, net_type)
    members.method(f"static {_C}{name} Create()")(lambda: HashAlgorithm(algorithm, net_type))
    members.method("static byte[] HashData(byte[] source)")(made.compute)
    _shared(members, size)


def _shared(members: Members, size: int) -> None:
    members.prop("int HashSize {get}")(lambda _value: size)
    members.method("byte[] ComputeHash(byte[] buffer)", "byte[] ComputeHash(System.IO.Stream inputStream)")(
        lambda value, data: value.compute(data)
    )
    members.method("void Dispose()")(lambda _value: None)


def _declare_hmac(name: str, algorithm: str, size: int) -> None:
    members = Members()
    net_type = define(_C + name, members, interfaces=("System.IDisposable",))
    members.constructor("()", "(byte[] key)")(
        lambda key=None: HashAlgorithm(algorithm, net_type, b"\0" * 64 if key is None else to_bytes(key))
    )
    _shared(members, size)


for _name, _size in (("SHA256", 256), ("SHA1", 160), ("MD5", 128), ("SHA512", 512), ("SHA384", 384)):
    _declare(_name, _name.lower(), _size)
    _declare_hmac("HMAC" + _name, _name.lower(), _size)
