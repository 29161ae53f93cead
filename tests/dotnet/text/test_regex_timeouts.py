"""[regex] with a time limit."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.dotnet.text.regex_timeouts import TimedPattern
from spshell.values.exceptions import NetException
from spshell.values.text import to_text


def test_a_pattern_with_a_limit_matches_as_one_without():
    got = make_session().evaluate(
        "$r = [regex]::new('(\\w)(\\d)?', 'IgnoreCase', [timespan]::FromSeconds(5))\n"
        "$r.Matches('a1 b').Value; $r.Replace('a1', '<$1>'); $r.IsMatch('-')"
    )
    assert [to_text(value) for value in got] == ["a1", "b", "<a>", "False"]


def test_what_takes_too_long_fails():
    class Slow:
        def search(self, _text: str, timeout: float) -> None:
            raise TimeoutError

    with pytest.raises(NetException) as caught:
        TimedPattern(Slow(), 1).search("a")
    assert caught.value.net_name == "System.Text.RegularExpressions.RegexMatchTimeoutException"
