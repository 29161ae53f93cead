"""Validation attributes and what they refuse (about_Functions_Advanced_Parameters).

A validator has ``validate(value, scope)`` and raises a ValidationMetadataException fault.
"""

from __future__ import annotations

from spshell.engine.binding.messages import MESSAGES
from spshell.values.exceptions import NetException, fault
from spshell.values.nothing import NOTHING
from spshell.values.numbers import NUMBER_NAMES
from spshell.values.objects import PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_SMA = "System.Management.Automation."


def message(name: str, *arguments: Any) -> str:
    """A sentence of this package's table."""
    return MESSAGES[name].format(*arguments)


_IDS = {
    "ValidateRangeGreaterThanMaxRangeFailure": "ValidateRangeTooBig",
    "ValidateRangeSmallerThanMinRangeFailure": "ValidateRangeTooSmall",
    "ValidateRangeElementType": "ValidationRangeElementType",
}
"""Sentences whose errors have another id."""


def refusal(name: str, *arguments: Any) -> NetException:
    """The exception with which a validator refuses a value."""
    return fault(
        _SMA + "ValidationMetadataException",
        message(name, *arguments),
        _IDS.get(name, name),
        "MetadataError",
        arguments=arguments,
    )


def cast_fault(name: str, *arguments: Any) -> NetException:
    """The exception of a value that cannot be converted."""
    return fault(
        _SMA + "PSInvalidCastException",
        message(name, *arguments),
        name,
        "InvalidArgument",
        arguments=arguments,
    )


def _plain(value: Any) -> Any:
    return value.base if type(value) is PSObject else value


def _null(value: Any) -> bool:
    return value is None or value is NOTHING


def elements(value: Any) -> list[Any] | None:
    """The elements of a collection, or None for a single value. Text and hashtables are single values."""
    plain = _plain(value)
    if isinstance(plain, list):
        return list(plain)
    if type(plain) in (str, int, float, bool) or plain is None:
        return None
    from spshell.values.enumeration import enumerate_value

    found = enumerate_value(plain)
    return None if found is None else list(found)


class EachElement:
    """A validator that looks at each element of a collection by itself."""

    def validate(self, value: Any, scope: Any) -> None:
        """Raise when the value, or one of its elements, is refused."""
        if _null(value):
            raise refusal("ArgumentIsNull")
        items = elements(value)
        if items is None:
            self.check(value, scope)
            return
        for item in items:
            self.check(item, scope)

    def check(self, value: Any, scope: Any) -> None:
        """Raise when a single value is refused."""
        raise NotImplementedError(value, scope)


class ValidateSet(EachElement):
    """[ValidateSet('a', 'b')]: one of these, by default whatever the case."""

    def __init__(self, *values: str, ignore_case: bool = True, error_message: str = "") -> None:
        self.values = values
        self.ignore_case = ignore_case
        self.error_message = error_message

    def allowed(self, scope: Any) -> Iterable[str]:
        """The allowed values."""
        del scope
        return self.values

    def check(self, value: Any, scope: Any) -> None:
        from spshell.values.text import to_text

        text = to_text(value)
        values = [to_text(item) for item in self.allowed(scope)]
        if self.ignore_case:
            found = text.lower() in [item.lower() for item in values]
        else:
            found = text in values
        if not found:
            raise _worded(self.error_message, "ValidateSetFailure", text, ",".join(values))


class ValidateSetGenerator(ValidateSet):
    """[ValidateSet([Class])]: the values come from an object with GetValidValues()."""

    def __init__(self, source: Any, **options: Any) -> None:
        super().__init__(**options)
        self.source = source

    def allowed(self, scope: Any) -> Iterable[str]:
        del scope
        from spshell.dotnet.reflection.members import construct, invoke_method

        found = invoke_method(construct(self.source, []), "GetValidValues", [])
        return elements(found) or [found]


_RANGE_TYPES = frozenset((*NUMBER_NAMES, "TimeSpan", "Boolean", "Char"))
"""The types that a kind of range (Positive ...) can be asked of."""


