"""DateTime.Parse and ParseExact read what .NET reads."""

import pytest

from spshell.dotnet.time.date_parse import parse_date
from spshell.dotnet.time.date_parse_exact import parse_exact
from spshell.values.exceptions import NetException


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05", "2024-03-05T00:00:00"),
        ("3/5/24", "2024-03-05T00:00:00"),
        ("3/5/50", "1950-03-05T00:00:00"),
        ("5 March 2024", "2024-03-05T00:00:00"),
        ("Mar 2024", "2024-03-01T00:00:00"),
        ("2024-03-05 10:11:12 PM", "2024-03-05T22:11:12"),
        ("2:30 PM 3/5/2024", "2024-03-05T14:30:00"),
        ("1.2.3", "2003-01-02T00:00:00"),
    ],
)
def test_dates_are_read(text: str, expected: str) -> None:
    assert parse_date(text, None, 0).format("s") == expected


@pytest.mark.parametrize(
    "text",
    ["20240305", "2024", "13/05/2024", "2023-02-29", "2024-03-05T10", "Tuesday", "Wed, 05 Mar 2024", ""],
)
def test_other_text_is_no_date(text: str) -> None:
    with pytest.raises(NetException) as caught:
        parse_date(text, None, 0)
    assert caught.value.net_name == "System.FormatException"


def test_an_offset_makes_local_time() -> None:
    found = parse_date("2024-03-05T10:11:12-0530", None, 0)
    assert found.kind == 2
    assert found.universal().format("s") == "2024-03-05T15:41:12"


def test_the_culture_decides_the_order() -> None:
    assert parse_date("3/5/29", "en-GB", 0).format("s") == "2029-05-03T00:00:00"


def test_exact_patterns() -> None:
    assert parse_exact("05.03.2024", ["dd.MM.yyyy"], None, 0).format("s") == "2024-03-05T00:00:00"
    with pytest.raises(NetException):
        parse_exact("3/5/2024", ["dd.MM.yyyy"], None, 0)
