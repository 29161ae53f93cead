"""System.Security.Cryptography.Aes: encryption with a secret key."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null, thrown
from spshell.values.declare import method, net_class, prop

_C = "System.Security.Cryptography."


def _fault(sentence: str) -> Exception:
    return thrown(_C + "CryptographicException", "Invalid", sentence)


@net_class(_C + "SymmetricAlgorithm", kind="abstract", interfaces=("System.IDisposable",))
class SymmetricAlgorithm:
    """The base of algorithms with one key."""


@net_class(_C + "Aes", kind="abstract")
class Aes(SymmetricAlgorithm):
    """AES in CBC or ECB mode."""

    def __init__(self) -> None:
        import secrets

        self.key_bytes = secrets.token_bytes(32)
        self.vector = secrets.token_bytes(16)
        self.mode_name = "CBC"
        self.padding_name = "PKCS7"
        self.ps_members: Any = None

    @method(f"static {_C}Aes Create()")
    @staticmethod
    def create() -> Aes:
        return Aes()

    @prop("byte[] Key {get;set}")
    def key(self) -> Any:
        return byte_array(self.key_bytes)

    @key.setter
    def set_key(self, value: Any) -> None:
        if value is None:
            raise argument_null("value")
        if len(value) not in (16, 24, 32):
            raise _fault(f"A key of {len(value) * 8} bits is not valid for this algorithm.")
        self.key_bytes = to_bytes(value)

    @prop("byte[] IV {get;set}")
    def initialization_vector(self) -> Any:
        return byte_array(self.vector)

    @initialization_vector.setter
    def set_vector(self, value: Any) -> None:
        if value is None:
            raise argument_null("value")
        if len(value) != 16:
            raise _fault("The initialization vector must be as long as a block, 16 bytes.")
        self.vector = to_bytes(value)

    @prop("int KeySize {get;set}")
    def key_size(self) -> int:
        return len(self.key_bytes) * 8

    @key_size.setter
    def set_key_size(self, value: int) -> None:
        import secrets

        if value not in (128, 192, 256):
            raise _fault(f"A key of {value} bits is not valid for this algorithm.")
        self.key_bytes = secrets.token_bytes(value // 8)

    @prop("int BlockSize {get}")
    def block_size(self) -> int:
        return 128

    @prop(f"{_C}CipherMode Mode {{get;set}}")
    def mode(self) -> Any:
        return enum_value(_C + "CipherMode", self.mode_name)

    @mode.setter
    def set_mode(self, value: Any) -> None:
        if value.name not in ("CBC", "ECB"):
            raise _fault(f"The mode {value.name} is not supported.")
        self.mode_name = value.name

    @prop(f"{_C}PaddingMode Padding {{get;set}}")
    def padding(self) -> Any:
        return enum_value(_C + "PaddingMode", self.padding_name)

    @padding.setter
    def set_padding(self, value: Any) -> None:
        self.padding_name = value.name

    @method("void GenerateKey()")
    def generate_key(self) -> None:
        self.set_key_size(self.key_size)

    @method("void GenerateIV()")
    def generate_vector(self) -> None:
        import secrets

        self.vector = secrets.token_bytes(16)

    @method(
        f"{_C}ICryptoTransform CreateEncryptor()",
        f"{_C}ICryptoTransform CreateEncryptor(byte[] rgbKey, byte[] rgbIV)",
    )
    def create_encryptor(self, key: Any = None, vector: Any = None) -> CryptoTransform:
        return self._transform(key, vector, encrypts=True)

    @method(
        f"{_C}ICryptoTransform CreateDecryptor()",
        f"{_C}ICryptoTransform CreateDecryptor(byte[] rgbKey, byte[] rgbIV)",
    )
    def create_decryptor(self, key: Any = None, vector: Any = None) -> CryptoTransform:
        return self._transform(key, vector, encrypts=False)

    def _transform(self, key: Any, vector: Any, *, encrypts: bool) -> CryptoTransform:
        secret = self.key_bytes if key is None else to_bytes(key)
        start = self.vector if vector is None else to_bytes(vector)
        return CryptoTransform(secret, start, self.mode_name, self.padding_name, encrypts=encrypts)

    @method(
        "byte[] EncryptCbc(byte[] plaintext, byte[] iv)",
        f"byte[] EncryptCbc(byte[] plaintext, byte[] iv, {_C}PaddingMode paddingMode)",
    )
    def encrypt_cbc(self, data: Any, vector: Any, padding: Any = None) -> Any:
        name = "PKCS7" if padding is None else padding.name
        transform = CryptoTransform(self.key_bytes, to_bytes(vector), "CBC", name, encrypts=True)
        return byte_array(transform.run(to_bytes(data)))

    @method(
        "byte[] DecryptCbc(byte[] ciphertext, byte[] iv)",
        f"byte[] DecryptCbc(byte[] ciphertext, byte[] iv, {_C}PaddingMode paddingMode)",
    )
    def decrypt_cbc(self, data: Any, vector: Any, padding: Any = None) -> Any:
        name = "PKCS7" if padding is None else padding.name
        transform = CryptoTransform(self.key_bytes, to_bytes(vector), "CBC", name, encrypts=False)
        return byte_array(transform.run(to_bytes(data)))

    @method("void Dispose()", "void Clear()")
    def dispose(self) -> None:
        """The keys go with the object."""


@net_class(_C + "CryptoTransform", interfaces=(_C + "ICryptoTransform", "System.IDisposable"))
class CryptoTransform:
    """One encryption or decryption."""

    def __init__(self, key: bytes, vector: bytes, mode: str, padding: str, *, encrypts: bool) -> None:
        self.key = key
        self.vector = vector
        self.mode = mode
        self.padding = padding
        self.encrypts = encrypts

    @method("byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)")
    def transform_final_block(self, data: Any, offset: int, count: int) -> Any:
        return byte_array(self.run(to_bytes(data[offset : offset + count])))

    def run(self, data: bytes) -> bytes:
        """The whole text, encrypted or decrypted; raises CryptographicException."""
        from cryptography.hazmat.primitives.ciphers import Cipher, modes
        from cryptography.hazmat.primitives.ciphers.algorithms import AES

        mode = modes.ECB() if self.mode == "ECB" else modes.CBC(self.vector)  # noqa: S305 - as .NET offers it
        cipher: Any = Cipher(AES(self.key), mode)
        try:
            if self.encrypts:
                worker = cipher.encryptor()
                return bytes(worker.update(self._padded(data)) + worker.finalize())
            worker = cipher.decryptor()
            return self._unpadded(bytes(worker.update(data) + worker.finalize()))
        except ValueError:
            raise _fault("The data is no whole number of blocks.") from None

    def _padded(self, data: bytes) -> bytes:
        missing = 16 - len(data) % 16
        if self.padding == "PKCS7":
            return data + bytes([missing]) * missing
        if self.padding == "Zeros":
            return data + bytes(missing % 16)
        if self.padding == "ANSIX923":
            return data + bytes(missing - 1) + bytes([missing])
        return data

    def _unpadded(self, data: bytes) -> bytes:
        if self.padding not in ("PKCS7", "ANSIX923", "ISO10126") or not data:
            return data
        count = data[-1]
        if not 1 <= count <= 16 or (self.padding == "PKCS7" and data[-count:] != bytes([count]) * count):
            raise _fault("The padding is not valid and cannot be removed.")
        return data[:-count]

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held."""
