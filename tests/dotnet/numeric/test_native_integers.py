"""System.IntPtr and System.UIntPtr."""

import pytest

from spshell.engine.session import Session
from spshell.values.exceptions import NetException
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("[intptr]5 + 1", "6"),
        ("[intptr]'12'", "12"),
        ("([intptr]7).ToInt64().GetType().Name", "Int64"),
        ("[intptr]::Zero -eq [intptr]0", "True"),
        ("[uintptr]::MinValue", "0"),
        ("[bool][intptr]0", "True"),
    ],
)
def test_it_is_a_number_of_its_own(script, result):
    """
    It parses, adds and converts, and is an object to truth.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == [result]


def test_a_big_number_does_not_fit():
    """
    The range is that of 64 bits, also beside BigInteger.
    """
    session = Session()
    session.try_depth = 1
    with pytest.raises(NetException) as caught:
        session.evaluate("[intptr]99999999999999999999n")
    assert caught.value.error_id == "InvalidCastTargetInvocationExceptionop_Explicit"


def test_the_size_of_a_number_in_memory(session):
    assert session.evaluate("[System.Runtime.InteropServices.Marshal]::SizeOf([type][long])") == [8]
