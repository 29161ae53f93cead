"""The syntax tree as scripts see it: System.Management.Automation.Language (about_Script_Blocks, the Parser class).

The tree itself is `spshell.language`'s; here each node gets a face with PowerShell's type and property names:

    ast.py           Ast, and the tree that knows each node's face and parent
    kinds.py         the classes: one row a property
    properties.py    properties that are worked out
    extent_objects.py, type_names.py, variable_paths.py, tokens.py
    search.py        Find, FindAll, Visit
    safe_values.py   SafeGetValue
    parser.py        Parser.ParseInput, ParseFile; PSParser.Tokenize
"""

from __future__ import annotations

from spshell.values.hooks import TYPE_MODULES

LANGUAGE = "System.Management.Automation.Language."
PREFIX = LANGUAGE.lower()

_HERE = "spshell.engine.syntax."
_MODULES = {
    "extent_objects": "ScriptExtent ScriptPosition IScriptExtent IScriptPosition",
    "type_names": "ITypeName TypeName GenericTypeName ArrayTypeName",
    "tokens": (
        "Token NumberToken ParameterToken VariableToken StringToken StringLiteralToken StringExpandableToken "
        "LabelToken RedirectionToken FileRedirectionToken MergingRedirectionToken InputRedirectionToken"
    ),
    "parser": "Parser ParseError",
    "search": "AstVisitor AstVisitor2 ICustomAstVisitor ICustomAstVisitor2",
}


def declared_names() -> list[str]:
    """The full names of the types of the namespace."""
    from spshell.engine.syntax.kinds import TYPE_NAMES

    plain = [name for names in _MODULES.values() for name in names.split()]
    return [LANGUAGE + name for name in (*plain, *TYPE_NAMES)]


def install() -> None:
    """Add the rows of the namespace: called when a script first names a type of it."""
    from spshell.engine.syntax.enumerations import ENUMERATIONS
    from spshell.engine.syntax.kinds import TYPE_NAMES

    for module, names in _MODULES.items():
        for name in names.split():
            TYPE_MODULES[PREFIX + name.lower()] = _HERE + module
    for name in TYPE_NAMES:
        TYPE_MODULES[PREFIX + name.lower()] = _HERE + "kinds"
    for name in ENUMERATIONS:
        TYPE_MODULES[name.lower()] = _HERE + "enumerations"
