"""Sorting as .NET does it, for values without one total order.

Text and numbers in one list compare by the type on the left, so the result depends on which pairs are compared.
`insertion_sort` is how List.Sort orders up to sixteen elements, `heap_sort` how Sort-Object picks -Top and
-Bottom.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Compare = Callable[[Any, Any], int]

SHORT = 16
"""List.Sort divides longer lists; from there on a merge sort does as well."""


def list_sort(items: list[Any], compare: Compare) -> None:
    """Sort in place."""
    if len(items) > SHORT:
        from functools import cmp_to_key

        items.sort(key=cmp_to_key(compare))
    elif len(items) == 3:
        for left, right in ((0, 1), (0, 2), (1, 2)):
            if compare(items[left], items[right]) > 0:
                items[left], items[right] = items[right], items[left]
    else:
        _insertion_sort(items, compare)


def _insertion_sort(items: list[Any], compare: Compare) -> None:
    for index in range(1, len(items)):
        moving = items[index]
        place = index
        while place and compare(moving, items[place - 1]) < 0:
            items[place] = items[place - 1]
            place -= 1
        items[place] = moving


def heap_sort(items: list[Any], compare: Compare, capacity: int, *, top: bool) -> list[Any]:
    """The first (`top`) or last `capacity` elements in order: a heap keeps them, a sort puts them in order."""
    sign = -1 if top else 1
    heap: list[Any] = []
    for item in items:
        if len(heap) == capacity:
            if compare(heap[0], item) == sign:
                continue
            _replace_root(heap, item, compare, sign)
            continue
        heap.append(item)
        _rise(heap, compare, sign)
    list_sort(heap, compare)
    return heap


def _rise(heap: list[Any], compare: Compare, sign: int) -> None:
    child = len(heap) - 1
    while child > 0:
        parent = (child - 1) >> 1
        if compare(heap[child], heap[parent]) == sign:
            return
        heap[child], heap[parent] = heap[parent], heap[child]
        child = parent


def _replace_root(heap: list[Any], item: Any, compare: Compare, sign: int) -> None:
    """A better element takes the place of the worst one: along the path of parents, then down from the root."""
    heap.append(item)
    _rise(heap, compare, sign)
    heap[0] = heap.pop()
    parent = 0
    while 2 * parent + 1 < len(heap):
        left = 2 * parent + 1
        right = left + 1
        child = left if right >= len(heap) or compare(heap[left], heap[right]) != sign else right
        if compare(heap[child], heap[parent]) in (0, sign):
            return
        heap[child], heap[parent] = heap[parent], heap[child]
        parent = child
