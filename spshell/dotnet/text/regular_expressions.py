"""System.Text.RegularExpressions: Regex, Match, Group, Capture and their collections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.byte_arrays import typed_array
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.enumerations import enum_number
from spshell.dotnet.system.errors import argument_null, out_of_range, thrown
from spshell.dotnet.time.timespans import TimeSpan
from spshell.values.declare import Members, constructor, method, net_class, prop
from spshell.values.exceptions import NetException
from spshell.values.regex_dialect import NetPattern, capturing, compile_pattern
from spshell.values.replacement import replacement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_R = "System.Text.RegularExpressions."
_INFINITE = TimeSpan(-10_000)


@net_class(_R + "Capture")
class Capture:
    """One piece of the input that a group matched."""

    def __init__(self, text: str, index: int, length: int) -> None:
        self.text = text
        self.start = index
        self.size = length

    def ps_text(self) -> str:
        return str(self.value)

    to_string = ps_text

    @prop("int Index {get}")
    def index(self) -> int:
        return self.start

    @prop("int Length {get}")
    def length(self) -> int:
        return self.size

    @prop("string Value {get}")
    def value(self) -> str:
        return self.text[self.start : self.start + self.size]

    @prop("System.ReadOnlySpan`1[char] ValueSpan {get}")
    def value_span(self) -> None:
        """A span, which PowerShell cannot hold."""


class Items:
    """A collection of captures, groups or matches by position."""

    items: list[Any]

    def net_enumerate(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def ps_get_index(self, index: Any) -> Any:
        from spshell.values.indexing import get_index

        return get_index(self.items, index)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.items)

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return True

    @method("System.Collections.IEnumerator GetEnumerator()")
    def get_enumerator(self) -> Any:
        from spshell.dotnet.collections.enumerators import Enumerator

        return Enumerator(self.items)

    def at(self, index: int) -> Any:
        """An element; raises ArgumentOutOfRangeException."""
        if not 0 <= index < len(self.items):
            raise out_of_range("i", index)
        return self.items[index]


_COLLECTION = ("System.Collections.IList", "System.Collections.ICollection", "System.Collections.IEnumerable")


def _collection(name: str, element: str) -> Callable[[type], Any]:
    typed = tuple(
        f"System.Collections.Generic.{stem}`1[{_R}{element}]"
        for stem in ("IList", "ICollection", "IEnumerable")
    )
    return net_class(_R + name, interfaces=(*typed, *_COLLECTION))


@_collection("CaptureCollection", "Capture")
class CaptureCollection(Items):
    """The captures of a group."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items


