"""System.Net.Sockets.TcpClient: what scripts try a port with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.dotnet.system.errors import argument_null, invalid_operation, out_of_range, thrown
from spshell.dotnet.text.streams import Stream
from spshell.values.declare import constructor, method, net_class, prop

if TYPE_CHECKING:
    import socket


@net_class("System.Net.Sockets.NetworkStream")
class NetworkStream(Stream):
    """The bytes of a connection."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__()
        self.connection = connection

    @prop("bool CanSeek {get}")
    def can_seek(self) -> bool:
        return False

    @prop("bool DataAvailable {get}")
    def data_available(self) -> bool:
        from select import select

        return bool(select([self.connection], [], [], 0)[0])

    def read_rest(self) -> bytes:
        pieces = []
        while piece := self.connection.recv(65536):
            pieces.append(piece)
        return b"".join(pieces)

    @method("int Read(byte[] buffer, int offset, int count)")
    def read(self, buffer: Any, start: int, count: int) -> int:
        piece = _network(lambda: self.connection.recv(count))
        buffer[start : start + len(piece)] = byte_array(piece)
        return len(piece)

    @method("int ReadByte()")
    def read_byte(self) -> int:
        piece = _network(lambda: self.connection.recv(1))
        return piece[0] if piece else -1

    @method("void Write(byte[] buffer, int offset, int count)")
    def write(self, data: Any, start: int, count: int) -> None:
        if data is None:
            raise argument_null("buffer")
        _network(lambda: self.connection.sendall(to_bytes(data)[start : start + count]))

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        self.connection.close()


def _network(action: Any) -> Any:
    try:
        return action()
    except OSError as error:
        raise thrown("System.IO.IOException", "IO", "connection", error.strerror or str(error)) from None


@net_class("System.Net.Sockets.TcpClient", interfaces=("System.IDisposable",))
class TcpClient:
    """A connection to a host and port."""

    def __init__(self) -> None:
        self.connection: socket.socket | None = None
        self.limits: dict[str, int] = {}

    @constructor("()", "(string hostname, int port)")
    @staticmethod
    def create(host: str | None = None, port: int | None = None) -> TcpClient:
        made = TcpClient()
        if port is not None:
            made.connect(host, port)
        return made

    @method("void Connect(string hostname, int port)", "void Connect(ipaddress address, int port)")
    def connect(self, host: Any, port: int) -> None:
        import socket

        if host is None:
            raise argument_null("hostname")
        if not 0 <= port <= 65535:
            raise out_of_range("port", port)
        try:
            self.connection = socket.create_connection((str(getattr(host, "ps_text", lambda: host)()), port))
        except OSError as error:
            raise thrown(
                "System.Net.Sockets.SocketException", "IO", f"{host}:{port}", error.strerror or str(error)
            ) from None

    @method(
        "System.IAsyncResult BeginConnect(string host, int port, System.AsyncCallback requestCallback,"
        " System.Object state)"
    )
    def begin_connect(self, host: str, port: int, _callback: Any, _state: Any) -> Any:
        return _Attempt(self, host, port)

    @method("System.Threading.Tasks.Task ConnectAsync(string host, int port)")
    def connect_async(self, host: str, port: int) -> Any:
        from spshell.dotnet.system.tasks import Task, plain_task
        from spshell.values.exceptions import NetException

        try:
            self.connect(host, port)
        except NetException as error:
            return Task(None, plain_task(), error)
        return Task(None, plain_task())

    @method("void EndConnect(System.IAsyncResult asyncResult)")
    def end_connect(self, attempt: Any) -> None:
        attempt.finish()

    @prop("bool Connected {get}")
    def connected(self) -> bool:
        return self.connection is not None

    @prop("int ReceiveTimeout {get;set}")
    def receive_timeout(self) -> int:
        return self.limits.get("receive", 0)

    @receive_timeout.setter
    def set_receive_timeout(self, value: int) -> None:
        self.limits["receive"] = value
        if self.connection is not None:
            self.connection.settimeout(value / 1000 or None)

    @prop("int SendTimeout {get;set}")
    def send_timeout(self) -> int:
        return self.limits.get("send", 0)

    @send_timeout.setter
    def set_send_timeout(self, value: int) -> None:
        self.limits["send"] = value

    @method("System.Net.Sockets.NetworkStream GetStream()")
    def get_stream(self) -> NetworkStream:
        if self.connection is None:
            raise invalid_operation("There is no connection.")
        if self.limits.get("receive"):
            self.connection.settimeout(self.limits["receive"] / 1000)
        return NetworkStream(self.connection)

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


@net_class("System.Net.Sockets.TcpClient+Attempt", interfaces=("System.IAsyncResult",), register_class=False)
class _Attempt:
    """A connection that is tried while somebody waits for it."""

    def __init__(self, client: TcpClient, host: str, port: int) -> None:
        self.client = client
        self.host = host
        self.port = port
        self.error: Any = None

    @prop("System.Threading.WaitHandle AsyncWaitHandle {get}")
    def async_wait_handle(self) -> Any:
        return self

    @prop("bool IsCompleted {get}")
    def is_completed(self) -> bool:
        return bool(self.wait(0))

    @method(
        "bool WaitOne()",
        "bool WaitOne(int millisecondsTimeout)",
        "bool WaitOne(int millisecondsTimeout, bool exitContext)",
    )
    def wait(self, limit: int = -1, _exit: bool = False) -> bool:
        if self.client.connection is not None or self.error is not None:
            return True
        import socket

        try:
            self.client.connection = socket.create_connection(
                (self.host, self.port), None if limit < 0 else max(limit, 1) / 1000
            )
        except TimeoutError:
            return False
        except OSError as error:
            self.error = error
        else:
            self.client.connection.settimeout(None)
        return True

    def finish(self) -> None:
        """What EndConnect does: wait, and throw what went wrong."""
        if not self.wait(-1) or self.error is not None:
            raise thrown(
                "System.Net.Sockets.SocketException",
                "IO",
                f"{self.host}:{self.port}",
                getattr(self.error, "strerror", None) or str(self.error),
            )

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        """Nothing is held."""
