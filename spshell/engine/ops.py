"""Everything that generated code may call: the whole list between the compiler and the running engine.

``EXPORTED`` is the namespace of generated code; its keys are what the compiler's modules name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine import (
    access,
    block_calls,
    call_plans,
    call_sites,
    constant_patterns,
    constraints,
    debugger,
    definitions,
    depth,
    error_flow,
    fused_pipelines,
    input_enumerator,
    outer_variables,
    output,
    pipeline,
    plain_text,
    redirected,
    scriptblock,
    switching,
    types_at_run_time,
    variables,
)
from spshell.engine.scope import UNSET
from spshell.engine.signals import BreakSignal, ContinueSignal, ReturnSignal
from spshell.engine.sites import END_OF_PARAMETERS, VERBATIM
from spshell.values import arithmetic, bitwise, comparison, matching
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.indexing import ObjectKey
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject
from spshell.values.truth import truth

if TYPE_CHECKING:
    from collections.abc import Callable


def literal(value: Any, type_name: str) -> Any:
    """A number literal of a type other than Int32 and Double; decimals come as text."""
    from spshell.values.literals import make

    return make(value, type_name)


def hashtable(*items: Any) -> Hashtable:
    """``@{ k = v }``. Raises when a key is null."""
    result = Hashtable()
    _fill(result, items)
    return result


def constant_keys(entries: dict[Any, Any]) -> Hashtable:
    """``@{ k = v }`` whose keys stand in the script and differ whatever the case."""
    made: Hashtable = Hashtable.__new__(Hashtable)
    made.data = entries
    made.folded = None
    made.case_sensitive = False
    made.ps_members = None
    return made


def ordered_hashtable(*items: Any) -> OrderedDictionary:
    """``[ordered]@{ }``."""
    result = OrderedDictionary()
    _fill(result, items)
    return result


def _fill(table: Hashtable, items: tuple[Any, ...]) -> None:
    for position in range(0, len(items), 2):
        key = items[position]
        if key is None or key is NOTHING:
            from spshell.values.exceptions import fault

            raise fault(
                "System.Management.Automation.RuntimeException",
                "A hash literal key is null; every key needs a value.",
                "InvalidNullKey",
                "InvalidOperation",
            )
        if table.stored(key) in table.data:
            from spshell.values.exceptions import fault

            raise fault(
                "System.Management.Automation.RuntimeException",
                f"The key '{key}' stands twice in the hash literal.",
                "DuplicateKeyInHashLiteral",
                "InvalidOperation",
                arguments=(key,),
            )
        table[key] = items[position + 1]


def custom_object(*items: Any) -> PSCustomObject:
    """``[pscustomobject]@{ }``: the members in the order written."""
    from spshell.values.text import to_text

    members: dict[str, Any] = {}
    for position in range(0, len(items), 2):
        name = items[position]
        members[name if type(name) is str else to_text(name)] = items[position + 1]
    if "PSTypeName" in members or any(key.lower() == "pstypename" for key in members):
        return _with_type_name(members)
    return PSCustomObject(members)


def _with_type_name(members: dict[str, Any]) -> PSCustomObject:
    from spshell.values.text import to_text

    key = next(name for name in members if name.lower() == "pstypename")
    name = to_text(members.pop(key))
    base = ["System.Management.Automation.PSCustomObject", "System.Object"]
    return PSCustomObject(members, [name, *base])


EXPORTED: dict[str, Callable[..., Any] | Any] = {
    # values
    "NOTHING": NOTHING,
    "ObjectKey": ObjectKey,
    "UNSET": UNSET,
    "NetException": NetException,
    "BreakSignal": BreakSignal,
    "ContinueSignal": ContinueSignal,
    "ReturnSignal": ReturnSignal,
    "END_OF_PARAMETERS": END_OF_PARAMETERS,
    "VERBATIM": VERBATIM,
    "literal": literal,
    "hashtable": hashtable,
    "constant_keys": constant_keys,
    "ordered_hashtable": ordered_hashtable,
    "custom_object": custom_object,
    "truth": truth,
    # operators
    "add": arithmetic.add,
    "subtract": arithmetic.subtract,
    "multiply": arithmetic.multiply,
    "divide": arithmetic.divide,
    "remainder": arithmetic.remainder,
    "negate": arithmetic.negate,
    "unary_plus": arithmetic.unary_plus,
    "increment": arithmetic.increment,
    "decrement": arithmetic.decrement,
    "band": bitwise.band,
    "bor": bitwise.bor,
    "bxor": bitwise.bxor,
    "bnot": bitwise.bnot,
    "shl": bitwise.shl,
    "shr": bitwise.shr,
    "eq": comparison.eq,
    "ne": comparison.ne,
    "lt": comparison.lt,
    "le": comparison.le,
    "gt": comparison.gt,
    "ge": comparison.ge,
    "contains": comparison.contains,
    "not_contains": comparison.not_contains,
    "is_in": comparison.is_in,
    "not_in": comparison.not_in,
    "like": matching.like,
    "not_like": matching.not_like,
    "join": matching.join,
    "join_all": matching.join_all,
    "split_words": matching.split_words,
    "match": access.match,
    "not_match": access.not_match,
    "replace": access.replace,
    "split": access.split,
    "format_text": access.format_text,
    "format_item": access.format_item,
    "is_type_of": access.is_type_of,
    "is_not_type_of": access.is_not_type_of,
    "as_type_of": access.as_type_of,
    "range_source": switching.range_source,
    "range_list": switching.range_list,
    "append": definitions.append,
    "append_variable": definitions.append_variable,
    # members and elements
    "get_member": access.get_member,
    "set_member": access.set_member,
    "set_parameterized": access.set_parameterized,
    "update_member": access.update_member,
    "post_update_member": access.post_update_member,
    "get_static": access.get_static,
    "set_static": access.set_static,
    "invoke_member": access.invoke_member,
    "invoke_base": access.invoke_base,
    "invoke_static": access.invoke_static,
    "get_index": access.get_index,
    "set_index": access.set_index,
    "update_index": access.update_index,
    "post_update_index": access.post_update_index,
    "text_of": access.text_of,
    "variable_reference": access.variable_reference,
    "value_reference": access.value_reference,
    "unsupported": access.unsupported,
    "cast": types_at_run_time.cast,
    "type_value": types_at_run_time.type_value,
    "attributed": constraints.attributed,
    # variables
    "read": variables.read,
    "read_own": variables.read_own,
    "read_in_text": variables.read_in_text,
    "read_outer": outer_variables.read_outer,
    "read_outer_in_text": outer_variables.read_outer_in_text,
    "read_input": variables.read_input,
    "read_scoped": variables.read_scoped,
    "read_matches": variables.read_matches,
    "read_using": variables.read_using,
    "write": variables.write,
    "write_scoped": variables.write_scoped,
    "write_typed": variables.write_typed,
    "load_local": variables.load_local,
    "spill_local": variables.spill_local,
    "restore_local": variables.restore_local,
    # the debugger
    "step": debugger.step,
    "watch_read": debugger.watch_read,
    "watch_write": debugger.watch_write,
    # output
    "emit": output.emit,
    "collect": output.collect,
    "collect_array": output.collect_array,
    "unwrap_list": output.unwrap_list,
    "sub_value": output.sub_value,
    "array_of": output.array_of,
    "each": output.each,
    "switch_items": output.switch_items,
    "foreach_items": input_enumerator.foreach_items,
    "observed_switch_items": input_enumerator.observed_switch_items,
    "discard": output.discard,
    "null_if_nothing": output.null_if_nothing,
    "is_null": output.is_null,
    "spread": output.spread,
    "last_of": output.last_of,
    "first_of_increment": output.first_of_increment,
    # commands
    "run_command": pipeline.run_command,
    "command_value": pipeline.command_value,
    "run_pipeline": pipeline.run_pipeline,
    "pipeline_value": pipeline.pipeline_value,
    "start_background": block_calls.start_background,
    "run_redirected": redirected.run_redirected,
    "redirected_value": redirected.redirected_value,
    "splat": definitions.splat,
    "called_as_method": definitions.called_as_method,
    "script_block": scriptblock.script_block,
    "define_function": definitions.define_function,
    "define_types": definitions.define_types,
    "use": definitions.use,
    "SLOW": call_plans.SLOW,
    "SCALARS": frozenset({int, str, float, bool, type(None), PSCustomObject}),
    "MAX_DEPTH": depth.MAX_DEPTH,
    "slow_call": call_sites.slow_call,
    "splatted_call": call_sites.splatted_call,
    "splatted_table": call_sites.splatted_table,
    "enter_call": call_sites.enter_call,
    "leaves_function": call_sites.leaves_function,
    "constrained_value": call_sites.constrained_value,
    "constrained_int": call_sites.constrained_int,
    "stands": fused_pipelines.stands,
    "Feeder": fused_pipelines.Feeder,
    "emitted": fused_pipelines.emitted,
    "filter_property": fused_pipelines.filter_property,
    "passes_property": fused_pipelines.passes_property,
    "text_array": plain_text.text_array,
    "PLAIN_TEXT": frozenset({str, int}),
    "NUMBERS": frozenset({int, float}),
    "match_constant": constant_patterns.match_constant,
    "keep_match": constant_patterns.keep_match,
    # control flow and errors
    "leaves_block": fused_pipelines.leaves_block,
    "statement_error": error_flow.statement_error,
    "thrown": error_flow.thrown,
    "catch_any": error_flow.catch_any,
    "catch_unseen": error_flow.catch_unseen,
    "find_catch": error_flow.find_catch,
    "enter_catch": error_flow.enter_catch,
    "leave_catch": error_flow.leave_catch,
    "run_traps": error_flow.run_traps,
    "exit_script": scriptblock.exit_script,
    "switch_match": switching.switch_match,
    "switch_wildcard": switching.switch_wildcard,
    "switch_regex": switching.switch_regex,
    "switch_block": switching.switch_block,
    "switch_lines": switching.switch_lines,
    "take_signal": switching.take_signal,
    "label_of": switching.label_of,
    "succeeded": switching.succeeded,
    "last_succeeded": switching.last_succeeded,
    "type": type,
    "bool": bool,
    "int": int,
    "str": str,
    "float": float,
    "range": range,
    "len": len,
}

plain_text.watch(EXPORTED)
