"""Text to tokens to tree. Knows nothing of running.

`parse` never raises: what is wrong stands in `ParseResult.errors`, and the tree is as good as it can be.
"""

from spshell.language.parser import ParseError, ParseResult, parse, parse_type_name

__all__ = ["ParseError", "ParseResult", "parse", "parse_type_name"]
