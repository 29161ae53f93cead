"""The .NET types that belong to the value model itself, and the type accelerators.

Source: about_Type_Accelerators; ``facts`` of a real session for base types and interfaces.
"""

from __future__ import annotations

from spshell.values.hashtable import Hashtable, OrderedDictionary, OrderedHashtable
from spshell.values.nettype import ACCELERATORS, LAZY_CLASSES, NetType, register
from spshell.values.nothing import Nothing
from spshell.values.numbers import (
    BigInteger,
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
)
from spshell.values.objects import PSCustomObject

_NUMBER = ("System.IComparable", "System.IConvertible", "System.IFormattable", "System.ISpanFormattable")
_LIST = (
    "System.Collections.IList",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
    "System.ICloneable",
)
_DICTIONARY = (
    "System.Collections.IDictionary",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
    "System.ICloneable",
)

OBJECT = register(NetType("System.Object", ps_name="System.Object"))
VALUE_TYPE = register(NetType("System.ValueType", base=OBJECT, kind="abstract"))
ENUM = register(
    NetType(
        "System.Enum",
        base=VALUE_TYPE,
        kind="abstract",
        interfaces=("System.IComparable", "System.IFormattable", "System.IConvertible"),
    )
)


def _struct(
    full_name: str, ps_name: str, python_type: type | None, default: object, interfaces: tuple[str, ...]
) -> NetType:
    return register(
        NetType(
            full_name,
            ps_name=ps_name,
            base=VALUE_TYPE,
            python_type=python_type,
            kind="struct",
            is_value_type=True,
            default=default,
            interfaces=(
                *interfaces,
                f"System.IComparable`1[{full_name}]",
                f"System.IEquatable`1[{full_name}]",
            )
            if interfaces
            else (),
        )
    )


def _class(
    full_name: str,
    ps_name: str | None = None,
    python_type: type | None = None,
    interfaces: tuple[str, ...] = (),
    base: NetType = OBJECT,
    kind: str = "class",
) -> NetType:
    return register(
        NetType(
            full_name, ps_name=ps_name, base=base, python_type=python_type, interfaces=interfaces, kind=kind
        )
    )


BOOLEAN = _struct("System.Boolean", "bool", bool, False, ("System.IComparable", "System.IConvertible"))
CHAR = _struct("System.Char", "char", Char, Char("\0"), _NUMBER)
SBYTE = _struct("System.SByte", "sbyte", SByte, SByte(0), _NUMBER)
BYTE = _struct("System.Byte", "byte", Byte, Byte(0), _NUMBER)
INT16 = _struct("System.Int16", "short", Int16, Int16(0), _NUMBER)
UINT16 = _struct("System.UInt16", "ushort", UInt16, UInt16(0), _NUMBER)
INT32 = _struct("System.Int32", "int", int, 0, _NUMBER)
UINT32 = _struct("System.UInt32", "uint", UInt32, UInt32(0), _NUMBER)
INT64 = _struct("System.Int64", "long", Int64, Int64(0), _NUMBER)
UINT64 = _struct("System.UInt64", "ulong", UInt64, UInt64(0), _NUMBER)
SINGLE = _struct("System.Single", "float", Single, Single(0.0), _NUMBER)
DOUBLE = _struct("System.Double", "double", float, 0.0, _NUMBER)
DECIMAL = _struct("System.Decimal", "decimal", None, 0, _NUMBER)
BIG_INTEGER = _struct(
    "System.Numerics.BigInteger",
    "bigint",
    BigInteger,
    BigInteger(0),
    ("System.IComparable", "System.IFormattable"),
)
NULLABLE = _struct("System.Nullable`1", "System.Nullable`1[T]", None, None, ())
VOID = _struct("System.Void", "void", None, None, ())

