"""Which module declares a .NET type: folded full name -> module of this package."""

from __future__ import annotations

from spshell.values.hooks import TYPE_MODULES, TYPE_PREFIXES
from spshell.values.nettype import ACCELERATORS, BY_NAME
from spshell.values.type_relations import has_base

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_FAMILIES: dict[str, str] = {
    "system.objects": "System.Object System.ValueType System.Enum",
    "collections.collections": (
        "System.Collections.ArrayList System.Collections.Generic.List`1 "
        "System.Collections.ObjectModel.Collection`1 "
        "System.Collections.ObjectModel.ReadOnlyCollection`1 "
        "System.Collections.Specialized.StringCollection"
    ),
    "time.timespans": "System.TimeSpan",
    "time.datetimes": "System.DateTime",
    "globalization.cultures": "System.Globalization.CultureInfo",
    "globalization.date_formats": "System.Globalization.DateTimeFormatInfo",
    "globalization.text_infos": "System.Globalization.TextInfo",
    "time.calendars": (
        "System.Globalization.ISOWeek System.Globalization.GregorianCalendar System.Globalization.CompareInfo"
    ),
    "text.strings": "System.String",
    "numeric.numbers": (
        "System.Boolean System.SByte System.Byte System.Int16 System.UInt16 System.Int32 "
        "System.UInt32 System.Int64 System.UInt64 System.Single System.Double"
    ),
    "numeric.big_numbers": "System.Decimal System.Numerics.BigInteger",
    "numeric.mathematics": "System.Math",
    "collections.tuples": (
        "System.Tuple System.ValueTuple System.Collections.DictionaryEntry "
        "System.Collections.Generic.KeyValuePair`2"
    ),
    "text.characters": "System.Char System.Text.Rune",
    "numeric.converter": "System.Convert",
    "system.ids": "System.Guid",
    "system.versions": "System.Version System.Management.Automation.SemanticVersion",
    "reflection.types": "System.Type System.RuntimeType System.Reflection.MemberInfo",
    "reflection.described_members": (
        "System.Reflection.MethodBase System.Reflection.MethodInfo System.Reflection.ConstructorInfo "
        "System.Reflection.PropertyInfo System.Reflection.FieldInfo System.Reflection.ParameterInfo"
    ),
    "reflection.delegates": (
        "System.Delegate System.Action System.Text.RegularExpressions.MatchEvaluator System.EventHandler "
        "System.Predicate`1 System.Comparison`1 System.Converter`2 System.Action`1 System.Action`2 "
        "System.Action`3 System.Action`4 System.Func`1 System.Func`2 System.Func`3 System.Func`4 "
        "System.Func`5 System.Func`6 System.Func`7 System.Func`8 System.Func`9 System.Action`5 System.Action`6 "
        "System.Action`7 System.Action`8 System.EventHandler`1"
    ),
    "collections.dictionaries": (
        "System.Management.Automation.OrderedHashtable "
        "System.Collections.Hashtable System.Collections.Specialized.OrderedDictionary "
        "System.StringComparer System.Collections.Generic.Dictionary`2 "
        "System.Collections.Generic.SortedDictionary`2 System.Collections.Generic.SortedList`2 "
        "System.Collections.Generic.OrderedDictionary`2 "
        "System.Collections.Concurrent.ConcurrentDictionary`2"
    ),
    "collections.queues": (
        "System.Collections.Queue System.Collections.Stack System.Collections.Generic.Queue`1 "
        "System.Collections.Generic.Stack`1 System.Collections.Concurrent.ConcurrentQueue`1 "
        "System.Collections.Concurrent.ConcurrentStack`1 "
        "System.Collections.Concurrent.ConcurrentBag`1 System.Collections.Generic.LinkedList`1 "
        "System.Collections.Generic.HashSet`1 System.Collections.Generic.SortedSet`1"
    ),
    "io.file_watchers": (
        "System.IO.FileSystemWatcher System.IO.FileSystemEventArgs System.IO.RenamedEventArgs"
    ),
    "system.timers": "System.Timers.Timer System.Timers.ElapsedEventArgs System.EventArgs",
    "text.wildcard_patterns": "System.Management.Automation.WildcardPattern",
    "xml.xml_document": (
        "System.Xml.XmlNode System.Xml.XmlDocument System.Xml.XmlElement System.Xml.XmlAttribute "
        "System.Xml.XmlText System.Xml.XmlComment System.Xml.XmlCDataSection "
        "System.Xml.XmlDeclaration System.Xml.XmlNodeList System.Xml.XmlAttributeCollection "
        "System.Xml.XmlNamespaceManager System.Xml.XmlCharacterData "
        "System.Xml.XmlProcessingInstruction System.Xml.XmlLinkedNode System.Xml.XmlDocumentFragment"
    ),
    "text.regular_expressions": (
        "System.Text.RegularExpressions.Regex System.Text.RegularExpressions.Match "
        "System.Text.RegularExpressions.Group System.Text.RegularExpressions.Capture "
        "System.Text.RegularExpressions.MatchCollection "
        "System.Text.RegularExpressions.GroupCollection"
    ),
    "text.string_builder": "System.Text.StringBuilder",
    "text.code_pages": "System.Text.EncodingProvider System.Text.CodePagesEncodingProvider",
    "text.encodings": (
        "System.Text.Encoding System.Text.UTF8Encoding System.Text.ASCIIEncoding "
        "System.Text.UnicodeEncoding System.Text.UTF32Encoding System.Text.UTF7Encoding"
    ),
    "numeric.bit_converter": "System.BitConverter",
    "numeric.random_numbers": "System.Random",
    "diagnostics.stopwatch": "System.Diagnostics.Stopwatch",
    "collections.array_members": "System.Array",
    "data.tables": "System.Data.DataTable System.Data.DataView",
    "data.rows": "System.Data.DataRow System.Data.DataRowCollection",
    "data.columns": "System.Data.DataColumn System.Data.DataColumnCollection",
    "net.uris": "System.Uri System.UriBuilder System.Net.WebUtility",
    "net.network": ("System.Net.IPAddress System.Net.Mail.MailAddress System.Net.Dns System.Net.IPEndPoint"),
    "security.hashing": (
        "System.Security.Cryptography.HashAlgorithm System.Security.Cryptography.HMAC "
        "System.Security.Cryptography.SHA256 System.Security.Cryptography.SHA1 "
        "System.Security.Cryptography.MD5 System.Security.Cryptography.SHA512 "
        "System.Security.Cryptography.SHA384 System.Security.Cryptography.HMACSHA256 "
        "System.Security.Cryptography.HMACSHA1 System.Security.Cryptography.HMACMD5 "
        "System.Security.Cryptography.HMACSHA512 System.Security.Cryptography.HMACSHA384"
    ),
    "security.symmetric_keys": (
        "System.Security.Cryptography.SymmetricAlgorithm System.Security.Cryptography.Aes "
        "System.Security.Cryptography.CryptoTransform"
    ),
    "security.certificates": (
        "System.Security.Cryptography.Oid "
        "System.Security.Cryptography.X509Certificates.X500DistinguishedName "
        "System.Security.Cryptography.X509Certificates.X509Certificate "
        "System.Security.Cryptography.X509Certificates.X509Certificate2"
    ),
    "io.compressed_streams": (
        "System.IO.Compression.GZipStream System.IO.Compression.DeflateStream "
        "System.IO.Compression.ZLibStream"
    ),
    "io.drives": "System.IO.DriveInfo",
    "diagnostics.process_modules": "System.Diagnostics.ProcessModule",
    "io.unix_stat": "System.Management.Automation.Platform+Unix+CommonStat",
    "diagnostics.processes": "System.Diagnostics.Process",
    "diagnostics.process_start_info": "System.Diagnostics.ProcessStartInfo",
    "globalization.region_infos": "System.Globalization.RegionInfo",
    "time.moments": "System.DateTimeOffset",
    "time.dates_and_times": "System.DateOnly System.TimeOnly",
    "time.time_zones": "System.TimeZoneInfo",
    "numeric.number_formats": "System.Globalization.NumberFormatInfo",
    "reflection.references": "System.Management.Automation.PSReference",
    "reflection.member_objects": (
        "System.Management.Automation.PSNoteProperty System.Management.Automation.PSScriptProperty "
        "System.Management.Automation.PSAliasProperty System.Management.Automation.PSScriptMethod "
        "System.Management.Automation.PSPropertySet System.Management.Automation.PSObject"
    ),
    "text.streams": ("System.IO.Stream System.IO.MemoryStream System.IO.StringReader System.IO.StreamReader"),
    "security.principals": (
        "System.Security.Principal.WindowsIdentity System.Security.Principal.GenericIdentity "
        "System.Security.Principal.GenericPrincipal System.Security.Principal.WindowsPrincipal"
    ),
    "net.service_points": "System.Net.ServicePointManager",
    "system.tasks": (
        "System.Threading.Tasks.Task System.Threading.Tasks.Task`1 System.Lazy`1 System.Threading.Monitor "
        "System.Threading.Mutex System.Threading.CancellationToken System.Threading.CancellationTokenSource"
    ),
    "text.text_writers": "System.IO.TextWriter System.IO.StringWriter",
    "io.file_streams": "System.IO.FileStream System.IO.StreamWriter",
    "net.tcp_clients": "System.Net.Sockets.TcpClient System.Net.Sockets.NetworkStream",
    "numeric.native_integers": "System.IntPtr System.UIntPtr",
    "xml.xml_writers": ("System.Xml.XmlWriter System.Xml.XmlTextWriter System.Xml.XmlWriterSettings"),
    "xml.linq_xml": (
        "System.Xml.Linq.XName System.Xml.Linq.XAttribute System.Xml.Linq.XElement System.Xml.Linq.XDocument"
    ),
    "xml.xml_escapes": "System.Security.SecurityElement System.Xml.XmlConvert",
    "reflection.member_definitions": "Microsoft.PowerShell.Commands.MemberDefinition",
    "reflection.type_data_objects": "System.Management.Automation.Runspaces.TypeData",
    "collections.linq": "System.Linq.Enumerable",
    "reflection.assemblies": (
        "System.Reflection.Assembly System.Reflection.RuntimeAssembly System.Reflection.AssemblyName "
        "System.Management.Automation.DynamicClassImplementationAssemblyAttribute "
        "System.Management.Automation.TypeAccelerators"
    ),
    "collections.sorted_lists": "System.Collections.SortedList",
    "collections.string_dictionaries": "System.Collections.Specialized.StringDictionary",
    "system.runtime": "System.GC System.Activator System.Threading.Thread System.Threading.Interlocked",
    "system.environment": "System.Environment",
    "io.paths": "System.IO.Path",
    "io.files": "System.IO.File System.IO.Directory",
    "io.file_infos": "System.IO.FileSystemInfo System.IO.FileInfo System.IO.DirectoryInfo",
    "collections.name_values": (
        "System.Collections.Specialized.NameObjectCollectionBase "
        "System.Collections.Specialized.NameValueCollection System.Web.HttpQSCollection"
    ),
    "text.web_text": "System.Web.HttpUtility",
    "net.mail_messages": (
        "System.Net.Mail.MailAddressCollection System.Net.Mail.MailMessage System.Net.Mail.Attachment "
        "System.Net.Mail.AttachmentCollection System.Net.Mime.ContentType"
    ),
    "net.smtp_client": "System.Net.Mail.SmtpClient",
    "net.cookies": "System.Net.Cookie System.Net.CookieContainer",
    "net.http_messages": (
        "System.Net.Http.HttpMethod System.Net.Http.HttpRequestMessage System.Net.Http.HttpContent "
        "System.Net.Http.HttpResponseMessage"
    ),
    "net.ip_networks": "System.Net.IPNetwork",
    "system.interop": (
        "System.Runtime.InteropServices.Marshal System.Runtime.InteropServices.OSPlatform "
        "System.Runtime.InteropServices.RuntimeInformation"
    ),
    "numeric.secure_random": (
        "System.Security.Cryptography.RandomNumberGenerator System.Security.Cryptography.HashAlgorithmName "
        "System.Security.Cryptography.Rfc2898DeriveBytes"
    ),
    "collections.bit_arrays": "System.Collections.BitArray",
    "system.nulls": "System.DBNull System.Management.Automation.Language.NullString",
    "xml.ps_serializer": "System.Management.Automation.PSSerializer",
    "text.ps_style": (
        "System.Management.Automation.PSStyle System.Management.Automation.Internal.StringDecorated"
    ),
    "collections.list_modifiers": "System.Management.Automation.PSListModifier",
    "system.flags_expressions": "System.Management.Automation.FlagsExpression`1",
    "system.completion_results": "System.Management.Automation.CompletionResult",
    "security.security": (
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
        from spshell.dotnet.system.enumerations import load

        return load(folded) or _by_accelerator(folded)
    _import(module)
    return BY_NAME.get(folded)


def _by_accelerator(folded: str) -> NetType | None:
    """A type that PowerShell has a short name for exists at least by its name."""
    full_name = next((name for name in ACCELERATORS.values() if name.lower() == folded), None)
    if full_name is None:
        return None
    from spshell.dotnet.reflection.definitions import define

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
        from spshell.dotnet.system.exceptions import declare

        net_type.declare = declare
    elif net_type.kind == "array":
        from spshell.dotnet.collections.array_members import declare

        net_type.declare = declare
    else:
        module = _index().get(net_type.full_name.partition("[")[0].lower())
        if module is not None:
            _import(module)
    if net_type.declare is not None:
        net_type.declare(net_type)


def _import(module: str) -> None:
    __import__(module)


def declared_names() -> list[str]:
    """The full names of the types that a module of this package declares."""
    return [name for names in _FAMILIES.values() for name in names.split()]
