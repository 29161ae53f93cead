"""What runs in a scope: the block, where it was called and with what."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.errors.records import InvocationInfo
    from spshell.engine.scriptblock import ScriptBlock

_OPERATORS = {"Ampersand": "&", "Dot": "."}


class Call:
    """What runs in a scope, for ``$MyInvocation``, ``$PSBoundParameters`` and the script stack."""

    bound: Any = None
    expecting_input = False
    is_method = False
    returns: Any = None
    dotted = False
    made: InvocationInfo | None = None

    def __init__(
        self, block: ScriptBlock, site: CommandSite | None, command: Any = None, arguments: Any = ()
    ) -> None:
        self.block = block
        self.site = site
        self.command = command
        self.arguments = arguments

    @property
    def name(self) -> str:
        """The function's name, or an empty string."""
        return self.block.name

    @property
    def script_path(self) -> str | None:
        """The file that the code came from."""
        return self.block.path

    @property
    def origin_name(self) -> str:
        """What stands behind the comma of an error id that came from here: the function's or script file's name."""
        if self.name or self.site is not None:
            return self.name
        import os

        return os.path.basename(self.script_path or "")

    @property
    def display_name(self) -> str:
        """How the script stack names the block."""
        return self.name or "<ScriptBlock>"

    def invocation(self) -> InvocationInfo:
        """``$MyInvocation``, made when first asked for."""
        if self.made is None:
            from spshell.engine.errors.extents import calling_position, node_extent
            from spshell.engine.errors.records import InvocationInfo

            site = self.site
            position: Any = None if site is None else node_extent(site.source, site.start, site.end)
            if site is None and self.is_method:
                position = calling_position(self.block)
            self.made = InvocationInfo(position, self._invoked_as(), self.command or self.block)
            self.made.bound_parameters = self._bound()
            self.made.unbound_arguments = list(self.arguments)
            self.made.expecting_input = self.expecting_input
        return self.made

    def _invoked_as(self) -> str:
        """InvocationName: the name that was used, or the operator in front of it."""
        site = self.site
        if site is None:
            return self.name or (getattr(self.command, "path", None) or "")
        operator = _OPERATORS.get(site.invocation)
        return operator or site.name or self.name

    def _bound(self) -> dict[str, Any]:
        """Parameter -> value; worked out from the positions when the call took the hot path."""
        if self.bound is None:
            nodes = self.block.parameter_nodes()
            self.bound = {node.name.path: value for node, value in zip(nodes, self.arguments, strict=False)}
        return self.bound  # type: ignore[no-any-return]  # a dict, or the dictionary that scripts were given

    def bound_parameters(self) -> Any:
        """``$PSBoundParameters`` as a dictionary that scripts may change and splat."""
        from spshell.values.hashtable import Hashtable

        if not isinstance(self.bound, Hashtable):
            from spshell.engine.binding.bound_parameters import bound_dictionary

            self.bound = bound_dictionary(self._bound())
        return self.bound
