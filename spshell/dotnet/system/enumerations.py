"""The enumerations that scripts name: one row a type, its constants in declaration order."""

from __future__ import annotations

from spshell.values.enums import EnumType, EnumValue
from spshell.values.nettype import BY_NAME, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import NetType

_TABLE = """
Microsoft.Management.Infrastructure.CimType|ps=cimtype
  Unknown Boolean UInt8 SInt8 UInt16 SInt16 UInt32 SInt32 UInt64 SInt64 Real32 Real64 Char16 DateTime
  String Reference Instance BooleanArray UInt8Array SInt8Array UInt16Array SInt16Array UInt32Array
  SInt32Array UInt64Array SInt64Array Real32Array Real64Array Char16Array DateTimeArray StringArray
  ReferenceArray InstanceArray
Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind
  Never Always AsNeeded
Microsoft.PowerShell.Commands.DisplayHintType
  Date Time DateTime
Microsoft.PowerShell.Commands.JsonDateKind
  Default Local Utc Offset String
Microsoft.PowerShell.Commands.WebAuthenticationType
  None Basic Bearer OAuth
Microsoft.PowerShell.Commands.WebRequestMethod
  Default Get Head Post Put Delete Trace Options Merge Patch
Microsoft.PowerShell.Commands.WebSslProtocol|flags
  Default=0 Tls=192 Tls11=768 Tls12=3072 Tls13=12288
Microsoft.PowerShell.Commands.Language
  CSharp
Microsoft.PowerShell.Commands.OutputAssemblyType
  Library ConsoleApplication WindowsApplication
Microsoft.PowerShell.Commands.ExportAliasFormat
  Csv Script
Microsoft.PowerShell.ExecutionPolicy
  Unrestricted RemoteSigned AllSigned Restricted Default=3 Bypass=4 Undefined
Microsoft.PowerShell.ExecutionPolicyScope
  Process CurrentUser LocalMachine UserPolicy MachinePolicy
Newtonsoft.Json.StringEscapeHandling
  Default EscapeNonAscii EscapeHtml
Microsoft.PowerShell.Commands.TestPathType
  Any Container Leaf
System.Management.Automation.Provider.ProviderCapabilities|flags
  None=0 Include=1 Exclude=2 Filter=4 ExpandWildcards=8 ShouldProcess=16 Credentials=32 Transactions=64
System.Management.Automation.CompletionResultType
  Text History Command ProviderItem ProviderContainer Property Method ParameterName ParameterValue Variable
  Namespace Type Keyword DynamicKeyword
System.Management.Automation.ModuleAccessMode
  ReadWrite ReadOnly Constant
System.Management.Automation.OutputRendering
  Host PlainText Ansi
System.Management.Automation.ProgressView
  Minimal Classic
System.Reflection.TypeAttributes|flags
  NotPublic=0 AutoLayout=0 AnsiClass=0 Class=0 Public=1 NestedPublic=2 NestedPrivate=3 NestedFamily=4
  NestedAssembly=5 NestedFamANDAssem=6 VisibilityMask=7 NestedFamORAssem=7 SequentialLayout=8
  ExplicitLayout=16 LayoutMask=24 ExtendedLayout=24 ClassSemanticsMask=32 Interface=32 Abstract=128 Sealed=256
  SpecialName=1024 RTSpecialName=2048 Import=4096 Serializable=8192 WindowsRuntime=16384 UnicodeClass=65536
  AutoClass=131072 StringFormatMask=196608 CustomFormatClass=196608 HasSecurity=262144 ReservedMask=264192
  BeforeFieldInit=1048576 CustomFormatMask=12582912
System.Base64FormattingOptions|flags
  None InsertLineBreaks
System.ConsoleColor
  Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red
  Magenta Yellow White
System.DateTimeKind
  Unspecified Utc Local
System.DayOfWeek
  Sunday Monday Tuesday Wednesday Thursday Friday Saturday
System.Environment+SpecialFolder
  ApplicationData=26 CommonApplicationData=35 LocalApplicationData=28 Cookies=33 Desktop=0 Favorites=6
  History=34 InternetCache=32 Programs=2 MyComputer=17 MyMusic=13 MyPictures=39 MyVideos=14 Recent=8
  SendTo=9 StartMenu=11 Startup=7 System=37 Templates=21 DesktopDirectory=16 Personal=5 MyDocuments=5
  ProgramFiles=38 CommonProgramFiles=43 AdminTools=48 CDBurning=59 CommonAdminTools=47 CommonDocuments=46
  CommonMusic=53 CommonOemLinks=58 CommonPictures=54 CommonStartMenu=22 CommonPrograms=23 CommonStartup=24
  CommonDesktopDirectory=25 CommonTemplates=45 CommonVideos=55 Fonts=20 NetworkShortcuts=19
  PrinterShortcuts=27 UserProfile=40 CommonProgramFilesX86=44 ProgramFilesX86=42 Resources=56
  LocalizedResources=57 SystemX86=41 Windows=36
System.EnvironmentVariableTarget
  Process User Machine
System.Globalization.CalendarWeekRule
  FirstDay FirstFullWeek FirstFourDayWeek
System.Globalization.CompareOptions|flags
  None=0 IgnoreCase=1 IgnoreNonSpace=2 IgnoreSymbols=4 IgnoreKanaType=8 IgnoreWidth=16 NumericOrdering=32
  OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824
System.Globalization.CalendarAlgorithmType
  Unknown SolarCalendar LunarCalendar LunisolarCalendar
System.Globalization.GregorianCalendarTypes
  Localized=1 USEnglish=2 MiddleEastFrench=9 Arabic=10 TransliteratedEnglish=11 TransliteratedFrench=12
System.Globalization.CultureTypes|flags
  NeutralCultures=1 SpecificCultures=2 InstalledWin32Cultures=4 AllCultures=7 UserCustomCulture=8
  ReplacementCultures=16 WindowsOnlyCultures=32 FrameworkCultures=64
System.Globalization.DateTimeStyles|flags
  None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 AllowWhiteSpaces=7
  NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128
System.Globalization.NumberStyles|flags
  None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7 AllowTrailingSign=8
  AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 Number=111 AllowExponent=128 Float=167
  AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier=512 HexNumber=515
  AllowBinarySpecifier=1024 BinaryNumber=1027
System.Globalization.TimeSpanStyles|flags
  None AssumeNegative
System.Globalization.UnicodeCategory
  UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter OtherLetter NonSpacingMark
  SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber SpaceSeparator
  LineSeparator ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation
  DashPunctuation OpenPunctuation ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation
  OtherPunctuation MathSymbol CurrencySymbol ModifierSymbol OtherSymbol OtherNotAssigned
System.IO.Compression.CompressionLevel
  Optimal Fastest NoCompression SmallestSize
System.IO.Compression.CompressionMode
  Decompress Compress
System.IO.DriveType
  Unknown NoRootDirectory Removable Fixed Network CDRom Ram
System.IO.FileAccess|flags
  Read=1 Write=2 ReadWrite=3
System.IO.FileAttributes|flags
  None=0 ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Device=64 Normal=128 Temporary=256
  SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 Encrypted=16384
  IntegrityStream=32768 NoScrubData=131072
System.IO.FileMode
  CreateNew=1 Create=2 Open=3 OpenOrCreate=4 Truncate=5 Append=6
System.IO.FileShare|flags
  None=0 Read=1 Write=2 ReadWrite=3 Delete=4 Inheritable=16
System.Diagnostics.ProcessPriorityClass
  Normal=32 Idle=64 High=128 RealTime=256 BelowNormal=16384 AboveNormal=32768
System.IO.UnixFileMode|flags
  None=0 OtherExecute=1 OtherWrite=2 OtherRead=4 GroupExecute=8 GroupWrite=16 GroupRead=32 UserExecute=64
  UserWrite=128 UserRead=256 StickyBit=512 SetGroup=1024 SetUser=2048
System.Net.NetworkInformation.IPStatus
  Unknown=-1 Success=0 DestinationNetworkUnreachable=11002 DestinationHostUnreachable=11003
  DestinationProhibited=11004 DestinationPortUnreachable=11005 NoResources=11006 BadOption=11007
  HardwareError=11008 PacketTooBig=11009 TimedOut=11010 BadRoute=11012 TtlExpired=11013
  TtlReassemblyTimeExceeded=11014 ParameterProblem=11015 SourceQuench=11016 BadDestination=11018
  DestinationUnreachable=11040 TimeExceeded=11041 BadHeader=11042 UnrecognizedNextHeader=11043 IcmpError=11044
  DestinationScopeMismatch=11045
System.Net.Sockets.SocketError
  SocketError=-1 Success=0 Interrupted=10004 AccessDenied=10013 Fault=10014 InvalidArgument=10022
  NetworkDown=10050 NetworkUnreachable=10051 NetworkReset=10052 ConnectionAborted=10053 ConnectionReset=10054
  TimedOut=10060 ConnectionRefused=10061 HostDown=10064 HostUnreachable=10065 HostNotFound=11001 TryAgain=11002
  NoRecovery=11003 NoData=11004
System.IO.SearchOption
  TopDirectoryOnly AllDirectories
System.IO.SeekOrigin
  Begin Current End
System.IO.UnixFileMode|flags
  None=0 OtherExecute=1 OtherWrite=2 OtherRead=4 GroupExecute=8 GroupWrite=16 GroupRead=32 UserExecute=64
  UserWrite=128 UserRead=256 StickyBit=512 SetGroup=1024 SetUser=2048
System.Management.Automation.ActionPreference
  SilentlyContinue Stop Continue Inquire Ignore Suspend Break
System.Management.Automation.CommandOrigin
  Runspace Internal
System.Management.Automation.CommandTypes|flags
  Alias=1 Function=2 Filter=4 Cmdlet=8 ExternalScript=16 Application=32 Script=64 Configuration=256 All=383
System.Management.Automation.ConfirmImpact
  None Low Medium High
System.Management.Automation.ErrorCategory
  NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument InvalidData
  InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled ObjectNotFound
  OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy ResourceExists
  ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError
  AuthenticationError LimitsExceeded QuotaExceeded NotEnabled
System.Management.Automation.ErrorView
  NormalView CategoryView ConciseView DetailedView
System.Management.Automation.NativeArgumentPassingStyle
  Legacy Standard Windows
System.Management.Automation.ExperimentAction|ps=ExperimentAction
  None Hide Show
System.Data.DataRowState|flags
  Detached=1 Unchanged=2 Added=4 Deleted=8 Modified=16
System.Management.Automation.JobState
  NotStarted Running Completed Failed Stopped Blocked Suspended Disconnected Suspending Stopping AtBreakpoint
System.Management.Automation.PSMemberTypes|flags
  AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 PropertySet=32 Method=64
  CodeMethod=128 ScriptMethod=256 ParameterizedProperty=512 MemberSet=1024 Event=2048 Dynamic=4096
  InferredProperty=8192 Properties=8223 Methods=448 All=16383
System.Management.Automation.PSMemberViewTypes|flags
  Extended=1 Adapted=2 Base=4 All=7
System.Management.Automation.ModuleType|ps=System.Management.Automation.ModuleType
  Script Binary Manifest Cim Workflow
System.Management.Automation.RemotingCapability
  None PowerShell SupportedByCommand OwnedByCommand
System.Management.Automation.ScopedItemOptions|flags
  None=0 ReadOnly=1 Constant=2 Private=4 AllScope=8 Unspecified=16
System.Management.Automation.SessionStateEntryVisibility
  Public Private
System.Management.Automation.ShouldProcessReason|flags
  None=0 WhatIf=1
System.Management.Automation.DSCResourceRunAsCredential
  Default=0 NotSupported=1 Mandatory=2 Optional=0
System.IO.WatcherChangeTypes|flags
  Created=1 Deleted=2 Changed=4 Renamed=8 All=15
System.IO.NotifyFilters|flags
  FileName=1 DirectoryName=2 Attributes=4 Size=8 LastWrite=16 LastAccess=32 CreationTime=64 Security=256
System.Management.Automation.Configuration.ConfigScope
  AllUsers=0 CurrentUser=1
System.Management.Automation.DebuggerResumeAction
  Continue=0 StepInto=1 StepOut=2 StepOver=3 Stop=4
System.Management.Automation.Runspaces.RunspaceState
  BeforeOpen=0 Opening=1 Opened=2 Closed=3 Closing=4 Broken=5 Disconnecting=6 Disconnected=7 Connecting=8
System.Management.Automation.Runspaces.RunspaceAvailability
  None=0 Available=1 AvailableForNestedCommand=2 Busy=3 RemoteDebug=4
System.Management.Automation.Runspaces.RunspacePoolState
  BeforeOpen=0 Opening=1 Opened=2 Closed=3 Closing=4 Broken=5 Disconnecting=6 Disconnected=7 Connecting=8
System.Management.Automation.PSInvocationState
  NotStarted Running Stopping Stopped Completed Failed Disconnected
System.Management.Automation.PSLanguageMode
  FullLanguage RestrictedLanguage NoLanguage ConstrainedLanguage
System.Management.Automation.RunspaceMode
  CurrentRunspace NewRunspace
System.Management.Automation.VariableAccessMode
  Read Write ReadWrite
System.Management.Automation.WhereOperatorSelectionMode
  Default First Last SkipUntil Until Split
System.Management.Automation.WildcardOptions|flags
  None=0 Compiled=1 IgnoreCase=2 CultureInvariant=4
System.MidpointRounding
  ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity
System.Net.HttpStatusCode
  Continue=100 SwitchingProtocols=101 Processing=102 EarlyHints=103 OK=200 Created=201 Accepted=202
  NonAuthoritativeInformation=203 NoContent=204 ResetContent=205 PartialContent=206 MultiStatus=207
  AlreadyReported=208 IMUsed=226 MultipleChoices=300 Ambiguous=300 MovedPermanently=301 Moved=301
  Found=302 Redirect=302 SeeOther=303 RedirectMethod=303 NotModified=304 UseProxy=305 Unused=306
  TemporaryRedirect=307 RedirectKeepVerb=307 PermanentRedirect=308 BadRequest=400 Unauthorized=401
  PaymentRequired=402 Forbidden=403 NotFound=404 MethodNotAllowed=405 NotAcceptable=406
  ProxyAuthenticationRequired=407 RequestTimeout=408 Conflict=409 Gone=410 LengthRequired=411
  PreconditionFailed=412 RequestEntityTooLarge=413 RequestUriTooLong=414 UnsupportedMediaType=415
  RequestedRangeNotSatisfiable=416 ExpectationFailed=417 MisdirectedRequest=421 UnprocessableEntity=422
  UnprocessableContent=422 Locked=423 FailedDependency=424 UpgradeRequired=426 PreconditionRequired=428
  TooManyRequests=429 RequestHeaderFieldsTooLarge=431 UnavailableForLegalReasons=451
  InternalServerError=500 NotImplemented=501 BadGateway=502 ServiceUnavailable=503 GatewayTimeout=504
  HttpVersionNotSupported=505 VariantAlsoNegotiates=506 InsufficientStorage=507 LoopDetected=508
  NotExtended=510 NetworkAuthenticationRequired=511
System.Net.Mail.DeliveryNotificationOptions|flags
  None=0 OnSuccess=1 OnFailure=2 Delay=4 Never=134217728
System.Security.Cryptography.CipherMode
  CBC=1 ECB=2 OFB=3 CFB=4 CTS=5
System.Security.Cryptography.PaddingMode
  None=1 PKCS7=2 Zeros=3 ANSIX923=4 ISO10126=5
System.Security.Cryptography.X509Certificates.X509KeyStorageFlags|flags
  DefaultKeySet=0 UserKeySet=1 MachineKeySet=2 Exportable=4 UserProtected=8 PersistKeySet=16
  EphemeralKeySet=32
System.Security.Cryptography.X509Certificates.X509NameType
  SimpleName=0 EmailName=1 UpnName=2 DnsName=3 DnsFromAlternativeName=4 UrlName=5
System.Runtime.InteropServices.Architecture
  X86 X64 Arm Arm64 Wasm S390x LoongArch64 Armv6 Ppc64le RiscV64
System.Net.Mail.MailPriority
  Normal Low High
System.Net.Mail.SmtpDeliveryMethod
  Network SpecifiedPickupDirectory PickupDirectoryFromIis
System.Net.Mail.SmtpStatusCode
  SystemStatus=211 HelpMessage=214 ServiceReady=220 ServiceClosingTransmissionChannel=221 Ok=250
  UserNotLocalWillForward=251 CannotVerifyUserWillAttemptDelivery=252 StartMailInput=354
  ServiceNotAvailable=421 MailboxBusy=450 LocalErrorInProcessing=451 InsufficientStorage=452
  ClientNotPermitted=454 CommandUnrecognized=500 SyntaxError=501 CommandNotImplemented=502
  BadCommandSequence=503 CommandParameterNotImplemented=504 MustIssueStartTlsFirst=530
  MailboxUnavailable=550 UserNotLocalTryAlternatePath=551 ExceededStorageAllocation=552
  MailboxNameNotAllowed=553 TransactionFailed=554 GeneralFailure=-1
System.Net.Mime.TransferEncoding
  QuotedPrintable=0 Base64=1 SevenBit=2 EightBit=3 Unknown=-1
System.Net.SecurityProtocolType|flags
  SystemDefault=0 Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288
System.Security.Principal.WindowsBuiltInRole
  Administrator=544 User=545 Guest=546 PowerUser=547 AccountOperator=548 SystemOperator=549 PrintOperator=550
  BackupOperator=551 Replicator=552
System.Threading.Tasks.TaskStatus
  Created WaitingForActivation WaitingToRun Running WaitingForChildrenToComplete RanToCompletion Canceled Faulted
System.Net.Sockets.AddressFamily
  Unspecified=0 Unix=1 InterNetwork=2 InterNetworkV6=23 Unknown=-1
System.PlatformID
  Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other
System.Reflection.BindingFlags|flags
  Default=0 IgnoreCase=1 DeclaredOnly=2 Instance=4 Static=8 Public=16 NonPublic=32 FlattenHierarchy=64
  InvokeMethod=256 CreateInstance=512 GetField=1024 SetField=2048 GetProperty=4096 SetProperty=8192
System.Reflection.MemberTypes|flags
  Constructor=1 Event=2 Field=4 Method=8 Property=16 TypeInfo=32 Custom=64 NestedType=128 All=191
System.Security.Cryptography.X509Certificates.StoreLocation
  CurrentUser=1 LocalMachine=2
System.Security.Cryptography.X509Certificates.StoreName
  AddressBook=1 AuthRoot=2 CertificateAuthority=3 Disallowed=4 My=5 Root=6 TrustedPeople=7
  TrustedPublisher=8
System.Security.Cryptography.X509Certificates.X509ContentType
  Unknown=0 Cert=1 SerializedCert=2 Pfx=3 Pkcs12=3 SerializedStore=4 Pkcs7=5 Authenticode=6
System.Security.Cryptography.X509Certificates.X509KeyUsageFlags|flags
  None=0 EncipherOnly=1 CrlSign=2 KeyCertSign=4 KeyAgreement=8 DataEncipherment=16 KeyEncipherment=32
  NonRepudiation=64 DigitalSignature=128 DecipherOnly=32768
System.StringComparison
  CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal
  OrdinalIgnoreCase
System.StringSplitOptions|flags
  None RemoveEmptyEntries TrimEntries
System.Text.NormalizationForm
  FormC=1 FormD=2 FormKC=5 FormKD=6
System.Text.RegularExpressions.RegexOptions|flags
  None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 Singleline=16 IgnorePatternWhitespace=32
  RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024
System.TypeCode
  Empty=0 Object=1 DBNull=2 Boolean=3 Char=4 SByte=5 Byte=6 Int16=7 UInt16=8 Int32=9 UInt32=10 Int64=11
  UInt64=12 Single=13 Double=14 Decimal=15 DateTime=16 String=18
System.UriComponents|flags
  Scheme=1 UserInfo=2 Host=4 Port=8 Path=16 Query=32 Fragment=64 StrongPort=128 NormalizedHost=256
  KeepDelimiter=1073741824 HostAndPort=132 StrongAuthority=134 SchemeAndServer=13 HttpRequestUrl=61
  PathAndQuery=48 AbsoluteUri=127
System.UriFormat
  UriEscaped=1 Unescaped=2 SafeUnescaped=3
System.UriHostNameType
  Unknown Basic Dns IPv4 IPv6
System.UriKind
  RelativeOrAbsolute Absolute Relative
System.UriPartial
  Scheme Authority Path Query
System.Xml.Formatting
  None=0 Indented=1
System.Xml.XmlNodeType
  None Element Attribute Text CDATA EntityReference Entity ProcessingInstruction Comment Document
  DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement EndEntity
  XmlDeclaration
"""


