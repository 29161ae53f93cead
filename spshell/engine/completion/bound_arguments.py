"""Which argument of a command line goes to which parameter, without running anything of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.inference import UNKNOWN, Inference
from spshell.language import nodes

if TYPE_CHECKING:
    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec
    from spshell.engine.completion.place import Place
    from spshell.engine.session import Session


class BoundArguments:
    """A command line as the binder would take it.

    `target` is the parameter that the argument under the cursor goes to, `given` what the other arguments gave
    (parameter -> node, None for a switch), `mask` the parameter sets that are still possible.
    """

    def __init__(
        self, session: Session, place: Place, command: nodes.Command, metadata: CommandMetadata
    ) -> None:
        self.session = session
        self.place = place
        self.command = command
        self.metadata = metadata
        self.specs = metadata.all_parameters()
        self.given: dict[str, tuple[ParameterSpec, Any]] = {}
        self.mask = metadata.all_masks
        self.target: ParameterSpec | None = None
        self.positional = True
        """Whether the argument under the cursor has no parameter name in front."""
        self._bind()

    def spec(self, name: str) -> ParameterSpec | None:
        """The parameter of a name, alias or clear abbreviation."""
        folded = name.lower()
        for spec in self.specs:
            if folded == spec.folded or folded in spec.lowered_aliases:
                return spec
        found = [
            spec
            for spec in self.specs
            if any(n.startswith(folded) for n in (spec.folded, *spec.lowered_aliases))
        ]
        return found[0] if len(found) == 1 and folded else None

    def is_current(self, node: Any) -> bool:
        """Whether a node is what the cursor stands in."""
        at = self.place.at
        if at is None:
            return False
        if at.kind == "Comma":
            return bool(node.start <= at.start and node.end >= at.start)
        return bool(node.start <= at.start and at.end <= node.end)

    def _bind(self) -> None:
        waiting: ParameterSpec | None = None
        plain: list[Any] = []
        reached = False
        for element in self.command.elements[1:]:
            current = self.is_current(element)
            if isinstance(element, nodes.CommandParameter):
                waiting = self._named(element, current)
                reached = reached or current
                continue
            if _lone_dash(element):
                continue
            if waiting is not None:
                self._take(waiting, element)
                if current:
                    self.target, self.positional, reached = waiting, False, True
                waiting = None
                continue
            plain.append(element)
            reached = reached or current
        if waiting is not None and not reached and self.place.at is None:
            self.target, self.positional, reached = waiting, False, True
        self._positions(plain, reached)

    def _named(self, element: nodes.CommandParameter, current: bool) -> ParameterSpec | None:
        colon = (
            self.place.text[element.name_end - 1 : element.name_end] == ":" or element.argument is not None
        )
        if current and not colon:
            return None
        spec = self.spec(element.name)
        if spec is None:
            if not current:
                self.positional = False  # an unknown name takes the argument behind it
            return None
        self._take(spec, element.argument)
        if current and element.argument is None:
            self.target, self.positional = spec, False
            return None
        if current and self.is_current(element.argument):
            self.target, self.positional = spec, False
        return None if spec.is_switch or colon else spec

    def _take(self, spec: ParameterSpec, node: Any) -> None:
        self.given[spec.folded] = (spec, node)
        if not spec.in_every_set and self.mask & spec.mask:
            self.mask &= spec.mask

    def _positions(self, plain: list[Any], reached: bool) -> None:
        for element in plain:
            spec = self._next(element)
            if spec is None:
                continue
            if self.is_current(element):
                self.target = spec
            self._take(spec, element)
        if not reached and self.target is None and self.place.at is None and self.positional:
            self.target = self._next(None)

    def _next(self, element: Any) -> ParameterSpec | None:
        """The parameter that the next argument without a name goes to."""
        best: tuple[int, int, ParameterSpec] | None = None
        rest: ParameterSpec | None = None
        for spec in self.specs:
            if spec.folded in self.given or not spec.belongs_to(self.mask) or not _accepts(spec, element):
                continue
            for flags in spec.matching(self.mask):
                if flags.remaining and flags.position is None:
                    rest = rest or spec
                if flags.position is None:
                    continue
                default = self.metadata.default_mask
                far = 0 if flags.bit == 0 or not default or flags.bit & default else 1
                key = (flags.position, far)
                if best is None or key < best[:2]:
                    best = (*key, spec)
        return rest if best is None else best[2]

    def open_specs(self) -> list[ParameterSpec]:
        """The parameters that can still be named, the common ones last."""
        found = [
            spec
            for spec in self.specs
            if spec.folded not in self.given and (spec.belongs_to(self.mask) or not self.mask)
        ]
        order = {name: index for index, name in enumerate(_COMMON)}
        hidden = any(spec.hidden for spec in found)
        own = [spec for spec in found if spec.folded not in order and not spec.hidden]
        common = sorted((spec for spec in found if spec.folded in order), key=lambda spec: order[spec.folded])
        return own if hidden else own + common

    def values(self) -> dict[str, Any]:
        """The arguments whose values can be read: parameter -> value."""
        inference = Inference(self.session, self.place)
        found: dict[str, Any] = {}
        for spec, node in self.given.values():
            if spec is self.target:
                continue
            value = (
                True
                if node is None and spec.is_switch
                else UNKNOWN
                if node is None
                else inference.value(node)
            )
            if value is not UNKNOWN:
                found[spec.name] = value
        return found


_COMMON = (
    "verbose", "debug", "erroraction", "warningaction", "informationaction", "progressaction", "errorvariable",
    "warningvariable", "informationvariable", "outvariable", "outbuffer", "pipelinevariable",
)  # fmt: skip


def _lone_dash(element: Any) -> bool:
    return isinstance(element, nodes.StringConstantExpression) and element.value == "-"


def _accepts(spec: ParameterSpec, element: Any) -> bool:
    """Whether an argument as it is written can go to a parameter at all."""
    block = "scriptblock" in spec.type_text.lower()
    if element is None:
        return True
    if isinstance(element, nodes.ScriptBlockExpression):
        return block or spec.type_text.lower() in (
            "system.object",
            "object",
            "system.object[]",
            "object[]",
            "psobject",
        )
    return not (block and isinstance(element, nodes.StringConstantExpression | nodes.ConstantExpression))
