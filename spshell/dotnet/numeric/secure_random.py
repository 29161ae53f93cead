"""Random bytes for secrets, and keys made of passwords."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range, thrown
from spshell.values.declare import constructor, method, net_class, prop

_C = "System.Security.Cryptography."


@net_class(_C + "RandomNumberGenerator", kind="abstract", interfaces=("System.IDisposable",))
class RandomNumberGenerator:
    """The system's source of secrets."""

    @method(f"static {_C}RandomNumberGenerator Create()")
    @staticmethod
    def create() -> RandomNumberGenerator:
        return RandomNumberGenerator()

    @method("void GetBytes(byte[] data)", "void GetBytes(byte[] data, int offset, int count)")
    def fill(self, data: Any, offset: int = 0, count: int | None = None) -> None:
        import secrets

        if data is None:
            raise argument_null("data")
        size = len(data) - offset if count is None else count
        if offset < 0 or size < 0 or offset + size > len(data):
            raise bad_argument("Offset and count must describe a place inside the array.")
        data[offset : offset + size] = byte_array(secrets.token_bytes(size))

    @method("static byte[] GetBytes(int count)")
    @staticmethod
    def get_bytes(count: int) -> Any:
        import secrets

        if count < 0:
            raise out_of_range("count", count)
        return byte_array(secrets.token_bytes(count))

    @method("static int GetInt32(int toExclusive)", "static int GetInt32(int fromInclusive, int toExclusive)")
    @staticmethod
    def get_int32(first: int, last: int | None = None) -> int:
        import secrets

        low, high = (0, first) if last is None else (first, last)
        if low >= high:
            if last is None:
                raise out_of_range("toExclusive", high)
            raise bad_argument("The range of numbers is empty.")
        return low + secrets.randbelow(high - low)

    @method("static string GetHexString(int stringLength, bool lowercase = False)")
    @staticmethod
    def get_hex_string(length: int, lowercase: bool = False) -> str:
        import secrets

        if length < 0:
            raise out_of_range("stringLength", length)
        text = secrets.token_hex(length)[:length]
        return text if lowercase else text.upper()

    @method("void GetNonZeroBytes(byte[] data)")
    def fill_nonzero(self, data: Any) -> None:
        import secrets

        data[:] = byte_array(1 + secrets.randbelow(255) for _ in data)

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held."""


@net_class(_C + "HashAlgorithmName", base="System.ValueType", kind="struct", is_value_type=True)
class HashAlgorithmName:
    """The name of a hash algorithm."""

    __slots__ = ("text",)

    def __init__(self, text: str | None) -> None:
        self.text = text

    @constructor("(string name)")
    @staticmethod
    def create(name: str | None) -> HashAlgorithmName:
        return HashAlgorithmName(name)

    @prop("string Name {get}")
    def name(self) -> Any:
        return self.text

    def ps_text(self) -> str:
        return self.text or ""

    to_string = ps_text


def _named(name: str) -> None:
    getter = prop(f"static {_C}HashAlgorithmName {name} {{get}}")(lambda: HashAlgorithmName(name))
    setattr(HashAlgorithmName, "fixed_" + name.lower(), getter)


for _name in ("MD5", "SHA1", "SHA256", "SHA384", "SHA512"):
    _named(_name)


@net_class(_C + "Rfc2898DeriveBytes", interfaces=("System.IDisposable",))
class Rfc2898DeriveBytes:
    """PBKDF2 (RFC 8018): bytes of a key from a password, one after the other."""

    def __init__(self, password: bytes, salt: bytes, iterations: int, algorithm: str) -> None:
        self.password = password
        self.salt_bytes = salt
        self.iterations = iterations
        self.algorithm = algorithm
        self.taken = 0
        self.ps_members: Any = None

    @constructor(
        "(string password, byte[] salt)",
        "(string password, byte[] salt, int iterations)",
        f"(string password, byte[] salt, int iterations, {_C}HashAlgorithmName hashAlgorithm)",
        "(byte[] password, byte[] salt, int iterations)",
        f"(byte[] password, byte[] salt, int iterations, {_C}HashAlgorithmName hashAlgorithm)",
    )
    @staticmethod
    def create(password: Any, salt: Any, iterations: int = 1000, algorithm: Any = None) -> Rfc2898DeriveBytes:
        if password is None:
            raise argument_null("password")
        if salt is None:
            raise argument_null("salt")
        if iterations <= 0:
            raise out_of_range("iterations", iterations)
        secret = password.encode() if isinstance(password, str) else to_bytes(password)
        return Rfc2898DeriveBytes(secret, to_bytes(salt), iterations, _algorithm(algorithm))

    @method("byte[] GetBytes(int cb)")
    def get_bytes(self, count: int) -> Any:
        import hashlib

        if count <= 0:
            raise out_of_range("cb", count)
        end = self.taken + count
        stream = hashlib.pbkdf2_hmac(self.algorithm, self.password, self.salt_bytes, self.iterations, end)
        found = stream[self.taken : end]
        self.taken = end
        return byte_array(found)

    @method(
        "static byte[] Pbkdf2(string password, byte[] salt, int iterations,"
        f" {_C}HashAlgorithmName hashAlgorithm, int outputLength)",
        "static byte[] Pbkdf2(byte[] password, byte[] salt, int iterations,"
        f" {_C}HashAlgorithmName hashAlgorithm, int outputLength)",
    )
    @staticmethod
    def pbkdf2(password: Any, salt: Any, iterations: int, algorithm: Any, length: int) -> Any:
        made: Rfc2898DeriveBytes = Rfc2898DeriveBytes.create(password, salt, iterations, algorithm)
        return made.get_bytes(length)

    @prop("int IterationCount {get}")
    def iteration_count(self) -> int:
        return self.iterations

    @prop("byte[] Salt {get}")
    def salt(self) -> Any:
        return byte_array(self.salt_bytes)

    @method("void Reset()")
    def reset(self) -> None:
        self.taken = 0

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held."""


def _algorithm(name: Any) -> str:
    text = "SHA1" if name is None else name.ps_text()
    if text.upper() not in ("SHA1", "SHA256", "SHA384", "SHA512"):
        raise thrown(_C + "CryptographicException", "Invalid", f"'{text}' is no known hash algorithm.")
    return str(text).lower()