@_collection("MatchCollection", "Match")
class MatchCollection(Items):
    """All matches of an input."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items


@net_class(_R + "Group")
class Group(Capture):
    """What one group of a pattern matched."""

    known_by_name = True

    def __init__(self, owner: Match, name: str, number: int) -> None:
        found = owner.found
        start, end = (-1, -1) if found is None else found.span(number)
        super().__init__(owner.text, max(start, 0), max(end - start, 0))
        self.owner = owner
        self.number = number
        self.matched = start >= 0
        self.title = name

    @prop("bool Success {get}")
    def success(self) -> bool:
        return self.matched

    @prop("string Name {get}")
    def name(self) -> str:
        return self.title

    @prop("System.Text.RegularExpressions.CaptureCollection Captures {get}")
    def captures(self) -> CaptureCollection:
        if not self.matched:
            return CaptureCollection([])
        spans = self.owner.spans(self.number)
        captures = [Capture(self.text, start, end - start) for start, end in spans[:-1]]
        return CaptureCollection([*captures, self])  # the last capture is the group itself


@_collection("GroupCollection", "Group")
class GroupCollection(Items):
    """The groups of a match by number or name."""

    def __init__(self, owner: Match) -> None:
        self.owner = owner
        pattern = owner.pattern
        index = pattern.index if pattern is not None and owner.found is not None else {"0": 0}
        self.items = [owner if number == 0 else Group(owner, name, number) for name, number in index.items()]

    def ps_get_index(self, index: Any) -> Any:
        if type(index) is str:
            return next(
                (group for group in self.items if group.name == index), Group(Match.nothing(), index, 0)
            )
        from spshell.values.conversion import to_int

        position = to_int(index)
        if 0 <= position < len(self.items):
            return self.items[position]
        return Group(Match.nothing(), str(position), 0)

    @prop("System.Collections.Generic.IEnumerable[string] Keys {get}")
    def keys(self) -> list[str]:
        return [group.name for group in self.items]

    @prop("System.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Group] Values {get}")
    def values(self) -> list[Any]:
        return list(self.items)

    @method("bool ContainsKey(string key)")
    def contains_key(self, key: str) -> bool:
        return any(group.name == key for group in self.items)


@net_class(_R + "Match")
class Match(Group):
    """A match, or the failure to find one."""

    def __init__(self, text: str, found: Any, pattern: NetPattern | None) -> None:
        self.found = found
        self.pattern = pattern
        self.text = text
        super().__init__(self, "0", 0)
        self._captured: Any = None

    @staticmethod
    def nothing() -> Match:
        """The match that failed."""
        return Match("", None, None)

    def spans(self, number: int) -> list[tuple[int, int]]:
        """All captures of a group."""
        if number == 0 or self.pattern is None:
            return [self.found.span(number)]
        if self._captured is None:
            self._captured = capturing(self.pattern).match(self.text, self.found.start())
        again = self._captured
        if again is None or not hasattr(again, "spans") or again.span() != self.found.span():
            return [self.found.span(number)]
        return list(again.spans(number))

    @prop("System.Text.RegularExpressions.GroupCollection Groups {get}")
    def groups(self) -> GroupCollection:
        return GroupCollection(self)

    @method("System.Text.RegularExpressions.Match NextMatch()")
    def next_match(self) -> Match:
        if self.pattern is None or self.found is None:
            return Match.nothing()
        end = self.found.end()
        return first_match(self.pattern, self.text, end + (end == self.found.start()))

    @method("string Result(string replacement)")
    def result(self, template: str) -> str:
        if self.pattern is None or self.found is None:
            raise thrown("System.NotSupportedException", "Invalid", "A failed match has no result.")
        return str(replacement(self.pattern, template)(self.found))

    @prop("static System.Text.RegularExpressions.Match Empty {get}")
    @staticmethod
    def empty() -> Match:
        return Match.nothing()


def first_match(pattern: NetPattern, text: str, start: int = 0) -> Match:
    """The first match from a position on."""
    if start > len(text):
        return Match(text, None, pattern)
    return Match(text, pattern.compiled.search(text, start), pattern)


def _finds(pattern: NetPattern, text: str, start: int = 0) -> Iterator[Any]:
    return iter(pattern.compiled.finditer(text, start))


@net_class(_R + "Regex", ps_name="regex")
class Regex:
    """A regular expression with its options."""

    def __init__(self, pattern: str, options: int = 0, timeout: TimeSpan = _INFINITE) -> None:
        self.number = options
        self.timeout = timeout
        self.net_pattern = compile_pattern(pattern, options)
        if timeout.span_ticks > 0:
            from spshell.dotnet.text.regex_timeouts import timed

            self.net_pattern = timed(self.net_pattern, timeout.span_ticks / 10_000_000)

    def ps_text(self) -> str:
        return self.net_pattern.text

    to_string = ps_text

    @constructor(
        "(string pattern)",
        "(string pattern, System.Text.RegularExpressions.RegexOptions options)",
        "(string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
    )
    @staticmethod
    def create(pattern: str | None, options: Any = None, timeout: TimeSpan = _INFINITE) -> Regex:
        if pattern is None:
            raise argument_null("pattern")
        return Regex(pattern, 0 if options is None else options.value, timeout)

    @prop("System.Text.RegularExpressions.RegexOptions Options {get}")
    def options(self) -> Any:
        return enum_number(_R + "RegexOptions", self.number)

    @prop("bool RightToLeft {get}")
    def right_to_left(self) -> bool:
        return bool(self.number & 64)

    @prop("timespan MatchTimeout {get}")
    def match_timeout(self) -> TimeSpan:
        return self.timeout

    @method("string[] GetGroupNames()")
    def get_group_names(self) -> Any:
        return typed_array("System.String", self.net_pattern.names)

    @method("int[] GetGroupNumbers()")
    def get_group_numbers(self) -> Any:
        return typed_array("System.Int32", range(len(self.net_pattern.names)))

    @method("string GroupNameFromNumber(int i)")
    def group_name_from_number(self, number: int) -> str:
        return self.net_pattern.names[number] if 0 <= number < len(self.net_pattern.names) else ""

    @method("int GroupNumberFromName(string name)")
    def group_number_from_name(self, name: str) -> int:
        return self.net_pattern.names.index(name) if name in self.net_pattern.names else -1


def _input(text: str | None) -> str:
    if text is None:
        raise argument_null("input")
    return text


def _start(text: str, start: int) -> int:
    if not 0 <= start <= len(text):
        raise out_of_range("startat", start)
    return start


def is_match(pattern: NetPattern, text: str, start: int = 0) -> bool:
    return pattern.compiled.search(_input(text), _start(text, start)) is not None


def find(pattern: NetPattern, text: str, start: int = 0, length: int | None = None) -> Match:
    _start(_input(text), start)
    if length is None:
        return first_match(pattern, text, start)
    if start + length > len(text):
        raise out_of_range("length", length)
    return Match(text, pattern.compiled.search(text, start, start + length), pattern)


def find_all(pattern: NetPattern, text: str, start: int = 0) -> MatchCollection:
    _start(_input(text), start)
    return MatchCollection([Match(text, found, pattern) for found in _finds(pattern, text, start)])


def count(pattern: NetPattern, text: str) -> int:
    return sum(1 for _ in _finds(pattern, _input(text)))


def replace(pattern: NetPattern, text: str, new: Any, limit: int = -1, start: int = 0) -> str:
    if new is None:
        raise argument_null("replacement")
    if limit < -1:
        raise out_of_range("count", limit)
    _start(_input(text), start)
    if limit == 0:
        return text
    make = replacement(pattern, new) if isinstance(new, str) else _evaluator(pattern, text, new)
    pieces: list[str] = []
    position = 0
    finds = list(_finds(pattern, text, start))
    chosen = finds if limit < 0 else finds[:limit]
    # From right to left the last ones come first; the text is put together in its own order.
    for found in sorted(chosen, key=lambda item: item.span()):
        pieces += (text[position : found.start()], make(found))
        position = found.end()
    return "".join((*pieces, text[position:]))


def _evaluator(pattern: NetPattern, text: str, script: Any) -> Callable[[Any], str]:
    from spshell.dotnet.collections.list_members import call_delegate
    from spshell.values.text import to_text

    block = getattr(script, "script", script)
    prepare = getattr(block, "called_with_one", None)
    run = None if prepare is None else prepare()
    if run is not None:
        return lambda found: to_text(run(Match(text, found, pattern)))
    return lambda found: to_text(call_delegate(script, Match(text, found, pattern)))


def split(pattern: NetPattern, text: str, limit: int = 0, start: int = 0) -> Any:
    if limit < 0:
        raise out_of_range("count", limit)
    _start(_input(text), start)
    pieces: list[str] = []
    position = 0
    if limit != 1:
        for number, found in enumerate(_finds(pattern, text, start)):
            if limit and number == limit - 1:
                break
            pieces.append(text[position : found.start()])
            pieces += (group for group in found.groups() if group is not None)
            position = found.end()
    return typed_array("System.String", [*pieces, text[position:]])


_SPECIAL = "\\*+?|{[()^$.# \t\n\f\r"
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
MORE = Members()


@MORE.method("static string Escape(string str)")
def escape(text: str | None) -> str:
    """The text as a pattern that matches it."""
    if text is None:
        raise argument_null("str")
    return "".join(
        _ESCAPES.get(character, "\\" + character) if character in _SPECIAL else character
        for character in text
    )


@MORE.method("static string Unescape(string str)")
def unescape(text: str | None) -> str:
    """Escape turned back."""
    if text is None:
        raise argument_null("str")
    letters = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", "a": "\a", "v": "\v", "0": "\0"}
    result: list[str] = []
    at = 0
    while at < len(text):
        character = text[at]
        if character != "\\" or at + 1 >= len(text):
            result.append(character)
            at += 1
            continue
        following = text[at + 1]
        width = {"x": 2, "u": 4}.get(following, 0)
        digits = text[at + 2 : at + 2 + width]
        if width and len(digits) == width:
            result.append(chr(int(digits, 16)))
            at += 2 + width
        else:
            result.append(letters.get(following, following))
            at += 2
    return "".join(result)


_OPTIONS = _R + "RegexOptions options"


def _declare_both(returned: str, name: str, function: Callable[..., Any], *rest: str, new: str = "") -> None:
    """The static forms (input, pattern[, options[, timeout]]) and the instance forms of one operation."""
    extra = f", {new}" if new else ""

    def static(text: str, pattern: str, *more: Any) -> Any:
        if pattern is None:
            raise argument_null("pattern")
        values = list(more)
        arguments = [values.pop(0)] if new else []
        options = values[0].value if values else 0
        return function(compile_pattern(pattern, options), _input(text), *arguments)

    head = f"static {returned} {name}(string input, string pattern{extra}"
    MORE.method(f"{head})", f"{head}, {_OPTIONS})", f"{head}, {_OPTIONS}, timespan matchTimeout)")(static)
    own = f"{returned} {name}(string input{extra}"
    MORE.method(f"{own})", *(f"{own}, {parameters})" for parameters in rest))(
        lambda regex, *arguments: function(regex.net_pattern, *arguments)
    )


_declare_both("bool", "IsMatch", is_match, "int startat")
_declare_both(_R + "Match", "Match", find, "int startat", "int beginning, int length")
_declare_both(_R + "MatchCollection", "Matches", find_all, "int startat")
_declare_both("int", "Count", count)
_declare_both("string[]", "Split", split, "int count", "int count, int startat")
_declare_both("string", "Replace", replace, "int count", "int count, int startat", new="string replacement")
_declare_both(
    "string", "Replace", replace, "int count", "int count, int startat", new=_R + "MatchEvaluator evaluator"
)
MORE.constant("int CacheSize {get}", 15)
MORE.constant("timespan InfiniteMatchTimeout {get}", _INFINITE)


def _also(name: str, members: Members) -> None:
    net_type = define(name)
    first = net_type.declare

    def fill(target: Any) -> None:
        if first is not None:
            first(target)
        members.fill(target)

    net_type.declare = fill


def _parse(text: str) -> Regex:
    """[regex]'text'; raises PSInvalidCastException with the id of this conversion."""
    from spshell.values.messages import cast_fault

    try:
        return Regex(text)
    except NetException as error:
        raise cast_fault(
            "InvalidCastFromStringToRegex",
            "InvalidCastExceptionWithInnerException",
            text,
            _R + "Regex",
            error.message,
            inner=error,
        ) from None


def _register() -> None:
    _also(_R + "Regex", MORE)
    define(_R + "Regex").parse = _parse
    for name in ("CaptureCollection", "MatchCollection", "GroupCollection"):
        shared = Members()
        shared.prop("int Count {get}")(len)
        shared.prop("bool IsReadOnly {get}")(lambda _items: True)
        shared.prop("System.Object Item(int i) {get}")(lambda items, index: items.at(index))
        shared.method("System.Collections.IEnumerator GetEnumerator()")(lambda items: items.get_enumerator())
        _also(_R + name, shared)


_register()


def match_object(found: Any, pattern: NetPattern) -> Match:
    """The Match of a Python match object."""
    return Match(found.string, found, pattern)