class ValidateRange(EachElement):
    """[ValidateRange(1, 10)], or a kind: Positive, NonNegative, Negative, NonPositive."""

    def __init__(self, low: Any, high: Any = None, *, kind: str = "") -> None:
        self.low = low
        self.high = high
        self.kind = kind

    def check(self, value: Any, scope: Any) -> None:
        del scope
        from spshell.values.text import to_text

        plain = _plain(value)
        if self.kind:
            self._check_kind(plain)
            return
        plain = self._as_limit(plain)
        if _order(self.low, plain) > 0:
            raise refusal("ValidateRangeSmallerThanMinRangeFailure", to_text(plain), to_text(self.low))
        if _order(self.high, plain) < 0:
            raise refusal("ValidateRangeGreaterThanMaxRangeFailure", to_text(plain), to_text(self.high))

    def _as_limit(self, value: Any) -> Any:
        """The value in the type of the limits, rounded if these are whole numbers."""
        from spshell.values.conversion import try_convert
        from spshell.values.nettype import type_of

        wanted = type_of(self.low)
        if type_of(value) is wanted:
            return value
        fits, converted = try_convert(value, wanted)
        if not fits:
            raise refusal("ValidateRangeElementType", type_of(value).name, wanted.name)
        return converted

    def _check_kind(self, value: Any) -> None:
        from spshell.values.nettype import type_of
        from spshell.values.text import to_text

        own = type_of(value).name
        if own == "TimeSpan":
            order = -_order(value, type_of(value).default)
        elif own in _RANGE_TYPES:
            order = _order(0, value)
        else:
            raise refusal("ValidateRangeElementType", own, "Int32")
        kind = self.kind.lower()
        refused = {
            "positive": order >= 0,
            "nonnegative": order > 0,
            "negative": order <= 0,
            "nonpositive": order < 0,
        }[kind]
        if refused:
            spelled = {"positive": "Positive", "nonnegative": "NonNegative", "negative": "Negative"}.get(
                kind, "NonPositive"
            )
            raise refusal(f"ValidateRange{spelled}Failure", to_text(value))


def _order(limit: Any, value: Any) -> int:
    from spshell.values.comparison import order

    return order(limit, value, ignore_case=True)


class ValidatePattern(EachElement):
    """[ValidatePattern('^a')]: text that a regular expression finds."""

    def __init__(self, pattern: str, *, case_sensitive: bool = False, error_message: str = "") -> None:
        self.pattern = pattern
        self.case_sensitive = case_sensitive
        self.error_message = error_message

    def check(self, value: Any, scope: Any) -> None:
        del scope
        from spshell.values.matching import match
        from spshell.values.text import to_text

        text = to_text(value)
        if not match(text, self.pattern, not self.case_sensitive)[0]:
            raise _worded(self.error_message, "ValidatePatternFailure", text, self.pattern)


class ValidateScript(EachElement):
    """[ValidateScript({ ... })]: what the block calls true with the value in ``$_``."""

    def __init__(self, script: Any, *, error_message: str = "") -> None:
        self.script = script
        self.error_message = error_message

    def validate(self, value: Any, scope: Any) -> None:
        items = elements(value)
        for item in [value] if items is None else items:
            self.check(item, scope)

    def check(self, value: Any, scope: Any) -> None:
        from spshell.values.text import to_text
        from spshell.values.truth import truth

        if _null(value):
            raise refusal("ArgumentIsNull")
        result = self.script.invoke((value,), dollar=value, caller=scope, apart=True)
        if not truth(result):
            raise _worded(self.error_message, "ValidateScriptFailure", to_text(value), self.script.text)


class ValidateLength(EachElement):
    """[ValidateLength(1, 8)]: the length of text."""

    def __init__(self, low: int, high: int) -> None:
        self.low = low
        self.high = high

    def check(self, value: Any, scope: Any) -> None:
        del scope
        plain = _plain(value)
        if type(plain) is not str:
            raise refusal("ValidateLengthNotString")
        if len(plain) < self.low:
            raise refusal("ValidateLengthMinLengthFailure", len(plain), self.low)
        if len(plain) > self.high:
            raise refusal("ValidateLengthMaxLengthFailure", len(plain), self.high)


class ValidateCount:
    """[ValidateCount(1, 3)]: how many values a collection holds."""

    def __init__(self, low: int, high: int) -> None:
        self.low = low
        self.high = high

    def validate(self, value: Any, scope: Any) -> None:
        del scope
        if _null(value):
            found = 0
        else:
            items = elements(value)
            plain = _plain(value)
            if items is None and type(plain).__name__ in ("Hashtable", "OrderedDictionary"):
                items = list(plain.data)
            if items is None and type(plain) is str:
                items = list(plain)
            if items is None:
                raise refusal("ValidateCountNotInArray")
            found = len(items)
        if self.low <= found <= self.high:
            return
        if self.low == self.high:
            raise refusal("ValidateCountExactFailure", self.low, found)
        raise refusal("ValidateCountMinMaxFailure", self.low, self.high, found)


