"""What a function without a scope is told of its call: the argument ``G`` that its plan makes, and what is made of that.

``G`` holds the bound parameters in the order they were bound (name -> value), the arguments that no parameter took, and
the name of the parameter set.
"""

from __future__ import annotations

from spshell.engine.calls.call import Call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.bound_parameters import BoundParameters
    from spshell.engine.calls.direct_functions import DirectFunction
    from spshell.engine.variables.scope import Scope

    Given = tuple[dict[str, Any], list[Any], str]


def given_parameters(given: Given) -> BoundParameters:
    """``$PSBoundParameters``."""
    from spshell.engine.binding.bound_parameters import bound_dictionary

    return bound_dictionary(given[0])


def _call(direct: DirectFunction, site: Any, given: Given) -> Call:
    made = Call(direct.info.script_block, site, direct.command, given[1])
    made.bound = given[0]
    return made


def given_invocation(_scope: Scope, direct: DirectFunction, site: Any, _out: Any, given: Given) -> Any:
    """``$MyInvocation``."""
    return _call(direct, site, given).invocation()


def given_cmdlet(scope: Scope, direct: DirectFunction, site: Any, out: Any, given: Given) -> Any:
    """``$PSCmdlet``."""
    from spshell.engine.calls.lent_cmdlets import cmdlet_of

    own = direct.info.script_block.new_scope(scope)
    own.call = _call(direct, site, given)
    return cmdlet_of(own, out, given[0], given[2])