STRING = _class(
    "System.String",
    "string",
    str,
    (
        "System.IComparable",
        "System.Collections.IEnumerable",
        "System.IConvertible",
        "System.Collections.Generic.IEnumerable`1[System.Char]",
        "System.IComparable`1[System.String]",
        "System.IEquatable`1[System.String]",
        "System.ICloneable",
    ),
)
ARRAY = _class("System.Array", "array", None, _LIST, kind="abstract")
OBJECT_ARRAY = register(
    NetType(
        "System.Object[]",
        name="Object[]",
        ps_name="System.Object[]",
        base=ARRAY,
        python_type=list,
        kind="array",
        element=OBJECT,
        interfaces=(
            "System.Collections.Generic.IList`1[System.Object]",
            "System.Collections.Generic.ICollection`1[System.Object]",
            "System.Collections.Generic.IEnumerable`1[System.Object]",
        ),
    )
)
HASHTABLE = _class("System.Collections.Hashtable", "hashtable", Hashtable, _DICTIONARY)
ORDERED_HASHTABLE = _class(
    "System.Management.Automation.OrderedHashtable", None, OrderedHashtable, base=HASHTABLE
)
ORDERED = _class(
    "System.Collections.Specialized.OrderedDictionary",
    "ordered",
    OrderedDictionary,
    (
        "System.Collections.Specialized.IOrderedDictionary",
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
    ),
)
PSOBJECT = _class(
    "System.Management.Automation.PSObject", "psobject", None, ("System.IFormattable", "System.IComparable")
)
CUSTOM_OBJECT = _class("System.Management.Automation.PSCustomObject", "PSCustomObject", PSCustomObject)
SCRIPT_BLOCK = _class("System.Management.Automation.ScriptBlock", "scriptblock")
MEMBER_INFO = _class("System.Reflection.MemberInfo", kind="abstract")
TYPE = _class("System.Type", "type", None, base=MEMBER_INFO, kind="abstract")
# PowerShell names a type that scripts cannot name by its assembly.
RUNTIME_TYPE = _class(
    "System.RuntimeType",
    "System.RuntimeType, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, "
    "PublicKeyToken=7cec85d7bea7798e",
    NetType,
    base=TYPE,
)
AUTOMATION_NULL = _class("System.Management.Automation.Internal.AutomationNull", None, Nothing)
DELEGATE = _class("System.Delegate", kind="abstract")
MULTICAST_DELEGATE = _class("System.MulticastDelegate", base=DELEGATE, kind="abstract")

LAZY_CLASSES[("decimal", "Decimal")] = "system.decimal"

for _name in (
    "System.IComparable",
    "System.IConvertible",
    "System.IFormattable",
    "System.ISpanFormattable",
    "System.ICloneable",
    "System.IDisposable",
    "System.IFormatProvider",
    "System.Collections.IEnumerable",
    "System.Collections.IEnumerator",
    "System.Collections.ICollection",
    "System.Collections.IList",
    "System.Collections.IDictionary",
    "System.Collections.IComparer",
    "System.Collections.IEqualityComparer",
    "System.Collections.Specialized.IOrderedDictionary",
    "System.IEquatable`1",
    "System.IComparable`1",
    *(
        f"System.Management.Automation.{_own}"
        for _own in (
            "IValidateSetValuesGenerator", "IArgumentCompleter", "IArgumentCompleterFactory", "IDynamicParameters",
        )
    ),
    *(
        f"System.Collections.Generic.{_generic}"
        for _generic in (
            "IEnumerable`1", "IEnumerator`1", "ICollection`1", "IList`1", "IReadOnlyCollection`1", "IReadOnlyList`1",
            "ISet`1", "IComparer`1", "IEqualityComparer`1", "IDictionary`2", "IReadOnlyDictionary`2",
        )
    ),
):  # fmt: skip
    register(NetType(_name, kind="interface"))

_SMA = "System.Management.Automation."

