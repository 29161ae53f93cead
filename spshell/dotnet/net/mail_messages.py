"""System.Net.Mail: messages, collections of addresses, content types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.net.network import MailAddress
from spshell.dotnet.system.errors import argument_null, bad_argument, bad_format
from spshell.values.declare import constructor, method, net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterable

_M = "System.Net.Mail."
_LIST = ("System.Collections.IList", "System.Collections.ICollection", "System.Collections.IEnumerable")


def split_addresses(text: str) -> list[str]:
    """The addresses of a list at the commas outside quotes and angle brackets."""
    parts = [""]
    quoted = False
    for character in text:
        if character == '"':
            quoted = not quoted
        if character == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


@net_class(_M + "MailAddressCollection", interfaces=_LIST)
class MailAddressCollection(list[Any]):
    """Addresses; its text is a list of them."""

    __slots__ = ("ps_members",)

    def __init__(self, items: Iterable[Any] = ()) -> None:
        super().__init__(items)
        self.ps_members: Any = None

    def to_string(self) -> str:
        return ", ".join(address.ps_text() for address in self)

    @constructor("()")
    @staticmethod
    def create() -> MailAddressCollection:
        return MailAddressCollection()

    @prop("int Count {get}")
    def net_count(self) -> int:
        return len(self)

    @method("void Add(string addresses)")
    def add_text(self, text: str | None) -> None:
        if text is None:
            raise argument_null("addresses")
        if not text:
            raise bad_argument("An address is required.", "addresses")
        found = [MailAddress.create(part) for part in split_addresses(text)]
        self.extend(found)

    @method("void Add(mailaddress item)")
    def add(self, item: Any) -> None:
        if item is None:
            raise argument_null("item")
        self.append(item)

    @method("void Clear()")
    def empty(self) -> None:
        self.clear()

    @method("bool Contains(mailaddress item)")
    def contains(self, item: Any) -> bool:
        return item in self

    @method("bool Remove(mailaddress item)")
    def discard(self, item: Any) -> bool:
        found = item in self
        if found:
            self.remove(item)
        return found

    @method("void RemoveAt(int index)")
    def remove_at(self, index: int) -> None:
        del self[index]

    @method("string ToString()")
    def text(self) -> str:
        return self.to_string()


@net_class(_M + "AttachmentCollection", interfaces=_LIST)
class AttachmentCollection(list[Any]):
    """The attachments of a message."""

    __slots__ = ("ps_members",)

    def __init__(self) -> None:
        super().__init__()
        self.ps_members: Any = None

    @prop("int Count {get}")
    def net_count(self) -> int:
        return len(self)

    @method("void Add(System.Net.Mail.Attachment item)")
    def add(self, item: Any) -> None:
        if item is None:
            raise argument_null("item")
        self.append(item)

    @method("void Clear()")
    def empty(self) -> None:
        self.clear()


@net_class("System.Net.Mime.ContentType")
class ContentType:
    """A media type with parameters (RFC 2045 §5.1)."""

    def __init__(self, media: str, parameters: dict[str, str]) -> None:
        self.media = media
        self.parameters = parameters
        self.ps_members: Any = None

    @constructor("()", "(string contentType)")
    @staticmethod
    def create(text: str | None = "application/octet-stream") -> ContentType:
        from email.message import Message

        if text is None:
            raise argument_null("contentType")
        head = text.partition(";")[0].strip()
        if head.count("/") != 1 or not all(head.split("/")) or " " in head:
            raise bad_format("FormatString", text)
        message = Message()
        message["Content-Type"] = text
        pairs = message.get_params(failobj=[])[1:]
        return ContentType(head, {name.lower(): value for name, value in pairs})

    def ps_text(self) -> str:
        return self.media + "".join(f"; {name}={value}" for name, value in self.parameters.items())

    to_string = ps_text

    @prop("string MediaType {get;set}")
    def media_type(self) -> str:
        return self.media

    @media_type.setter
    def set_media_type(self, value: str) -> None:
        self.media = value

    @prop("string CharSet {get;set}")
    def char_set(self) -> Any:
        return self.parameters.get("charset")

    @char_set.setter
    def set_char_set(self, value: str) -> None:
        self.parameters["charset"] = value

    @prop("string Name {get;set}")
    def name(self) -> str:
        return self.parameters.get("name", "")

    @name.setter
    def set_name(self, value: str) -> None:
        self.parameters["name"] = value

    @prop("string Boundary {get;set}")
    def boundary(self) -> Any:
        return self.parameters.get("boundary")

    @boundary.setter
    def set_boundary(self, value: str) -> None:
        self.parameters["boundary"] = value


@net_class(_M + "Attachment", interfaces=("System.IDisposable",))
class Attachment:
    """A file, or a text with a name, that goes with a message."""

    def __init__(self, name: str, data: bytes, content_type: ContentType) -> None:
        self.file_name = name
        self.data = data
        self.content = content_type
        self.ps_members: Any = None

    @constructor("(string fileName)", "(string fileName, string mediaType)")
    @staticmethod
    def create(path: str, media: str | None = None) -> Attachment:
        import mimetypes
        import os

        from spshell.dotnet.io.file_errors import checked, guarded

        def read() -> bytes:
            with open(path, "rb") as file:
                return file.read()

        data = guarded(read, checked(path, "fileName"))
        kind = media or mimetypes.guess_type(path)[0] or "application/octet-stream"
        return Attachment(os.path.basename(path), data, ContentType.create(kind))

    @method("static System.Net.Mail.Attachment CreateAttachmentFromString(string content, string name)")
    @staticmethod
    def from_string(content: str, name: str) -> Attachment:
        return Attachment(name, content.encode(), ContentType("text/plain", {"charset": "utf-8"}))

    @prop("string Name {get;set}")
    def name(self) -> str:
        return self.file_name

    @name.setter
    def set_name(self, value: str) -> None:
        self.file_name = value

    @prop("System.Net.Mime.ContentType ContentType {get;set}")
    def content_type(self) -> Any:
        return self.content

    @content_type.setter
    def set_content_type(self, value: Any) -> None:
        self.content = value

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held open."""


