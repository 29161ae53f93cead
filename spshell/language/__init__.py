"""Text to tokens to tree. Knows nothing of running.

`parse` never raises: what is wrong stands in `ParseResult.errors`, and the tree is as good as it can be.
The parser is imported with the first name that is asked for: a script whose compiled form is kept needs none.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.parser import ParseError, ParseResult, parse, parse_type_name

__all__ = ["ParseError", "ParseResult", "parse", "parse_type_name"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from spshell.language import parser

    return globals().setdefault(name, getattr(parser, name))
