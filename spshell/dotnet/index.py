"""Which module declares a .NET type: folded full name -> module of this package."""

from __future__ import annotations

from spshell.values.hooks import TYPE_MODULES, TYPE_PREFIXES
from spshell.values.nettype import ACCELERATORS, BY_NAME
from spshell.values.type_relations import has_base

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_FAMILIES: dict[str, str] = {
    "objects": "System.Object System.ValueType System.Enum",
    "collections": (
        "System.Collections.ArrayList System.Collections.Generic.List`1 "
        "System.Collections.ObjectModel.Collection`1 "
        "System.Collections.ObjectModel.ReadOnlyCollection`1 "
        "System.Collections.Specialized.StringCollection"
    ),
    "timespans": "System.TimeSpan",
    "datetimes": "System.DateTime",
    "cultures": (
        "System.Globalization.CultureInfo System.Globalization.DateTimeFormatInfo "
        "System.Globalization.TextInfo"
    ),
    "calendars": (
        "System.Globalization.ISOWeek System.Globalization.GregorianCalendar System.Globalization.CompareInfo"
    ),
    "strings": "System.String",
    "numbers": (
        "System.Boolean System.SByte System.Byte System.Int16 System.UInt16 System.Int32 "
        "System.UInt32 System.Int64 System.UInt64 System.Single System.Double"
    ),
    "big_numbers": "System.Decimal System.Numerics.BigInteger",
    "mathematics": "System.Math",
    "tuples": (
        "System.Tuple System.ValueTuple System.Collections.DictionaryEntry "
        "System.Collections.Generic.KeyValuePair`2"
    ),
    "characters": "System.Char System.Text.Rune",
    "converter": "System.Convert",
    "ids": "System.Guid",
    "versions": "System.Version System.Management.Automation.SemanticVersion",
    "types": "System.Type System.RuntimeType System.Reflection.MemberInfo",
    "delegates": (
        "System.Delegate System.Action System.Text.RegularExpressions.MatchEvaluator System.EventHandler "
        "System.Predicate`1 System.Comparison`1 System.Converter`2 System.Action`1 System.Action`2 "
        "System.Action`3 System.Action`4 System.Func`1 System.Func`2 System.Func`3 System.Func`4 "
        "System.Func`5 System.Func`6 System.Func`7 System.Func`8 System.Func`9 System.Action`5 System.Action`6 "
        "System.Action`7 System.Action`8 System.EventHandler`1"
    ),
    "dictionaries": (
        "System.Management.Automation.OrderedHashtable "
        "System.Collections.Hashtable System.Collections.Specialized.OrderedDictionary "
        "System.StringComparer System.Collections.Generic.Dictionary`2 "
        "System.Collections.Generic.SortedDictionary`2 System.Collections.Generic.SortedList`2 "
        "System.Collections.Generic.OrderedDictionary`2 "
        "System.Collections.Concurrent.ConcurrentDictionary`2"
    ),
    "queues": (
        "System.Collections.Queue System.Collections.Stack System.Collections.Generic.Queue`1 "
        "System.Collections.Generic.Stack`1 System.Collections.Concurrent.ConcurrentQueue`1 "
        "System.Collections.Concurrent.ConcurrentStack`1 "
        "System.Collections.Concurrent.ConcurrentBag`1 System.Collections.Generic.LinkedList`1 "
        "System.Collections.Generic.HashSet`1 System.Collections.Generic.SortedSet`1"
    ),
    "wildcard_patterns": "System.Management.Automation.WildcardPattern",
    "xml_document": (
        "System.Xml.XmlNode System.Xml.XmlDocument System.Xml.XmlElement System.Xml.XmlAttribute "
        "System.Xml.XmlText System.Xml.XmlComment System.Xml.XmlCDataSection "
        "System.Xml.XmlDeclaration System.Xml.XmlNodeList System.Xml.XmlAttributeCollection "
        "System.Xml.XmlNamespaceManager System.Xml.XmlCharacterData "
        "System.Xml.XmlProcessingInstruction System.Xml.XmlLinkedNode System.Xml.XmlDocumentFragment"
    ),
    "regular_expressions": (
        "System.Text.RegularExpressions.Regex System.Text.RegularExpressions.Match "
        "System.Text.RegularExpressions.Group System.Text.RegularExpressions.Capture "
        "System.Text.RegularExpressions.MatchCollection "
        "System.Text.RegularExpressions.GroupCollection"
    ),
    "string_builder": "System.Text.StringBuilder",
    "code_pages": "System.Text.EncodingProvider System.Text.CodePagesEncodingProvider",
    "encodings": (
        "System.Text.Encoding System.Text.UTF8Encoding System.Text.ASCIIEncoding "
        "System.Text.UnicodeEncoding System.Text.UTF32Encoding System.Text.UTF7Encoding System.BitConverter System.Random "
        "System.Diagnostics.Stopwatch"
    ),
    "array_members": "System.Array",
    "uris": "System.Uri System.UriBuilder System.Net.WebUtility",
    "network": ("System.Net.IPAddress System.Net.Mail.MailAddress System.Net.Dns System.Net.IPEndPoint"),
    "hashing": (
        "System.Security.Cryptography.HashAlgorithm System.Security.Cryptography.HMAC "
        "System.Security.Cryptography.SHA256 System.Security.Cryptography.SHA1 "
        "System.Security.Cryptography.MD5 System.Security.Cryptography.SHA512 "
        "System.Security.Cryptography.SHA384 System.Security.Cryptography.HMACSHA256 "
        "System.Security.Cryptography.HMACSHA1 System.Security.Cryptography.HMACMD5 "
        "System.Security.Cryptography.HMACSHA512 System.Security.Cryptography.HMACSHA384"
    ),
    "symmetric_keys": (
        "System.Security.Cryptography.SymmetricAlgorithm System.Security.Cryptography.Aes "
        "System.Security.Cryptography.CryptoTransform"
    ),
    "certificates": (
        "System.Security.Cryptography.Oid "
        "System.Security.Cryptography.X509Certificates.X500DistinguishedName "
        "System.Security.Cryptography.X509Certificates.X509Certificate "
        "System.Security.Cryptography.X509Certificates.X509Certificate2"
    ),
    "compressed_streams": (
        "System.IO.Compression.GZipStream System.IO.Compression.DeflateStream "
        "System.IO.Compression.ZLibStream"
    ),
    "drives": "System.IO.DriveInfo",
    "processes": "System.Diagnostics.Process",
    "process_start_info": "System.Diagnostics.ProcessStartInfo",
    "region_infos": "System.Globalization.RegionInfo",
    "moments": "System.DateTimeOffset System.DateOnly System.TimeOnly System.TimeZoneInfo",
    "number_formats": "System.Globalization.NumberFormatInfo",
    "references": "System.Management.Automation.PSReference",
    "member_objects": (
        "System.Management.Automation.PSNoteProperty System.Management.Automation.PSScriptProperty "
        "System.Management.Automation.PSAliasProperty System.Management.Automation.PSScriptMethod "
        "System.Management.Automation.PSPropertySet System.Management.Automation.PSObject"
    ),
    "streams": ("System.IO.Stream System.IO.MemoryStream System.IO.StringReader System.IO.StreamReader"),
    "principals": (
        "System.Security.Principal.WindowsIdentity System.Security.Principal.GenericIdentity "
        "System.Security.Principal.GenericPrincipal System.Security.Principal.WindowsPrincipal"
    ),
    "service_points": "System.Net.ServicePointManager",
    "tasks": (
        "System.Threading.Tasks.Task System.Threading.Tasks.Task`1 System.Lazy`1 System.Threading.Monitor "
        "System.Threading.Mutex System.Threading.CancellationToken System.Threading.CancellationTokenSource"
    ),
    "text_writers": "System.IO.TextWriter System.IO.StringWriter",
    "file_streams": "System.IO.FileStream System.IO.StreamWriter",
    "tcp_clients": "System.Net.Sockets.TcpClient System.Net.Sockets.NetworkStream",
    "native_integers": "System.IntPtr System.UIntPtr",
    "xml_writers": ("System.Xml.XmlWriter System.Xml.XmlTextWriter System.Xml.XmlWriterSettings"),
    "linq_xml": (
        "System.Xml.Linq.XName System.Xml.Linq.XAttribute System.Xml.Linq.XElement System.Xml.Linq.XDocument"
    ),
    "xml_escapes": "System.Security.SecurityElement System.Xml.XmlConvert",
    "member_definitions": "Microsoft.PowerShell.Commands.MemberDefinition",
    "type_data_objects": "System.Management.Automation.Runspaces.TypeData",
    "linq": "System.Linq.Enumerable",
    "assemblies": (
        "System.Reflection.Assembly System.Reflection.RuntimeAssembly System.Reflection.AssemblyName "
        "System.Management.Automation.TypeAccelerators"
    ),
    "sorted_lists": "System.Collections.SortedList",
    "string_dictionaries": "System.Collections.Specialized.StringDictionary",
    "runtime": "System.GC System.Activator System.Threading.Thread System.Threading.Interlocked",
    "environment": "System.Environment",
    "paths": "System.IO.Path",
    "files": "System.IO.File System.IO.Directory",
    "file_infos": "System.IO.FileSystemInfo System.IO.FileInfo System.IO.DirectoryInfo",
    "name_values": (
        "System.Collections.Specialized.NameObjectCollectionBase "
        "System.Collections.Specialized.NameValueCollection System.Web.HttpQSCollection"
    ),
    "web_text": "System.Web.HttpUtility",
    "mail_messages": (
        "System.Net.Mail.MailAddressCollection System.Net.Mail.MailMessage System.Net.Mail.Attachment "
        "System.Net.Mail.AttachmentCollection System.Net.Mime.ContentType"
    ),
    "smtp_client": "System.Net.Mail.SmtpClient",
    "ip_networks": "System.Net.IPNetwork",
    "interop": (
        "System.Runtime.InteropServices.Marshal System.Runtime.InteropServices.OSPlatform "
        "System.Runtime.InteropServices.RuntimeInformation"
    ),
    "secure_random": (
        "System.Security.Cryptography.RandomNumberGenerator System.Security.Cryptography.HashAlgorithmName "
        "System.Security.Cryptography.Rfc2898DeriveBytes"
    ),
    "bit_arrays": "System.Collections.BitArray",
    "nulls": "System.DBNull System.Management.Automation.Language.NullString",
    "ps_serializer": "System.Management.Automation.PSSerializer",
    "ps_style": (
        "System.Management.Automation.PSStyle System.Management.Automation.Internal.StringDecorated"
    ),
    "list_modifiers": "System.Management.Automation.PSListModifier",
    "completion_results": "System.Management.Automation.CompletionResult",
    "security": (
        "System.Security.SecureString System.Management.Automation.PSCredential System.Net.NetworkCredential"
    ),
}