ACCELERATORS.update(
    {
        "alias": _SMA + "AliasAttribute",
        "allowemptycollection": _SMA + "AllowEmptyCollectionAttribute",
        "allowemptystring": _SMA + "AllowEmptyStringAttribute",
        "allownull": _SMA + "AllowNullAttribute",
        "argumentcompleter": _SMA + "ArgumentCompleterAttribute",
        "argumentcompletions": _SMA + "ArgumentCompletionsAttribute",
        "array": "System.Array",
        "bigint": "System.Numerics.BigInteger",
        "bool": "System.Boolean",
        "byte": "System.Byte",
        "char": "System.Char",
        "cimclass": "Microsoft.Management.Infrastructure.CimClass",
        "cimconverter": "Microsoft.Management.Infrastructure.CimConverter",
        "ciminstance": "Microsoft.Management.Infrastructure.CimInstance",
        "cimsession": "Microsoft.Management.Infrastructure.CimSession",
        "cimtype": "Microsoft.Management.Infrastructure.CimType",
        "cmdletbinding": _SMA + "CmdletBindingAttribute",
        "cultureinfo": "System.Globalization.CultureInfo",
        "datetime": "System.DateTime",
        "decimal": "System.Decimal",
        "double": "System.Double",
        "dsclocalconfigurationmanager": _SMA + "DscLocalConfigurationManagerAttribute",
        "dscproperty": _SMA + "DscPropertyAttribute",
        "dscresource": _SMA + "DscResourceAttribute",
        "experimentaction": _SMA + "ExperimentAction",
        "experimental": _SMA + "ExperimentalAttribute",
        "experimentalfeature": _SMA + "ExperimentalFeature",
        "float": "System.Single",
        "guid": "System.Guid",
        "hashtable": "System.Collections.Hashtable",
        "initialsessionstate": _SMA + "Runspaces.InitialSessionState",
        "int": "System.Int32",
        "int16": "System.Int16",
        "int32": "System.Int32",
        "int64": "System.Int64",
        "ipaddress": "System.Net.IPAddress",
        "ipendpoint": "System.Net.IPEndPoint",
        "long": "System.Int64",
        "mailaddress": "System.Net.Mail.MailAddress",
        "norunspaceaffinity": _SMA + "Language.NoRunspaceAffinityAttribute",
        "nullstring": _SMA + "Language.NullString",
        "objectsecurity": "System.Security.AccessControl.ObjectSecurity",
        "ordered": "System.Collections.Specialized.OrderedDictionary",
        "outputtype": _SMA + "OutputTypeAttribute",
        "parameter": _SMA + "ParameterAttribute",
        "physicaladdress": "System.Net.NetworkInformation.PhysicalAddress",
        "powershell": _SMA + "PowerShell",
        "psaliasproperty": _SMA + "PSAliasProperty",
        "pscredential": _SMA + "PSCredential",
        "pscustomobject": _SMA + "PSObject",
        "psdefaultvalue": _SMA + "PSDefaultValueAttribute",
        "pslistmodifier": _SMA + "PSListModifier",
        "psmoduleinfo": _SMA + "PSModuleInfo",
        "psnoteproperty": _SMA + "PSNoteProperty",
        "psobject": _SMA + "PSObject",
        "psprimitivedictionary": _SMA + "PSPrimitiveDictionary",
        "pspropertyexpression": "Microsoft.PowerShell.Commands.PSPropertyExpression",
        "psscriptmethod": _SMA + "PSScriptMethod",
        "psscriptproperty": _SMA + "PSScriptProperty",
        "pstypenameattribute": _SMA + "PSTypeNameAttribute",
        "psvariable": _SMA + "PSVariable",
        "psvariableproperty": _SMA + "PSVariableProperty",
        "ref": _SMA + "PSReference",
        "regex": "System.Text.RegularExpressions.Regex",
        "runspace": _SMA + "Runspaces.Runspace",
        "runspacefactory": _SMA + "Runspaces.RunspaceFactory",
        "sbyte": "System.SByte",
        "scriptblock": _SMA + "ScriptBlock",
        "securestring": "System.Security.SecureString",
        "semver": _SMA + "SemanticVersion",
        "short": "System.Int16",
        "single": "System.Single",
        "string": "System.String",
        "supportswildcards": _SMA + "SupportsWildcardsAttribute",
        "switch": _SMA + "SwitchParameter",
        "timespan": "System.TimeSpan",
        "type": "System.Type",
        "uint": "System.UInt32",
        "uint16": "System.UInt16",
        "uint32": "System.UInt32",
        "uint64": "System.UInt64",
        "ulong": "System.UInt64",
        "uri": "System.Uri",
        "ushort": "System.UInt16",
        "validatecount": _SMA + "ValidateCountAttribute",
        "validatedrive": _SMA + "ValidateDriveAttribute",
        "validatelength": _SMA + "ValidateLengthAttribute",
        "validatenotnull": _SMA + "ValidateNotNullAttribute",
        "validatenotnullorempty": _SMA + "ValidateNotNullOrEmptyAttribute",
        "validatenotnullorwhitespace": _SMA + "ValidateNotNullOrWhiteSpaceAttribute",
        "validatepattern": _SMA + "ValidatePatternAttribute",
        "validaterange": _SMA + "ValidateRangeAttribute",
        "validatescript": _SMA + "ValidateScriptAttribute",
        "validateset": _SMA + "ValidateSetAttribute",
        "validatetrusteddata": _SMA + "ValidateTrustedDataAttribute",
        "validateuserdrive": _SMA + "ValidateUserDriveAttribute",
        "version": "System.Version",
        "void": "System.Void",
        "wildcardpattern": _SMA + "WildcardPattern",
        "x500distinguishedname": "System.Security.Cryptography.X509Certificates.X500DistinguishedName",
        "x509certificate": "System.Security.Cryptography.X509Certificates.X509Certificate",
        "xml": "System.Xml.XmlDocument",
    }
)
