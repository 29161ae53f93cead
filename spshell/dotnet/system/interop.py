"""System.Runtime.InteropServices: secrets as memory (Marshal), and what the process runs on."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.numeric.native_integers import IntPtr
from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.values.declare import method, net_class, prop

_R = "System.Runtime.InteropServices."
_SIZES = {
    "SByte": 1, "Byte": 1, "Char": 1, "Int16": 2, "UInt16": 2, "Int32": 4, "UInt32": 4, "Single": 4, "Boolean": 4,
    "Int64": 8, "UInt64": 8, "Double": 8, "IntPtr": 8, "UIntPtr": 8, "Decimal": 16, "Guid": 16,
}  # fmt: skip
"""Bytes of a value as other programs see it."""


class _Memory(IntPtr):
    """A pointer to a copy of a text; freeing it forgets the text."""

    __slots__ = ("held",)

    def __init__(self, text: str) -> None:
        super().__init__(id(text))
        self.held: str | None = text


@net_class(_R + "Marshal", kind="static")
class Marshal:
    """The text of a SecureString by way of unmanaged memory, as scripts are used to get it."""

    @method("static System.IntPtr SecureStringToBSTR(securestring s)")
    @staticmethod
    def to_bstr(secret: Any) -> IntPtr:
        if secret is None:
            raise argument_null("s")
        return _Memory(secret.reveal())

    @method("static System.IntPtr SecureStringToGlobalAllocUnicode(securestring s)")
    @staticmethod
    def to_global_unicode(secret: Any) -> Any:
        return Marshal.to_bstr(secret)

    @method("static System.IntPtr SecureStringToCoTaskMemUnicode(securestring s)")
    @staticmethod
    def to_task_unicode(secret: Any) -> Any:
        return Marshal.to_bstr(secret)

    @method("static System.IntPtr StringToBSTR(string s)")
    @staticmethod
    def string_to_bstr(text: str | None) -> IntPtr:
        return IntPtr(0) if text is None else _Memory(text)

    @method("static string PtrToStringBSTR(System.IntPtr ptr)")
    @staticmethod
    def from_bstr(pointer: IntPtr) -> str:
        if not pointer.number:
            raise argument_null("ptr")
        return getattr(pointer, "held", None) or ""

    @method("static string PtrToStringUni(System.IntPtr ptr)")
    @staticmethod
    def from_unicode(pointer: IntPtr) -> Any:
        held = getattr(pointer, "held", None)
        return None if held is None else held.partition("\0")[0]

    @method("static string PtrToStringAuto(System.IntPtr ptr)")
    @staticmethod
    def from_auto(pointer: IntPtr) -> Any:
        # Off Windows this reads UTF-8, which ends at the first zero byte of UTF-16.
        held = getattr(pointer, "held", None)
        if held is None:
            return None
        return held.encode("utf-16-le").partition(b"\0")[0].decode("utf-8", "replace")

    @method("static int SizeOf(type t)")
    @staticmethod
    def size_of(net_type: Any) -> int:
        size = _SIZES.get(net_type.name)
        if size is None:
            raise bad_argument(f"The type '{net_type.full_name}' has no size in memory outside .NET.", "t")
        return size

    @method("static void ZeroFreeBSTR(System.IntPtr s)")
    @staticmethod
    def zero_free_bstr(pointer: IntPtr) -> None:
        if isinstance(pointer, _Memory):
            pointer.held = None

    @method("static void ZeroFreeGlobalAllocUnicode(System.IntPtr s)")
    @staticmethod
    def zero_free_global(pointer: IntPtr) -> None:
        Marshal.zero_free_bstr(pointer)

    @method("static void ZeroFreeCoTaskMemUnicode(System.IntPtr s)")
    @staticmethod
    def zero_free_task(pointer: IntPtr) -> None:
        Marshal.zero_free_bstr(pointer)

    @method("static void FreeBSTR(System.IntPtr ptr)")
    @staticmethod
    def free_bstr(pointer: IntPtr) -> None:
        Marshal.zero_free_bstr(pointer)


@net_class(_R + "OSPlatform", base="System.ValueType", kind="struct", is_value_type=True)
class OSPlatform:
    """An operating system by name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    @method("static System.Runtime.InteropServices.OSPlatform Create(string osPlatform)")
    @staticmethod
    def create(name: str | None) -> OSPlatform:
        if name is None:
            raise argument_null("osPlatform")
        return OSPlatform(name)

    @prop("static System.Runtime.InteropServices.OSPlatform Linux {get}")
    @staticmethod
    def linux() -> OSPlatform:
        return OSPlatform("LINUX")

    @prop("static System.Runtime.InteropServices.OSPlatform Windows {get}")
    @staticmethod
    def windows() -> OSPlatform:
        return OSPlatform("WINDOWS")

    @prop("static System.Runtime.InteropServices.OSPlatform OSX {get}")
    @staticmethod
    def osx() -> OSPlatform:
        return OSPlatform("OSX")

    @prop("static System.Runtime.InteropServices.OSPlatform FreeBSD {get}")
    @staticmethod
    def freebsd() -> OSPlatform:
        return OSPlatform("FREEBSD")

    def ps_text(self) -> str:
        return self.name

    to_string = ps_text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OSPlatform) and other.name.upper() == self.name.upper()

    def __hash__(self) -> int:
        return hash(self.name.upper())


@net_class(_R + "RuntimeInformation", kind="static")
class RuntimeInformation:
    """The system, its architecture and the framework."""

    @method("static bool IsOSPlatform(System.Runtime.InteropServices.OSPlatform osPlatform)")
    @staticmethod
    def is_os_platform(wanted: OSPlatform) -> bool:
        import sys

        names = {"linux": "LINUX", "win32": "WINDOWS", "darwin": "OSX"}
        return wanted.name.upper() == names.get(sys.platform, sys.platform.upper())

    @prop("static string OSDescription {get}")
    @staticmethod
    def os_description() -> str:
        import platform

        return f"{platform.system()} {platform.release()}"

    @prop("static string FrameworkDescription {get}")
    @staticmethod
    def framework_description() -> str:
        import platform

        return f"Python {platform.python_version()}"

    @prop("static System.Runtime.InteropServices.Architecture OSArchitecture {get}")
    @staticmethod
    def os_architecture() -> Any:
        return _architecture()

    @prop("static System.Runtime.InteropServices.Architecture ProcessArchitecture {get}")
    @staticmethod
    def process_architecture() -> Any:
        return _architecture()

    @prop("static string RuntimeIdentifier {get}")
    @staticmethod
    def runtime_identifier() -> str:
        import platform

        return f"{platform.system().lower()}-{str(_architecture().name).lower()}"


def _architecture() -> Any:
    import platform

    from spshell.dotnet.system.enumerations import enum_value

    names = {"x86_64": "X64", "amd64": "X64", "aarch64": "Arm64", "arm64": "Arm64", "i686": "X86"}
    return enum_value(_R + "Architecture", names.get(platform.machine().lower(), "X64"))
