"""How Select-String looks at lines, and what it writes: MatchInfo objects with context."""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.values.arrays import TypedArray
from spshell.values.declare import field, method, net_class, prop
from spshell.values.exceptions import NetException
from spshell.values.numbers import UInt64

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.values.nettype import NetType

_COMMANDS = "Microsoft.PowerShell.Commands."
STREAM = "InputStream"


@net_class(_COMMANDS + "MatchInfoContext")
class MatchContext:
    """The lines around a match."""

    pre_context: Any = field("string[] PreContext {get;set}")
    post_context: Any = field("string[] PostContext {get;set}")
    display_pre_context: Any = field("string[] DisplayPreContext {get;set}")
    display_post_context: Any = field("string[] DisplayPostContext {get;set}")

    def __init__(self, before: list[str]) -> None:
        self.pre_context = before
        self.post_context: list[str] = []
        self.display_pre_context = before
        self.display_post_context: list[str] = self.post_context


def _shown_match(info: Any, session: Any) -> str:
    return str(info.to_string(session.location))


@net_class(_COMMANDS + "MatchInfo")
class MatchInfo:
    """A line that matched."""

    ps_view = ("text", (_shown_match,))

    ignore_case: Any = field("bool IgnoreCase {get;set}")
    line_number: Any = field("ulong LineNumber {get;set}")
    line: Any = field("string Line {get;set}")
    pattern: Any = field("string Pattern {get;set}")
    path: Any = field("string Path {get;set}")
    context: Any = field("Microsoft.PowerShell.Commands.MatchInfoContext Context {get;set}")
    matches: Any = field("System.Text.RegularExpressions.Match[] Matches {get;set}")
    ps_members: Any = None

    @prop("string Filename {get}")
    def file_name(self) -> str:
        return os.path.basename(str(self.path))

    @method("string RelativePath(string directory)")
    def relative_path(self, directory: str) -> str:
        if self.path == STREAM:
            return STREAM
        base = directory.rstrip("/") + "/"
        return str(self.path[len(base) :]) if self.path.startswith(base) else str(self.path)

    @method("string ToString()", "string ToString(string directory)")
    def to_string(self, directory: str | None = None) -> str:
        path = str(self.path) if directory is None else self.relative_path(directory)
        number = int(self.line_number)
        if self.context is None:
            return self._shown(path, number, str(self.line), "")
        before, after = self.context.display_pre_context, self.context.display_post_context
        lines = [self._shown(path, number - len(before) + i, line, "  ") for i, line in enumerate(before)]
        lines.append(self._shown(path, number, self.line, "> "))
        lines += [self._shown(path, number + 1 + i, line, "  ") for i, line in enumerate(after)]
        return "\n".join(lines)

    @method("string ToEmphasizedString(string directory)")
    def to_emphasized_string(self, directory: str) -> str:
        return str(self.to_string(directory))

    def ps_text(self) -> str:
        return str(self.to_string())

    @staticmethod
    def _shown(path: str, number: int, line: Any, mark: str) -> str:
        return f"{mark}{line}" if path == STREAM else f"{mark}{path}:{number}:{line}"


