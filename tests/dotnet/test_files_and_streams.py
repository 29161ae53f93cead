"""Files opened by .NET's members, compressed streams, concurrent collections, bits of numbers."""

from __future__ import annotations

import pytest


def test_text_goes_through_writers_and_readers(session, tmp_path):
    """
    CreateText begins a file, AppendText goes on, OpenText reads it.
    """
    text = (
        f"$f = '{tmp_path}/a.txt'; $w = [IO.File]::CreateText($f); $w.WriteLine('one'); $w.Close();"
        " $w = ([IO.FileInfo]$f).AppendText(); $w.Write('two'); $w.Dispose();"
        " $r = [IO.File]::OpenText($f); $r.ReadLine(); $r.ReadToEnd(); $r.Close();"
        " [IO.File]::AppendAllBytes($f, [byte[]](33)); [IO.File]::ReadAllText($f).Length"
    )
    assert session.evaluate(text) == ["one", "two", 8]


@pytest.mark.parametrize("kind", ["GZipStream", "DeflateStream", "ZLibStream"])
def test_what_was_compressed_expands_again(session, kind):
    """
    A compressing stream is complete when it is closed.
    """
    text = (
        f"$t = [IO.Compression.{kind}]; $b = [Text.Encoding]::UTF8.GetBytes('x' * 500);"
        " $m = [IO.MemoryStream]::new(); $z = $t::new($m, [IO.Compression.CompressionMode]::Compress);"
        " $z.Write($b, 0, $b.Length); $z.Close(); $c = $m.ToArray(); $c.Length -lt 100;"
        " $r = [IO.StreamReader]::new($t::new([IO.MemoryStream]::new($c), [IO.Compression.CompressionMode]::Decompress));"
        " $r.ReadToEnd().Length"
    )
    assert session.evaluate(text) == [True, 500]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (("$d = [Collections.Concurrent.ConcurrentDictionary[string, int]]::new(); $d.GetOrAdd('a', 1); $d.GetOrAdd('a', 2);"
         " $d.AddOrUpdate('a', 5, { param($k, $v) $v + 10 }); $v = 0; $d.TryRemove('a', [ref]$v); $v; $d.IsEmpty"), [1, 1, 11, True, 11, True]),
        ("$b = [Collections.Concurrent.ConcurrentBag[int]]::new(); 1..3 | % { $b.Add($_) }; $b.Count; $v = 0; $b.TryTake([ref]$v); $v", [3, True, 3]),
        ("[BitConverter]::DoubleToInt64Bits(1.0); [BitConverter]::Int64BitsToDouble(4607182418800017408)", [4607182418800017408, 1.0]),
        ("[Diagnostics.Stopwatch]::Frequency; [Diagnostics.Stopwatch]::GetElapsedTime(0, 1000000000).TotalSeconds", [1000000000, 1.0]),
    ],
)  # fmt: skip
def test_values(session, text, result):
    """
    As .NET gives them.
    """
    assert session.evaluate(text) == result
