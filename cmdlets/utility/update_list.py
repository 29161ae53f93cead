"""Update-List."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Iterator


class UpdateList(Cmdlet, verb="Update", noun="List", default_set="AddRemoveSet"):
    """Add to, take from or replace a list that is a property of objects.

    Without -Property a table says what to do; [pslistmodifier] applies it later.

        PS> $o = [pscustomobject]@{ To = [Collections.ArrayList]@('a', 'b') }; ($o | Update-List To -Add c -Remove a).To
    """

    add: Any = parameter(
        "System.Object[]", sets=("AddRemoveSet",), validate=[ValidateNotNullOrEmpty()], help="What is added."
    )
    remove: Any = parameter(
        "System.Object[]",
        sets=("AddRemoveSet",),
        validate=[ValidateNotNullOrEmpty()],
        help="What is removed.",
    )
    replace: Any = parameter(
        "System.Object[]",
        sets={"ReplaceSet": SetFlags(mandatory=True)},
        validate=[ValidateNotNullOrEmpty()],
        help="What stands in place of everything.",
    )
    input_object: Any = parameter(
        "psobject", from_pipeline=True, validate=[ValidateNotNullOrEmpty()], help="The object with the list."
    )
    property: Any = parameter(
        "string", position=0, validate=[ValidateNotNullOrEmpty()], help="Where the list is."
    )

    def process(self) -> Iterator[object]:
        from spshell.dotnet.collections.list_modifiers import ListModifier
        from spshell.dotnet.reflection.reading import MISSING, find_value

        if self.property is None:
            return
        if self.input_object is None:
            self.write_error(utility_fault("MissingInputObjectParameter"))
            return
        held = find_value(self.input_object, self.property)
        if held is MISSING:
            self.write_error(utility_fault("MemberDoesntExist", self.property, target=self.input_object))
            return
        try:
            ListModifier(Add=self.add, Remove=self.remove, Replace=self.replace).apply_to(held)
        except NetException as error:
            if not error.net_name.endswith(".PSInvalidOperationException"):
                raise
            self.write_error(utility_fault("ApplyFailed", self.property))
            return
        yield self.input_object

    def end(self) -> Iterator[object]:
        from spshell.values.hashtable import Hashtable

        if self.property is not None:
            return
        if self.input_object is not None:
            raise utility_fault("MissingPropertyParameter")
        made = Hashtable()
        for key, value in (("Add", self.add), ("Remove", self.remove), ("Replace", self.replace)):
            if value is not None:
                made[key] = value
        yield made
