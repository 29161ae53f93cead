"""TcpClient, as scripts try a port with it."""

import socket

from spshell.engine.session import Session
from spshell.values.text import to_text


def test_a_port_that_listens_and_one_that_does_not() -> None:
    """
    BeginConnect with a wait tells an open port; Connect throws for a closed one; the stream carries bytes.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        script = f"""
        $c = [Net.Sockets.TcpClient]::new()
        $c.BeginConnect('127.0.0.1', {port}, $null, $null).AsyncWaitHandle.WaitOne(2000); $c.Connected
        $s = $c.GetStream(); $s.Write([Text.Encoding]::ASCII.GetBytes('hi'), 0, 2); $c.Close()
        """
        assert [to_text(item) for item in Session().evaluate(script)] == ["True", "True"]
        connection, _ = server.accept()
        with connection:
            assert connection.recv(2) == b"hi"
    script = f"try {{ [Net.Sockets.TcpClient]::new('127.0.0.1', {port}) }} catch {{ $_.FullyQualifiedErrorId }}"
    assert [to_text(item) for item in Session().evaluate(script)] == ["SocketException"]
