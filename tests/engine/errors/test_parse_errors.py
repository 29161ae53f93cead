"""What a ParseException says."""

from spshell.engine.errors.parse_errors import parse_text
from spshell.values.exceptions import NetException


def test_the_message_places_each_error_and_the_sentence_stands_alone() -> None:
    """
    `.Message` holds position, line and marker before the sentence; the views print the sentence.
    """
    try:
        parse_text("1 +")
    except NetException as error:
        assert error.message.startswith("At line:1 char:4\n+ 1 +\n+    ~\n")
        assert error.message.endswith(error.first_sentence)  # type: ignore[attr-defined]  # of a ParseException
        assert "\n" not in error.first_sentence  # type: ignore[attr-defined]  # of a ParseException
    else:
        raise AssertionError