class LineSearch:
    """One run of Select-String."""

    def __init__(self, cmdlet: Any) -> None:
        self.cmdlet = cmdlet
        self.finders = [self._finder(pattern) for pattern in cmdlet.pattern]
        context = [int(number) for number in cmdlet.context or ()]
        self.before = context[0] if context else 0
        self.after = context[-1] if context else 0
        self.with_context = bool(context)
        self.waiting: list[tuple[Any, int]] = []
        self.recent: deque[str] = deque(maxlen=self.before)
        self.shown_to: int | None = None  # the last line that the matches before this one show
        self.quiet = bool(cmdlet.quiet)
        self.once = bool(cmdlet.list)
        self.seen = 0
        self._array: Any = None

    def _finder(self, pattern: str) -> Callable[[str], list[Any] | None]:
        """A function from a line to the matches; None when it does not match."""
        cmdlet = self.cmdlet
        ignore_case = not cmdlet.case_sensitive
        if cmdlet.simple_match:
            needle = pattern.lower() if ignore_case else pattern
            return lambda line: [] if needle in (line.lower() if ignore_case else line) else None
        from spshell.dotnet.text.regular_expressions import Match
        from spshell.values.regex_dialect import compile_pattern

        try:
            compiled = compile_pattern(pattern, 1 if ignore_case else 0)
        except NetException as error:
            refusal = utility_fault("InvalidRegex", pattern, error.message)
            refusal.inner = error
            raise refusal from None
        search = compiled.search
        if cmdlet.all_matches:
            find_all = compiled.compiled.finditer
            return lambda line: [Match(line, one, compiled) for one in find_all(line)] or None

        def find(line: str) -> list[Any] | None:
            one = search(line)
            return None if one is None else [Match(line, one, compiled)]

        return find

    def taker(self) -> Callable[[str], None]:
        """What takes text after text: with one pattern and no context most lines cost no more than a search."""
        if self.with_context or len(self.finders) != 1 or self.cmdlet.not_match:
            return self.next_line
        (find,), (pattern,) = self.finders, self.cmdlet.pattern

        def take(line: str) -> None:
            self.seen += 1
            matches = find(line)
            if matches is not None:
                self._emit(line, self.seen, STREAM, pattern, matches)

        return take

    def next_line(self, line: str) -> None:
        """Look at one more line that is in no file."""
        self.seen += 1
        self.line(line, self.seen)

    def file(self, path: str) -> None:
        """Look through a file."""
        from spshell.engine.providers.file_content import decode, lines, read_bytes

        try:
            text = decode(read_bytes(path), self.cmdlet.encoding)
        except NetException as error:
            error.error_id = "ProcessingFile"
            self.cmdlet.write_error(error, target=path)
            return
        for number, line in enumerate(lines(text), 1):
            if self.line(line, number, path) and self.once:
                break
        self.finish()

    def line(self, line: str, number: int, path: str = STREAM) -> bool:
        """Look at one line; whether it was taken."""
        cmdlet = self.cmdlet
        taken, pattern, matches = self._looked_at(line)
        for info, left in self.waiting:
            if left > 0:
                info.context.post_context.append(line)
        self.waiting = [(info, left - 1) for info, left in self.waiting]
        while self.waiting and self.waiting[0][1] <= 0:
            cmdlet.write(self.waiting.pop(0)[0])
        if taken:
            self._emit(line, number, path, pattern, matches)
        if self.with_context:
            self.recent.append(line)
        return taken

    def _looked_at(self, line: str) -> tuple[bool, str, list[Any]]:
        cmdlet = self.cmdlet
        for pattern, find in zip(cmdlet.pattern, self.finders, strict=True):
            matches = find(line)
            if matches is not None:
                return not cmdlet.not_match, pattern, matches
        return bool(cmdlet.not_match), cmdlet.pattern[0], []

    def _emit(self, line: str, number: int, path: str, pattern: str, matches: list[Any]) -> None:
        cmdlet = self.cmdlet
        if self.quiet:
            cmdlet.write(True)
            cmdlet.stop_upstream()
        if cmdlet.raw:
            cmdlet.write(line)
            return
        info = MatchInfo()
        info.ignore_case = not cmdlet.case_sensitive
        info.line_number = UInt64(number)
        info.line, info.path, info.pattern = line, path, pattern
        info.matches = TypedArray(matches, self._array_type())
        if not self.with_context:
            cmdlet.write(info)
            return
        shown = 0 if self.shown_to is None else number - self.shown_to - 1
        info.context = MatchContext(list(self.recent))
        if self.shown_to is not None and shown < len(self.recent):
            info.context.display_pre_context = list(self.recent)[len(self.recent) - max(shown, 0) :]
        self.shown_to = number + self.after
        if self.after or self.waiting:
            self.waiting.append((info, self.after))
        else:
            cmdlet.write(info)

    def _array_type(self) -> NetType:
        if self._array is None:
            from spshell.dotnet.collections.byte_arrays import typed_array

            self._array = typed_array("System.Text.RegularExpressions.Match", ()).net_type
        return self._array  # type: ignore[no-any-return]  # a NetType

    def finish(self) -> None:
        """No more lines follow: what waited for them is written."""
        for info, _ in self.waiting:
            self.cmdlet.write(info)
        self.shown_to = None
        self.waiting.clear()
        self.recent.clear()
