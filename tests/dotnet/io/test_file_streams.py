"""FileStream and StreamWriter."""

from spshell.engine.session import Session
from spshell.values.text import to_text


def test_text_is_written_appended_and_read_as_bytes(tmp_path) -> None:
    """
    A writer makes the file or goes on at its end; a stream reads its bytes; what is closed says so.
    """
    path = tmp_path / "x.txt"
    script = f"""
    $w = [IO.StreamWriter]::new('{path}'); $w.WriteLine('a'); $w.Write('{{0}}-{{1}}', 1, 2); $w.Close()
    $w = [IO.StreamWriter]::new('{path}', $true); $w.NewLine = '!'; $w.WriteLine('b'); $w.Dispose()
    $s = [IO.FileStream]::new('{path}', 'Open', 'Read'); $s.Length; $s.ReadByte(); $s.CanWrite; $s.Dispose()
    try {{ $s.Read([byte[]]::new(1), 0, 1) }} catch {{ $_.FullyQualifiedErrorId }}
    try {{ [IO.FileStream]::new('{path}', 'CreateNew') }} catch {{ $_.FullyQualifiedErrorId }}
    """
    found = [to_text(item) for item in Session().evaluate(script)]
    assert found == ["7", "97", "False", "ObjectDisposedException", "IOException"]
    assert path.read_text() == "a\n1-2b!"


def test_an_encoding_with_a_mark_writes_it_once(tmp_path) -> None:
    """
    The mark stands at the beginning of the file only.
    """
    path = tmp_path / "x.txt"
    Session().evaluate(
        f"1..2 | ForEach-Object {{ $w = [IO.StreamWriter]::new('{path}', $true, [Text.Encoding]::UTF8);"
        " $w.Write('x'); $w.Close() }"
    )
    assert path.read_bytes() == b"\xef\xbb\xbfxx"