def _rows() -> dict[str, tuple[str, str]]:
    rows: dict[str, tuple[str, str]] = {}
    head = ""
    for line in _TABLE.strip().splitlines():
        if line.startswith("  "):
            rows[head] = (rows[head][0], f"{rows[head][1]} {line.strip()}")
        else:
            head = line.partition("|")[0].lower()
            rows[head] = (line, "")
    return rows


ROWS: dict[str, tuple[str, str]] = _rows()
"""Folded type name -> (heading, constants)."""


def enum_type(full_name: str) -> EnumType:
    """The enum type of a row, registered at its first use; raises KeyError for a name without a row."""
    found = BY_NAME.get(full_name.lower())
    if isinstance(found, EnumType):
        return found
    heading, constants = ROWS[full_name.lower()]
    name, *flags = heading.split("|")
    names: dict[str, int] = {}
    for position, item in enumerate(constants.split()):
        key, equals, number = item.partition("=")
        names[key] = int(number) if equals else position
    more: dict[str, Any] = {}
    for flag in flags:
        if flag.startswith("ps="):
            more["ps_name"] = flag[3:]
        elif flag != "flags":
            more["underlying"] = BY_NAME["system." + {"byte": "byte", "long": "int64"}[flag]].python_type
    made = EnumType(name, names, flags="flags" in flags, base=BY_NAME["system.enum"], **more)
    register(made)
    return made


def load(folded: str) -> NetType | None:
    """The enum type with this folded name, or None."""
    return enum_type(folded) if folded in ROWS else None


def enum_value(full_name: str, name: str) -> EnumValue:
    """A constant by its exact name."""
    enum = enum_type(full_name)
    return EnumValue(enum, enum.names[name])


def enum_number(full_name: str, number: int) -> EnumValue:
    """The value with a number."""
    return EnumValue(enum_type(full_name), number)
