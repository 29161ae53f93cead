"""Test-ModuleManifest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.modules.modules import ModuleInfo

_CHECKED = ("RootModule", "ModuleToProcess", "NestedModules", "ScriptsToProcess", "FileList")


class TestModuleManifest(Cmdlet, verb="Test", noun="ModuleManifest"):
    """Check a module manifest and the files that it names; the module is described, not loaded.

    PS> Get-Help Test-ModuleManifest -Parameter Path
    """

    path: Any = parameter(
        "string", mandatory=True, position=0, from_pipeline=True, by_name=True, help="The .psd1 file."
    )

    def process(self) -> Iterator[object]:
        from spshell.engine.modules.modules import not_found

        path = self.session.resolve_path(self.path)
        if not os.path.isfile(path):
            self.write_error(not_found(self.path), target=self.path)
            return
        try:
            yield self._described(path)
        except NetException as error:
            self.write_error(error, target=path)

    def _described(self, path: str) -> ModuleInfo:
        from spshell.engine.modules.manifest import describe, read_manifest
        from spshell.engine.modules.modules import ModuleInfo

        data = read_manifest(self.session.modules, path)
        module = ModuleInfo(os.path.splitext(os.path.basename(path))[0], self.session, path)
        describe(module, data)
        self._check_files(path, data)
        _promise(module, data)
        return module

    def _check_files(self, path: str, data: Any) -> None:
        from spshell.engine.modules.manifest import texts
        from spshell.engine.modules.manifest_errors import manifest_fault

        for key in _CHECKED:
            for name in texts(data.get(key)):
                file = os.path.join(os.path.dirname(path), name.replace("\\", "/"))
                if os.path.splitext(name)[1] and not os.path.exists(file):
                    raise manifest_fault("InvalidRootModule", path, name)


def _promise(module: ModuleInfo, data: Any) -> None:
    """What the manifest says the module will export; wildcards promise what its scripts define."""
    from spshell.engine.commands.kinds import FunctionInfo
    from spshell.engine.modules.autoload import defined_names
    from spshell.engine.modules.manifest import texts
    from spshell.values.wildcard import has_wildcards, wildcard_test

    session = module.scope.session
    defined = defined_names(module.path)
    module.scope.functions = {}
    for pattern in texts(data.get("FunctionsToExport")):
        names = (
            [name for name in defined if wildcard_test(pattern)(name)]
            if has_wildcards(pattern)
            else [pattern]
        )
        for name in names:
            module.exported_functions.append(name)
            module.scope.functions[name.lower()] = FunctionInfo(name, session.make_block(""), module)
    module.exported_aliases = [name for name in texts(data.get("AliasesToExport")) if not has_wildcards(name)]
