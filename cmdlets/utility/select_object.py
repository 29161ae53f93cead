"""Select-Object."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_SHAPING = ("DefaultParameter", "SkipLastParameter")
_COUNT = ValidateRange(0, 2147483647)


class SelectObject(Cmdlet, verb="Select", noun="Object", default_set="DefaultParameter"):
    """Choose objects, or some of their properties.

    Without -Wait, nothing more is asked of the commands above once the wanted objects have come.

        PS> 1..10 | Select-Object -First 3
        PS> [pscustomobject]@{ Name = 'mail01'; Port = 25 } | Select-Object Name
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")
    property: Any = parameter(
        "System.Object[]",
        sets={name: SetFlags(position=0) for name in _SHAPING},
        help="Properties, script blocks or tables with Name and Expression.",
    )
    exclude_property: Any = parameter("string[]", sets=_SHAPING, help="Not these properties.")
    expand_property: Any = parameter("string", sets=_SHAPING, help="The property whose values are written.")
    unique: Any = parameter("switch", help="Only one of equal objects.")
    case_insensitive: Any = parameter("switch", help="With -Unique: capital letters do not differ.")
    last: Any = parameter(
        "int", sets=("DefaultParameter",), default=0, validate=[_COUNT], help="So many from the end."
    )
    first: Any = parameter(
        "int", sets=("DefaultParameter",), default=0, validate=[_COUNT], help="So many from the beginning."
    )
    skip: Any = parameter(
        "int", sets=_SHAPING, default=0, validate=[_COUNT], help="Leave out so many at the beginning."
    )
    skip_last: Any = parameter(
        "int", sets=("SkipLastParameter",), default=0, validate=[_COUNT], help="Leave out so many at the end."
    )
    wait: Any = parameter(
        "switch",
        sets=("DefaultParameter", "IndexParameter"),
        help="Let the commands above go on to their end.",
    )
    index: Any = parameter(
        "int[]", sets=("IndexParameter",), validate=[_COUNT], help="Only the objects at these positions."
    )
    skip_index: Any = parameter(
        "int[]", sets=("SkipIndexParameter",), validate=[_COUNT], help="Not the objects at these positions."
    )

    def begin(self) -> None:
        from cmdlets.utility.object_selection import make_selection
        from cmdlets.utility.object_shaping import make_shaper

        self._uniques: Any = None
        write = self.out
        if self.unique:
            from cmdlets.utility.unique_values import UniqueObjects

            self._uniques = UniqueObjects(
                ignore_case=bool(self.case_insensitive),
                by_properties=bool(self.property) or self.exclude_property is not None,
            )
            write = self._uniques.add
        self._take, self._finish = make_selection(self, make_shaper(self, write))
        self.accept = self._take  # type: ignore[assignment,method-assign]  # bound once, called per object

    _take: Callable[[Any], None]
    _finish: Callable[[], None]

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> None:
        value = self.input_object
        if value is not None and value is not NOTHING:
            self._take(value)

    def end(self) -> None:
        self._finish()
        for value in self._uniques or ():
            self.out(value)
