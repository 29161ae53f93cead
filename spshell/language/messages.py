"""What is said about each syntax error; `{0}`, `{1}` are what the error names."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.errors import ParseError

_SENTENCES = {
    "ArrayHasTooManyDimensions": "An array type can have at most 32 dimensions; this one has {0}.",
    "ArrayReferenceNotSupportedInDataSection": "A data section cannot take elements out of an array.",
    "AssignmentStatementNotSupportedInDataSection": "A data section cannot assign; it only yields values.",
    "AssignmentStatementToAutomaticNotSupported": (
        "The automatic variable '{0}' keeps its own type {1}; assign it without another type."
    ),
    "AttributeNotAllowedOnDeclaration": "The attribute '{0}' cannot stand here; it is for {1}.",
    "AttributeNotSupportedInDataSection": "A data section cannot hold attributes.",
    "BackgroundOperatorInPipelineChain": (
        "'&' sends the whole chain to the background, so it can only stand at its very end."
    ),
    "BadNumericConstant": "The number {0} is not valid: its type cannot hold it.",
    "BaseClassNoDefaultCtor": (
        "The base class '{0}' has no constructor without parameters; call one with ': base(...)'."
    ),
    "CannotLoadAssemblyFromUncPath": "The assembly '{0}' lies on a network path and is not loaded.",
    "CannotLoadAssemblyWithUriSchema": "An assembly cannot be loaded by the URI scheme '{0}'.",
    "CmdletNotInAllowedListForDataSection": (
        "The command '{0}' is not allowed in this data section; name it after -SupportedCommand."
    ),
    "ConfigurationBodyEmpty": "The body of the configuration is missing.",
    "ConstructorCantHaveReturnType": "A constructor has no return type.",
    "ControlLeavingFinally": "Nothing may jump out of a 'finally' block.",
    "CustomAttributeTypeNotFound": "There is no attribute named '{0}'.",
    "DataSectionStatementNotSupportedInDataSection": "A data section cannot hold another data section.",
    "DoWhileStatementNotSupportedInDataSection": "A data section cannot hold a 'do' loop.",
    "DotSourcingNotSupportedInDataSection": "A data section cannot dot-source.",
    "DuplicateFormalParameter": "There is more than one parameter named '{0}'.",
    "DuplicateKeyInHashLiteral": "The key '{0}' stands more than once in this hashtable.",
    "DuplicateNamedArgument": "The argument '{0}' is given more than once.",
    "DuplicateQualifier": "'{0}' stands here twice.",
    "DuplicateScriptCommandClause": "There is more than one '{0}' block here.",
    "EmptyCatchNotLast": "A 'catch' without a type catches everything, so it must be the last.",
    "EmptyPipeElement": "A command is missing beside '|'.",
    "EmptyPipelineChainElement": "A pipeline is missing beside '{0}'.",
    "EmptyVariableReference": "A variable's name is missing between the braces of '${{}}'.",
    "EndSquareBracketExpectedAtEndOfAttribute": "A ']' is missing at the end of the attribute or type.",
    "EndSquareBracketExpectedAtEndOfType": "A ']' is missing at the end of the type.",
    "ErrorLoadingAssembly": "The assembly '{0}' cannot be loaded: there is no such file.",
    "ExceptionTypeAlreadyCaught": "'{0}' is already caught by a 'catch' above.",
    "ExpectedExpression": "An expression is missing after '('.",
    "ExpectedValueExpression": "A value is missing after '{0}'.",
    "ExpressionsMustBeFirstInPipeline": "An expression can only be the first element of a pipeline.",
    "FlowControlStatementNotSupportedInDataSection": (
        "A data section cannot hold 'break', 'continue', 'return', 'exit' or 'throw'."
    ),
    "ForWhileStatementNotSupportedInDataSection": "A data section cannot hold a 'for' or 'while' loop.",
    "ForeachStatementNotSupportedInDataSection": "A data section cannot hold a 'foreach' loop.",
    "FunctionDeclarationNotSupportedInDataSection": "A data section cannot define functions.",
    "IfStatementMissingCondition": "The condition is missing after '{0} ('.",
    "IncompleteDollarSubexpressionReference": "The closing ')' of '$(' is missing in the string.",
    "IncompleteDollarVariableReference": (
        "${{variable}}: the reference begins with '${{' and is missing its closing '}}'."
    ),
    "IncompleteMemberDefinition": "A property or a method is missing after this.",
    "IncompleteString": "A backtick at the very end has nothing to act on.",
    "InvalidBracedVariableReference": "This variable reference is not valid: a name is missing after ':'.",
    "InvalidConfigurationName": "The configuration's name '{0}' is not valid.",
    "InvalidEndOfLine": "'{0}' is not an operator of expressions; use -and or -or.",
    "InvalidForeachFlag": "'foreach' knows no -{0}.",
    "InvalidFunctionParameter": "A parameter's variable is missing after its attributes.",
    "InvalidLeftHandSide": "This cannot be assigned to; a variable, a property or an element can.",
    "InvalidNamespaceValue": "This is not a valid namespace.",
    "InvalidPSSnapInName": "This is not a valid name of a snap-in.",
    "InvalidParameterForDataSectionStatement": "'data' knows no -{0}; it knows -SupportedCommand.",
    "InvalidSwitchFlag": (
        "'switch' knows no -{0}; it knows -Regex, -Wildcard, -Exact, -CaseSensitive and -File."
    ),
    "InvalidUnderlyingType": "'{0}' cannot be the type of an enum; an integer type can.",
    "InvalidUnicodeEscapeSequence": "`u is followed by one to six hexadecimal digits in braces: `u{{1F600}}.",
    "InvalidUnicodeEscapeSequenceValue": "There is no Unicode character above 10FFFF.",
    "InvalidUsingExpression": "Behind $using: only properties and constant indexes can stand.",
    "InvalidValueForUsingItemName": "'{0}' is not a name that 'using' can take.",
    "InvalidVariableReference": "A variable's name is missing; write ${{ }} to set it apart from the text.",
    "InvalidVariableReferenceWithDrive": (
        "A variable's name is missing after ':'; write ${{name}}: when the colon is only text."
    ),
    "KeywordParameterReservedForFutureUse": "'{0}' has no -{1}; the word is reserved.",
    "LabelNotFound": "No loop here has the label '{0}'.",
    "MemberAlreadyDefined": "'{0}' is already defined.",
    "MethodCallNotSupportedInDataSection": "A data section cannot call methods.",
    "MethodHasCodePathNotReturn": "The method must return a value on every way through it.",
    "MissingArgument": "An argument is missing between the commas of the command.",
    "MissingArrayIndexExpression": "An index is missing after '['.",
    "MissingAssemblyNameSpecification": "The assembly's name is missing after ','.",
    "MissingBaseCtorCall": "'base' is missing after ':'.",
    "MissingCatchHandlerBlock": "The block of 'catch' is missing.",
    "MissingCatchOrFinally": "A 'catch' or 'finally' block is missing after 'try'.",
    "MissingColonInTernaryExpression": "A ':' and the second value are missing after '?'.",
    "MissingConfigurationName": "The configuration's name is missing.",
    "MissingCurlyBraceInSwitchStatement": "The '{{' of 'switch' is missing.",
    "MissingCurlyInConfigurationStatement": "The '{{' of the configuration is missing.",
    "MissingEndCurlyBrace": "The closing '}}' for this '{{' is missing.",
    "MissingEndParenthesisAfterForeach": "The closing ')' of 'foreach' is missing.",
    "MissingEndParenthesisAfterStatement": "The closing ')' of '{0}' is missing.",
    "MissingEndParenthesisInExpression": "A closing ')' is missing here.",
    "MissingEndParenthesisInFunctionParameterList": "The closing ')' of the parameters is missing.",
    "MissingEndParenthesisInMethodCall": "The closing ')' of the call is missing.",
    "MissingEndParenthesisInSubexpression": "The closing ')' of '$(' or '@(' is missing.",
    "MissingEndParenthesisInSwitchStatement": "The closing ')' of 'switch' is missing.",
    "MissingEndSquareBracket": "The closing ']' of the index is missing.",
    "MissingEqualsInHashLiteral": "A '=' is missing after the key of the hashtable.",
    "MissingEqualsInUsingAlias": "This 'using' needs '= name'.",
    "MissingExpression": "Something is missing after '{0}'.",
    "MissingExpressionAfterKeyword": "The condition of '{0}' is missing.",
    "MissingExpressionAfterOperator": "A value is missing after the operator '{0}'.",
    "MissingExpressionAfterToken": "An expression is missing after '{0}'.",
    "MissingExpressionInNamedArgument": "A value is missing after '='.",
    "MissingFileSpecification": "The file to redirect to is missing.",
    "MissingFilenameOption": "The file is missing after -File.",
    "MissingFinallyStatementBlock": "The block of 'finally' is missing.",
    "MissingForeachExpression": "What 'foreach' goes through is missing after 'in'.",
    "MissingForeachStatement": "The block of 'foreach' is missing.",
    "MissingFunctionBody": "The body of the function is missing.",
    "MissingInInForeach": "'in' is missing after the variable of 'foreach'.",
    "MissingLoopStatement": "The block of '{0}' is missing.",
    "MissingMethodParameterList": "'(' and the parameters are missing.",
    "MissingNameAfterKeyword": "A name is missing after '{0}'.",
    "MissingNamedBlocks": (
        "'{0}' cannot stand beside named blocks; put it into begin, process, end, clean or dynamicparam."
    ),
    "MissingNamedStatementBlock": "The block of '{0}' is missing.",
    "MissingNamespaceAlias": "A name is missing after '='.",
    "MissingOpenParenthesisAfterKeyword": "A '(' is missing after '{0}'.",
    "MissingOpenParenthesisInIfStatement": "A '(' is missing after '{0}'.",
    "MissingPropertyName": "A member's name is missing after the operator.",
    "MissingPropertyTerminator": "A line break or ';' is missing after the property.",
    "MissingStatementAfterKeyword": "The block of '{0}' is missing.",
    "MissingStatementBlock": "The block of '{0}' is missing.",
    "MissingStatementBlockAfterElse": "The block of 'else' is missing.",
    "MissingStatementBlockForDataSection": "The block of 'data' is missing.",
    "MissingStatementInHashLiteral": "A value is missing after '=' in the hashtable.",
    "MissingStatementTerminator": "A line break or ';' is missing here.",
    "MissingSwitchConditionExpression": "A clause's pattern is missing in 'switch'.",
    "MissingSwitchStatementClause": "The block of the clause is missing in 'switch'.",
    "MissingTerminatorMultiLineComment": "The closing '#>' of the comment is missing.",
    "MissingThis": "'{1}' is a property; write {0}{1} to set it.",
    "MissingThrottleLimit": "A number is missing after -ThrottleLimit.",
    "MissingTrapStatement": "The block of 'trap' is missing.",
    "MissingTryStatementBlock": "The block of 'try' is missing.",
    "MissingTypeBody": "The body '{{ }}' of the {0} is missing.",
    "MissingTypeInStaticPropertyAssignment": "'{1}' is a static property; write {0}{1} to set it.",
    "MissingTypeLiteralToken": "A type is missing after ','.",
    "MissingTypename": "A type's name is missing after '['.",
    "MissingUnicodeEscapeSequenceTerminator": "The closing '}}' of the Unicode escape is missing.",
    "MissingUsingItemName": "A name is missing after 'using ...'.",
    "MissingUsingStatementDirective": "'using' is followed by 'namespace', 'module' or 'assembly'.",
    "MissingValueForSupportedCommandInDataSectionStatement": (
        "A command's name is missing after -SupportedCommand."
    ),
    "MissingWhileOrUntilInDoWhile": "'while' or 'until' is missing after the block of 'do'.",
    "MissingVariableNameAfterForeach": "A variable is missing after 'foreach ('.",
    "ModuleNotFoundDuringParse": "The module '{0}' was not found.",
    "MultipleSwitchDefaultClauses": "'switch' can have only one 'default' clause.",
    "MultipleTypeConstraintsOnMethodParam": "A method's parameter can have only one type.",
    "NamedBlockNotAllowedInMethod": "A method cannot have named blocks.",
    "NonStaticMemberAccessInStaticMember": "'${0}' does not exist in a static member.",
    "NonVoidMethodMissingReturnValue": "A value is missing after 'return': the method has a return type.",
    "OnlyOneParameterListAllowed": "The function already has parameters in parentheses; drop param().",
    "OpenBraceNeedsToBeBackTickedInVariableName": "A '{{' in a variable's name needs a backtick before it.",
    "OperatorNotSupportedInDataSection": "A data section cannot use the operator '{0}'.",
    "OperatorRequiresVariableOrProperty": "'{0}' only works on a variable or a property.",
    "OrderedAttributeOnlyOnHashLiteralNode": "[{0}] can only stand before a literal hashtable @{{ }}.",
    "ParallelAndSequenceBlockNotSupportedInDataSection": "A data section cannot hold such a block.",
    "ParamBlockNotAllowedInMethod": "A method's parameters stand in its parentheses, not in param().",
    "ParameterAlreadyBound": "-{0} is given more than once.",
    "ParameterAttributeArgumentNeedsToBeConstant": "An attribute's argument must be a constant.",
    "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock": (
        "An attribute's argument must be a constant or a script block."
    ),
    "ParameterCannotHaveArgument": "-{0} takes no argument.",
    "ParameterDeclarationNotSupportedInDataSection": "A data section cannot have parameters.",
    "ParameterRequiresArgument": "-{0} needs an argument.",
    "PipelineValueRequired": "What 'switch' looks at is missing.",
    "PropertyNotFoundForAttribute": "The attribute '{1}' has no property '{0}'; it has {2}.",
    "PropertyReferenceNotSupportedInDataSection": "A data section cannot read properties.",
    "ReadOnlyProperty": "'{0}' can only be read.",
    "RedirectionNotSupported": "The redirection '{0}' is not supported.",
    "RedirectionNotSupportedInDataSection": "A data section cannot redirect.",
    "ReferenceNeedsToBeByItselfInTypeConstraint": "[ref] cannot be combined with another type.",
    "ReferenceNeedsToBeByItselfInTypeSequence": "[ref] can stand only once.",
    "ReferenceNeedsToBeLastTypeInTypeConversion": "[ref] must be the last type of a conversion.",
    "RequiredNameOrExpressionMissing": "A name is missing here.",
    "RequiresArgumentMustBeConstant": "An argument of #requires must be a constant.",
    "RequiresInvalidStringArgument": "The argument of -{0} must be text.",
    "RequiresModuleInvalid": "This is no module that #requires can name: {0}.",
    "RequiresPSEditionInvalid": "-{0} is Core or Desktop.",
    "RequiresPSEditionValueIsAlreadySpecified": "-{0} names an edition twice.",
    "RequiresVersionInvalid": "The version must be numbers and dots, such as 7.2.",
    "ReservedKeywordNotAllowed": "'{0}' is a reserved word.",
    "ScriptBlockNotSupportedInDataSection": "A data section cannot hold script blocks.",
    "ScriptRequiresInvalidFormat": (
        "#requires takes -Version, -Modules, -PSEdition, -Assembly, -PSSnapin, -ShellId and -RunAsAdministrator."
    ),
    "ScriptTooComplicated": "The script is nested too deeply.",
    "SplattingNotPermitted": "'@{0}' only works as an argument of a command; write '${0}' here.",
    "SplattingNotPermittedInArgumentList": "'@{0}' cannot stand in a list of arguments; write '${0}'.",
    "StaticConstructorCantHaveParameters": "A static constructor has no parameters.",
    "StreamAlreadyRedirected": "The {0} stream is already redirected.",
    "SwitchStatementNotSupportedInDataSection": "A data section cannot hold 'switch'.",
    "TerminatorExpectedAtEndOfString": "The string is missing its end: {0}",
    "ThrottleLimitRequiresParallelFlag": "-ThrottleLimit needs -Parallel.",
    "TokenAfterEndOfValidScriptText": "Nothing may stand behind the script's signature.",
    "TooManyDigitsInUnicodeEscapeSequence": "A Unicode escape has at most six digits.",
    "TooManyTypes": "A property or a method has only one type.",
    "TrapStatementNotSupportedInDataSection": "A data section cannot hold 'trap'.",
    "TryStatementNotSupportedInDataSection": "A data section cannot hold 'try'.",
    "TypeNameExpected": "A type's name is missing after ':' or ','.",
    "TypeNotAllowedBeforeParam": "The type [{0}] cannot stand before param(); attributes can.",
    "TypeNotAllowedBeforeStatement": "The type [{0}] cannot stand here; attributes can.",
    "TypeNotAllowedForProperty": "A property cannot be of type [{0}].",
    "TypeNotAllowedInDataSection": "The type [{0}] is not allowed in a data section.",
    "TypeNotFound": "There is no type [{0}].",
    "UnexpectedAttribute": "The attribute '{0}' cannot stand here.",
    "UnexpectedCharactersAfterHereStringHeader": (
        "Nothing may stand behind the opening of a here-string on its line."
    ),
    "UnexpectedKeyword": "'{0}' cannot stand here.",
    "UnexpectedToken": "'{0}' was not expected here.",
    "UnexpectedUnaryOperator": "'{0}' was not expected here.",
    "UnrecognizedToken": "This character begins nothing that is known here.",
    "UsingMustBeAtStartOfScript": "'using' must stand before everything else in a script.",
    "UsingStatementNotSupported": "This form of 'using' is not supported.",
    "VariableNotLocal": (
        "The variable is not assigned in the method; write $script: or $global: for one from outside."
    ),
    "VariableReferenceNotSupportedInDataSection": "A data section can only use the variables {0}.",
    "VoidMethodHasReturn": "The method returns nothing, so nothing can stand after 'return'.",
    "VoidTypeConstraintNotAllowed": "[void] cannot be the type of a variable.",
    "WhitespaceBeforeHereStringFooter": (
        "The end of the here-string must stand at the very beginning of its line."
    ),
    "WildCardModuleNameError": "'using module' takes a name without wildcards.",
    "WorkflowNotSupportedInPowerShellCore": "Workflows do not exist any more; write a function.",
}


def message(error: ParseError) -> str:
    """The sentence for an error, naming its arguments."""
    sentence = _SENTENCES.get(error.error_id)
    arguments = error.arguments
    if sentence is None:
        named = ": " + ", ".join(arguments) if arguments else ""
        return f"Syntax error {error.error_id}{named}"
    return sentence.format(*arguments, *[""] * 3)