_SUBJECT_BREAKS = ("\r", "\n")


@net_class(_M + "MailMessage", interfaces=("System.IDisposable",))
class MailMessage:
    """A message as scripts build it."""

    def __init__(self) -> None:
        from spshell.dotnet.collections.name_values import NameValueCollection

        self.values: dict[str, Any] = {"Subject": "", "Body": ""}
        self.lists = {name: MailAddressCollection() for name in ("To", "CC", "Bcc", "ReplyToList")}
        self.header_values = NameValueCollection()
        self.files = AttachmentCollection()
        self.ps_members: Any = None

    @constructor("()", "(mailaddress from, mailaddress to)")
    @staticmethod
    def create(sender: Any = None, recipient: Any = None) -> MailMessage:
        made = MailMessage()
        if sender is not None:
            made.values["From"] = sender
            made.lists["To"].append(recipient)
        return made

    @constructor("(string from, string to)", "(string from, string to, string subject, string body)")
    @staticmethod
    def from_text(sender: str, recipients: str, subject: str = "", body: str = "") -> MailMessage:
        for name, value in (("from", sender), ("to", recipients)):
            if value is None:
                raise argument_null(name)
            if not value:
                raise bad_argument("An address is required.", name)
        made = MailMessage()
        made.values["From"] = MailAddress.create(sender)
        made.lists["To"].add_text(recipients)
        made.values["Body"] = body or ""
        made.put_subject(subject or "")
        return made

    def put_subject(self, value: str | None) -> None:
        """Set the subject; one with line ends is refused."""
        text = value or ""
        if any(character in text for character in _SUBJECT_BREAKS):
            raise bad_argument("The subject contains a line end.")
        self.values["Subject"] = text

    @prop("string Subject {get;set}")
    def subject(self) -> str:
        return str(self.values["Subject"])

    @subject.setter
    def set_subject(self, value: str | None) -> None:
        self.put_subject(value)

    @prop("string Body {get;set}")
    def body(self) -> str:
        return str(self.values["Body"])

    @body.setter
    def set_body(self, value: str | None) -> None:
        self.values["Body"] = value or ""

    @prop("mailaddress From {get;set}")
    def sender(self) -> Any:
        return self.values.get("From")

    @sender.setter
    def set_sender(self, value: Any) -> None:
        if value is None:
            raise argument_null("value")
        self.values["From"] = value

    @prop("System.Net.Mail.MailAddressCollection To {get}")
    def to(self) -> Any:
        return self.lists["To"]

    @prop("System.Net.Mail.MailAddressCollection CC {get}")
    def cc(self) -> Any:
        return self.lists["CC"]

    @prop("System.Net.Mail.MailAddressCollection Bcc {get}")
    def bcc(self) -> Any:
        return self.lists["Bcc"]

    @prop("System.Net.Mail.MailAddressCollection ReplyToList {get}")
    def reply_to_list(self) -> Any:
        return self.lists["ReplyToList"]

    @prop("System.Collections.Specialized.NameValueCollection Headers {get}")
    def headers(self) -> Any:
        return self.header_values

    @prop("System.Net.Mail.AttachmentCollection Attachments {get}")
    def attachments(self) -> Any:
        return self.files

    @prop("System.Net.Mail.MailPriority Priority {get;set}")
    def priority(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return self.values.get("Priority") or enum_value(_M + "MailPriority", "Normal")

    @priority.setter
    def set_priority(self, value: Any) -> None:
        self.values["Priority"] = value

    @method("void Dispose()")
    def dispose(self) -> None:
        """Nothing is held open."""


def _stored(name: str, kind: str, default: Any) -> None:
    made = prop(f"{kind} {name} {{get;set}}")(lambda message: message.values.get(name, default))
    setattr(
        MailMessage,
        "part_" + name.lower(),
        made.setter(lambda message, value: message.values.__setitem__(name, value)),
    )


_stored("IsBodyHtml", "bool", False)
_stored("Sender", "mailaddress", None)
_stored("ReplyTo", "mailaddress", None)
_stored("BodyEncoding", "System.Text.Encoding", None)
_stored("SubjectEncoding", "System.Text.Encoding", None)
_stored("HeadersEncoding", "System.Text.Encoding", None)
