"""What System.Collections.Concurrent adds to dictionaries, queues and stacks."""

from __future__ import annotations

from spshell.dotnet.system.errors import argument_null
from spshell.values.declare import Members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CONCURRENT_DICTIONARY = Members("TKey", "TValue")
CONCURRENT_SEQUENCE = Members("T")
BAG = Members("T")

CONCURRENT_DICTIONARY.prop("bool IsEmpty {get}")(lambda target: not len(target))
CONCURRENT_SEQUENCE.prop("bool IsEmpty {get}")(lambda target: not len(target))
BAG.method("void Add(T item)")(lambda target, item: target.items.appendleft(item))


def _present(key: Any) -> Any:
    if key is None:
        raise argument_null("key")
    return key


def _made(source: Any, *arguments: Any) -> Any:
    """A value, or what a delegate makes of the arguments."""
    from spshell.dotnet.collections.list_members import call_delegate

    return call_delegate(source, *arguments) if hasattr(source, "invoke_value") else source


@CONCURRENT_DICTIONARY.method(
    "TValue GetOrAdd(TKey key, TValue value)",
    "TValue GetOrAdd(TKey key, System.Func[TKey,TValue] valueFactory)",
)
def get_or_add(target: Any, key: Any, value: Any) -> Any:
    """The value of a key; a new key gets the value first."""
    if _present(key) not in target:
        target[key] = target.converted_value(_made(value, key))
    return target.get(key)


@CONCURRENT_DICTIONARY.method(
    "TValue AddOrUpdate(TKey key, TValue addValue, System.Func[TKey,TValue,TValue] updateValueFactory)",
    "TValue AddOrUpdate(TKey key, System.Func[TKey,TValue] addValueFactory,"
    " System.Func[TKey,TValue,TValue] updateValueFactory)",
)
def add_or_update(target: Any, key: Any, value: Any, update: Any) -> Any:
    """Add a key, or give it what the function makes of its value."""
    if _present(key) in target:
        target[key] = target.converted_value(_made(update, key, target.get(key)))
    else:
        target[key] = target.converted_value(_made(value, key))
    return target.get(key)


@CONCURRENT_DICTIONARY.method("bool TryRemove(TKey key, out TValue value)")
def try_remove(target: Any, key: Any, value: Any) -> bool:
    """Remove a key and give what it held."""
    found = _present(key) in target
    value.value = target.get(key) if found else target.net_type.closed_arguments()[1].default
    target.remove(key)
    return found


@CONCURRENT_DICTIONARY.method("bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)")
def try_update(target: Any, key: Any, value: Any, expected: Any) -> bool:
    """Replace a value if it is the expected one."""
    from spshell.dotnet.system.equality import net_equals

    if _present(key) not in target or not net_equals(target.get(key), expected):
        return False
    target[key] = value
    return True


CONCURRENT_DICTIONARY.method("System.Collections.Generic.KeyValuePair[TKey,TValue][] ToArray()")(
    lambda target: target.pairs()
)
