"""Everything that generated code may call: the whole list between the compiler and the running engine.

``EXPORTED`` says in which module each name is. Generated code finds the names in ``HELPERS``, which all of it shares;
`provide` puts those of a piece of code there, so that a module of the engine is imported when the first script needs it.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType
    from typing import Any

_HOMES = {
    "builtins": """
        type bool int str float range round len list IndexError RecursionError BaseException
    """,
    "spshell.engine.members.access": """
        match not_match replace split format_text format_item is_type_of is_not_type_of is_named as_type_of get_member
        set_member set_parameterized update_member post_update_member get_static set_static invoke_member
        invoke_base invoke_static get_index set_index update_index post_update_index text_of
        variable_reference value_reference unsupported
    """,
    "spshell.engine.calls.blind_cmdlets": """
        cmdlet_call
    """,
    "spshell.engine.calls.block_methods": """
        start_background
    """,
    "spshell.engine.calls.given_defaults": """
        default_of default_failed
    """,
    "spshell.engine.calls.given_values": """
        given_parameters given_invocation given_cmdlet
    """,
    "spshell.engine.calls.plans": """
        SLOW
    """,
    "spshell.engine.calls.sites": """
        slow_call read_again splatted_call splatted_table enter_call leaves_function constrained_value constrained_int
    """,
    "spshell.engine.classes.methods": """
        leaves_method method_result
    """,
    "spshell.engine.compiled.constant_patterns": """
        match_constant keep_match
    """,
    "spshell.engine.attributes.of_variables": """
        attributed
    """,
    "spshell.engine.debugging.debugger": """
        step trace_edge watch_read watch_write
    """,
    "spshell.engine.definitions": """
        append append_variable OWNED splat called_as_method define_function define_types use
    """,
    "spshell.engine.calls.depth": """
        MAX_DEPTH overflow
    """,
    "spshell.engine.errors.flow": """
        statement_error reports thrown caught caught_exception error_text catch_unseen find_catch enter_catch
        leave_catch pass_by run_traps
    """,
    "spshell.engine.pipelines.fused": """
        stands Feeder emitted filter_property passes_property leaves_block operator_failed
    """,
    "spshell.engine.pipelines.input_enumerator": """
        foreach_items observed_switch_items
    """,
    "spshell.engine.compiled.literals": """
        literal hashtable constant_keys ordered_constant_keys ordered_hashtable custom_object SCALARS NUMBERS
    """,
    "spshell.engine.variables.outer": """
        read_outer read_outer_in_text
    """,
    "spshell.engine.pipelines.output": """
        emit collect collect_array unwrap_list sub_value array_of each each_at_rest switch_items discard null_if_nothing
        is_null spread last_of first_of_increment
    """,
    "spshell.engine.pipelines.pipeline": """
        run_command command_value run_pipeline run_source pipeline_value
    """,
    "spshell.engine.pipelines.subexpressions": """
        read_apart property_apart sub_value_apart
    """,
    "spshell.engine.compiled.plain_text": """
        text_array PLAIN_TEXT TEXT
    """,
    "spshell.engine.pipelines.redirected": """
        run_redirected redirected_value
    """,
    "spshell.engine.variables.scope": """
        UNSET
    """,
    "spshell.engine.scriptblock": """
        script_block exit_script
    """,
    "spshell.engine.errors.signals": """
        BreakSignal ContinueSignal ReturnSignal
    """,
    "spshell.engine.compiled.sites": """
        END_OF_PARAMETERS VERBATIM bare_text
    """,
    "spshell.engine.compiled.switching": """
        range_source range_list switch_match switch_wildcard switch_regex switch_block switch_lines
        take_signal label_of succeeded condition_ended last_succeeded
    """,
    "spshell.engine.classes.names": """
        cast type_value
    """,
    "spshell.engine.variables.variables": """
        read read_own read_in_text read_input read_scoped read_matches read_using write write_scoped
        write_typed load_local spill_local unbound unshared restore_local
    """,
    "spshell.values.arrays": """
        LISTS TypedArray
    """,
    "spshell.values.hashtable": """
        Hashtable TABLES NO_ENTRIES
    """,
    "sys": """
        getrefcount
    """,
    "spshell.values.arithmetic": """
        add subtract multiply divide remainder negate unary_plus increment decrement
    """,
    "spshell.values.bitwise": """
        band bor bxor bnot shl shr
    """,
    "spshell.values.comparison": """
        eq ne lt le gt ge contains not_contains is_in not_in
    """,
    "spshell.values.exceptions": """
        NetException
    """,
    "spshell.values.indexing": """
        ObjectKey
    """,
    "spshell.values.matching": """
        like not_like join join_all split_words
    """,
    "spshell.values.objects": """
        PSCustomObject
    """,
    "spshell.values.nothing": """
        NOTHING
    """,
    "spshell.values.truth": """
        truth
    """,
}
"""Module -> the names in it that generated code may use."""

EXPORTED = {name: home for home, names in _HOMES.items() for name in names.split()}
"""Name -> its module; the keys are what the compiler's modules name."""

HELPERS: dict[str, Any] = {}
"""Name -> what it stands for, as far as some code used it: what changes here is seen by all code at once."""

_ON_ERROR = frozenset({"statement_error", "reports", "run_traps"})
"""Functions that every statement names and that are called when it fails: their module is imported then."""


def provide(codes: Iterable[CodeType]) -> None:
    """Put the names that code objects and the functions in them use into `HELPERS`."""
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        for name in code.co_names:
            if name not in HELPERS and name in EXPORTED:
                HELPERS[name] = _called_late(name) if name in _ON_ERROR else _imported(name)
        waiting.extend(item for item in code.co_consts if item.__class__ is code.__class__)


def _imported(name: str) -> Any:
    home = EXPORTED[name]
    if home not in sys.modules:
        __import__(home)
    return getattr(sys.modules[home], name)


def _called_late(name: str) -> Any:
    def call(*arguments: Any) -> Any:
        HELPERS[name] = function = _imported(name)
        return function(*arguments)

    return call
