"""Hash algorithms and HMACs, at once or in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, invalid_operation
from spshell.values.declare import Members

if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_C = "System.Security.Cryptography."
_SIZES = {"SHA256": 256, "SHA1": 160, "MD5": 128, "SHA512": 512, "SHA384": 384}


class HashAlgorithm:
    """One algorithm; with a key it is an HMAC. ``parts`` is what came so far, ``result`` the last hash."""

    __slots__ = ("key", "name", "net_type", "parts", "result")

    def __init__(self, name: str, net_type: NetType, key: bytes | None = None) -> None:
        self.name = name
        self.net_type = net_type
        self.key = key
        self.parts = b""
        self.result: bytes | None = None

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
        self.result = self.digest(to_bytes(data) if isinstance(data, list) else data.read_rest())
        return byte_array(self.result)

    def compute_part(self, data: Any, offset: int, count: int) -> Any:
        """The hash of some of the bytes."""
        return self.compute(data[offset : offset + count])

    def take(self, data: Any, offset: int, count: int, *_target: Any) -> int:
        """One more part of the data."""
        self.parts += to_bytes(data[offset : offset + count])
        return count

    def finish(self, data: Any, offset: int, count: int) -> Any:
        """The last part; the hash is ready then."""
        part = data[offset : offset + count]
        self.take(data, offset, count)
        self.result = self.digest(self.parts)
        self.parts = b""
        return byte_array(to_bytes(part))

    def hash(self) -> Any:
        """The hash that was computed last."""
        if self.result is None:
            raise invalid_operation("The hash has not been computed.")
        return byte_array(self.result)


BASE = Members()
define(_C + "HashAlgorithm", BASE, interfaces=("System.IDisposable",), kind="abstract")
BASE.prop("byte[] Hash {get}")(lambda value: value.hash())
BASE.prop("bool CanReuseTransform {get}")(lambda _value: True)
BASE.prop("bool CanTransformMultipleBlocks {get}")(lambda _value: True)
BASE.method("byte[] ComputeHash(byte[] buffer)", "byte[] ComputeHash(System.IO.Stream inputStream)")(
    lambda value, data: value.compute(data)
)
BASE.method("byte[] ComputeHash(byte[] buffer, int offset, int count)")(HashAlgorithm.compute_part)
BASE.method(
    "int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer,"
    " int outputOffset)"
)(HashAlgorithm.take)
BASE.method("byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)")(
    HashAlgorithm.finish
)
BASE.method("void Initialize()")(lambda value: setattr(value, "parts", b""))
BASE.method("void Clear()")(lambda _value: None)
BASE.method("void Dispose()")(lambda _value: None)


@BASE.method(f"static {_C}HashAlgorithm Create(string hashName)")
def create(name: str | None) -> Any:
    """An algorithm by name; null for an unknown one."""
    if name is None:
        raise argument_null("hashName")
    short = name.rpartition(".")[2].upper().replace("-", "")
    if short not in _SIZES:
        return None
    managed = define(f"{_C}{short}Managed", base=f"{_C}{short}")
    return HashAlgorithm(short.lower(), managed)


def _declare(name: str, algorithm: str, size: int) -> None:
    members = Members()
    net_type = define(_C + name, members, base=_C + "HashAlgorithm", kind="abstract")
    made = HashAlgorithm(algorithm, net_type)
    members.method(f"static {_C}{name} Create()")(lambda: HashAlgorithm(algorithm, net_type))
    members.method(
        "static byte[] HashData(byte[] source)", "static byte[] HashData(System.IO.Stream source)"
    )(made.compute)
    _shared(members, size)


def _shared(members: Members, size: int) -> None:
    members.prop("int HashSize {get}")(lambda _value: size)


def _declare_hmac(name: str, algorithm: str, size: int) -> None:
    members = Members()
    net_type = define(_C + name, members, base=_C + "HMAC")
    members.constructor("()", "(byte[] key)")(
        lambda key=None: HashAlgorithm(algorithm, net_type, _new_key() if key is None else to_bytes(key))
    )
    members.method("static byte[] HashData(byte[] key, byte[] source)")(
        lambda key, data: HashAlgorithm(algorithm, net_type, to_bytes(key)).compute(data)
    )
    members.prop("string HashName {get}")(lambda _value: algorithm.upper())
    _shared(members, size)


def _new_key() -> bytes:
    import secrets

    return secrets.token_bytes(64)


_HMAC = Members()
_HMAC.prop("byte[] Key {get;set}")(lambda value: byte_array(value.key))
_HMAC.setter("Key")(lambda value, key: setattr(value, "key", to_bytes(key)))
define(_C + "HMAC", _HMAC, base=_C + "HashAlgorithm", kind="abstract")
for _name, _size in _SIZES.items():
    _declare(_name, _name.lower(), _size)
    _declare_hmac("HMAC" + _name, _name.lower(), _size)