_INDEX: dict[str, str] = {}
"""The families by type name, built at the first look-up."""


def _index() -> dict[str, str]:
    if not _INDEX:
        for module, names in _FAMILIES.items():
            for name in names.lower().split():
                _INDEX[name] = "spshell.dotnet." + module
    return _INDEX


def load_type(folded: str) -> NetType | None:
    """The type with this folded full name, by importing the module that declares it."""
    module = _index().get(folded) or TYPE_MODULES.get(folded)
    if module is None and TYPE_PREFIXES:
        module = _by_prefix(folded)
    if module is None:
        from spshell.dotnet.enumerations import load

        return load(folded) or _by_accelerator(folded)
    _import(module)
    return BY_NAME.get(folded)


def _by_accelerator(folded: str) -> NetType | None:
    """A type that PowerShell has a short name for exists at least by its name."""
    full_name = next((name for name in ACCELERATORS.values() if name.lower() == folded), None)
    if full_name is None:
        return None
    from spshell.dotnet.definitions import define

    return define(full_name)


def _by_prefix(folded: str) -> str | None:
    """The module for a name of a package above this one, which tells its names when first asked."""
    for prefix, installer in list(TYPE_PREFIXES.items()):
        if folded.startswith(prefix):
            del TYPE_PREFIXES[prefix]
            from importlib import import_module

            import_module(installer).install()
            return TYPE_MODULES.get(folded)
    return None


def declare_members(net_type: NetType) -> None:
    """Fill in the members of a type that values registered and a module here declares."""
    if net_type.declare is not None:
        return  # done already, by the type itself
    if has_base(net_type, "System.Exception"):
        from spshell.dotnet.exceptions import declare

        net_type.declare = declare
    elif net_type.kind == "array":
        from spshell.dotnet.array_members import declare

        net_type.declare = declare
    else:
        module = _index().get(net_type.full_name.partition("[")[0].lower())
        if module is not None:
            _import(module)
    if net_type.declare is not None:
        net_type.declare(net_type)


def _import(module: str) -> None:
    __import__(module)
