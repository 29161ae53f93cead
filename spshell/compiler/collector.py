"""Python's cyclic garbage collector stands still while trees are made and compiled: nothing in them is garbage yet."""

from __future__ import annotations

import gc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType


class CollectorOff:
    """``with CollectorOff():`` no collection inside; afterwards as it was before."""

    __slots__ = ("_collecting",)

    def __enter__(self) -> None:
        self._collecting = gc.isenabled()
        gc.disable()

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._collecting:
            gc.enable()
