"""Which objects Select-Object takes: -First, -Last, -Skip, -SkipLast, -Index and -SkipIndex."""

from __future__ import annotations

from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Take = Callable[[Any], None]
    Finish = Callable[[], None]


def make_selection(cmdlet: Any, shape: Take) -> tuple[Take, Finish]:
    """(for each object, at the end): hands what was chosen to `shape`."""
    if cmdlet.index is not None:
        return _indexed(cmdlet, shape, sorted(set(cmdlet.index)))
    if cmdlet.skip_index is not None:
        return _not_indexed(shape, set(cmdlet.skip_index))
    if cmdlet.parameter_set == "SkipLastParameter":
        return _all_but_last(shape, cmdlet.skip, cmdlet.skip_last)
    counted = cmdlet.is_bound("First") or cmdlet.is_bound("Last")
    if not counted:
        return _after(shape, cmdlet.skip)
    if cmdlet.last == 0:
        return _first(cmdlet, shape)
    return _ends(cmdlet, shape)


def _nothing() -> None:
    """Nothing is left to do at the end."""


def _after(shape: Take, skip: int) -> tuple[Take, Finish]:
    left = skip

    def take(value: Any) -> None:
        nonlocal left
        if value is None:
            return
        if left:
            left -= 1
            return
        shape(value)

    def take_all(value: Any) -> None:
        if value is not None:
            shape(value)

    return (take if skip else take_all), _nothing


def _first(cmdlet: Any, shape: Take) -> tuple[Take, Finish]:
    """-First, after -Skip: then no more is wanted."""
    skip, wanted = cmdlet.skip, cmdlet.first
    wait = bool(cmdlet.wait)

    def take(value: Any) -> None:
        nonlocal skip, wanted
        if value is None:
            return
        if skip:
            skip -= 1
            return
        if wanted:
            wanted -= 1
            shape(value)
            if not wanted and not wait:
                cmdlet.stop_upstream()

    return take, _nothing


def _ends(cmdlet: Any, shape: Take) -> tuple[Take, Finish]:
    """-Last, alone or with -First; without -First, -Skip counts from the end."""
    first, last, skip = cmdlet.first, cmdlet.last, cmdlet.skip
    from_end = 0 if first else skip
    skip = skip if first else 0
    held: deque[Any] = deque(maxlen=last + from_end)

    def take(value: Any) -> None:
        nonlocal first, skip
        if value is None:
            return
        if skip:
            skip -= 1
        elif first:
            first -= 1
            shape(value)
        else:
            held.append(value)

    def finish() -> None:
        while len(held) > from_end:
            shape(held.popleft())

    return take, finish


def _all_but_last(shape: Take, skip: int, skip_last: int) -> tuple[Take, Finish]:
    held: deque[Any] = deque()
    left = skip

    def take(value: Any) -> None:
        nonlocal left
        if value is None:
            return
        if left:
            left -= 1
            return
        held.append(value)
        if len(held) > skip_last:
            shape(held.popleft())

    return take, _nothing


def _indexed(cmdlet: Any, shape: Take, wanted: list[int]) -> tuple[Take, Finish]:
    """The objects at these positions, in the order of input."""
    place = position = 0
    wait = bool(cmdlet.wait)

    def take(value: Any) -> None:
        nonlocal place, position
        if value is None:
            return
        if place < len(wanted) and wanted[place] == position:
            shape(value)
            place += 1
        if place >= len(wanted) and not wait:
            cmdlet.stop_upstream()
        position += 1

    return take, _nothing


def _not_indexed(shape: Take, unwanted: set[int]) -> tuple[Take, Finish]:
    position = 0

    def take(value: Any) -> None:
        nonlocal position
        if value is None:
            return
        if position not in unwanted:
            shape(value)
        position += 1

    return take, _nothing
