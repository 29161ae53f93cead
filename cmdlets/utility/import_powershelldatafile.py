"""Import-PowerShellDataFile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cmdlets.utility.data_files import file_path
from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAFE = frozenset(
    {
        "Hashtable", "Pipeline", "CommandExpression", "StringConstantExpression", "ConstantExpression",
        "ArrayLiteral", "ArrayExpression", "StatementBlock", "ParenExpression", "VariableExpression",
        "ExpandableStringExpression", "UnaryExpression", "ConvertExpression", "TypeConstraint",
    }
)  # fmt: skip
_VARIABLES = frozenset({"true", "false", "null", "psscriptroot", "psculture", "psuiculture"})


class ImportPowerShellDataFile(Cmdlet, verb="Import", noun="PowerShellDataFile", default_set="ByPath"):
    """Read the hashtable of a .psd1 file; nothing in the file is run.

    PS> Import-PowerShellDataFile ./settings.psd1 -ErrorAction SilentlyContinue
    """

    path: Any = parameter(
        "string[]", sets={"ByPath": SetFlags(mandatory=True, position=0)}, help="The files."
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"ByLiteralPath": SetFlags(mandatory=True, position=0, by_name=True)},
        aliases=("PSPath", "LP"),
        help="The files, without wildcards.",
    )
    skip_limit_check: Any = parameter("switch", help="Take a file of any size.")

    def process(self) -> Iterator[object]:
        literal = self.path is None
        for given in self.literal_path if literal else self.path:
            path = file_path(self, given, literal=literal)
            if not os.path.isfile(path):
                self.write_error(utility_fault("PathNotFound", given, target=given))
                continue
            try:
                block = self.session.load_script(path)
            except NetException:
                self._refuse("CouldNotParseAsPowerShellDataFile", path)
                continue
            table = _root_table(block.node)
            if table is None:
                self._refuse("CouldNotParseAsPowerShellDataFileNoHashtableRoot", path)
                continue
            yield self._value(block, table, path)

    def _refuse(self, error_id: str, path: str) -> None:
        self.write_error(
            utility_fault("CouldNotParseAsPowerShellDataFile", path, error_id=error_id, target=path)
        )

    def _value(self, block: Any, table: Any, path: str) -> Any:
        from spshell.compiler.below import walk
        from spshell.engine.attributes.constant_expressions import evaluate
        from spshell.engine.variables.scope import Scope

        source = block.node.source
        for node in walk(table):
            variable = node.kind == "VariableExpression"
            if node.kind not in _SAFE or (variable and node.path.lower() not in _VARIABLES):
                text = source.text[table.start : table.end]
                raise utility_fault(
                    "CantConvertWithDynamicExpression", text, error_id="System.InvalidOperationException"
                )
        scope = Scope(self.session, self.session.global_scope)
        scope.vars["psscriptroot"] = os.path.dirname(path)
        return evaluate(table, source, scope)


def _root_table(block: Any) -> Any:
    """The first hashtable of a file that no script block encloses, or None."""
    from spshell.compiler.below import walk

    return next((node for node in walk(block) if node.kind == "Hashtable"), None)