class ValidateNotNull:
    """[ValidateNotNull()]: neither null nor a collection with null in it."""

    def validate(self, value: Any, scope: Any) -> None:
        del scope
        if _null(value):
            raise refusal("ArgumentIsNull")
        for item in elements(value) or ():
            if _null(item):
                raise refusal("ArgumentIsNull")


class ValidateNotNullOrEmpty:
    """[ValidateNotNullOrEmpty()]: something, and no empty element in it."""

    blank = False

    def validate(self, value: Any, scope: Any) -> None:
        del scope
        name = "ArgumentIsWhiteSpace" if self.blank else "ArgumentIsEmpty"
        if _null(value):
            raise refusal("ArgumentIsNull")
        plain = _plain(value)
        if type(plain) is str:
            if self._empty(plain):
                raise refusal(name)
            return
        items = elements(plain)
        if items is None and type(plain).__name__ in ("Hashtable", "OrderedDictionary"):
            if not plain.data:
                raise refusal(name)
            return
        if items is None:
            return
        if not items:
            raise refusal(name)
        for item in items:
            bare = _plain(item)
            if _null(bare):
                raise refusal("ArgumentIsNull")
            if type(bare) is str and self._empty(bare):
                raise refusal(name)

    def _empty(self, text: str) -> bool:
        return not (text.strip() if self.blank else text)


class ValidateNotNullOrWhiteSpace(ValidateNotNullOrEmpty):
    """[ValidateNotNullOrWhiteSpace()]."""

    blank = True


class ValidateVariableName:
    """The names that -OutVariable and its kin take: a variable, perhaps with + in front."""

    def validate(self, value: Any, scope: Any) -> None:
        del scope
        text = str(value)
        if not text.lstrip("+"):
            raise refusal("ValidateVariableName", text)


class ValidateDrive(EachElement):
    """[ValidateDrive('C', 'Env')]: a path on one of these drives; a path without a drive is on the current
    one.
    """

    def __init__(self, *drives: Any) -> None:
        self.drives = tuple(str(drive) for drive in drives)

    def check(self, value: Any, scope: Any) -> None:
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.running import RUNNING
        from spshell.values.text import to_text

        session = RUNNING.get() if scope is None else scope.session
        drive = None if session is None else drives_of(session).locate(to_text(value)).drive
        name = "" if drive is None else drive.title
        if name.lower() not in [known.lower() for known in self.drives]:
            raise refusal("ValidateDriveFailure", name, ",".join(self.drives))


class AcceptAll:
    """A validator that refuses nothing."""

    def validate(self, value: Any, scope: Any) -> None:
        """Accept anything."""


class ScriptValidator:
    """A validator that the script wrote as a class derived from ValidateArgumentsAttribute."""

    def __init__(self, instance: Any, *, each: bool = False) -> None:
        self.instance = instance
        self.each = each

    def validate(self, value: Any, scope: Any) -> None:
        from spshell.dotnet.reflection.members import invoke_method

        if self.each:
            for item in self._items(value):
                invoke_method(self.instance, "ValidateElement", [item])
            return
        context = None if scope is None else scope.session.execution_context(scope)
        invoke_method(self.instance, "Validate", [value, context])

    @staticmethod
    def _items(value: Any) -> Iterator[Any]:
        yield from elements(value) or [value]


class ScriptTransformer:
    """A transformation that the script wrote as a class derived from ArgumentTransformationAttribute."""

    def __init__(self, instance: Any) -> None:
        self.instance = instance

    def transform(self, value: Any, scope: Any) -> Any:
        """The value that the script's Transform method makes of it."""
        from spshell.dotnet.reflection.members import invoke_method

        return invoke_method(self.instance, "Transform", [scope.session.execution_context(scope), value])


def _worded(own: str, name: str, *arguments: Any) -> NetException:
    """The refusal with the attribute's own ErrorMessage when it has one ({0} is the value)."""
    error = refusal(name, *arguments)
    if own:
        error.message = own.replace("{0}", str(arguments[0])).replace(
            "{1}", str(arguments[1]) if arguments[1:] else ""
        )
        error.args = (error.message,)
    return error
