"""spshell: administration shell and outgoing-email service of a SharePoint-Server-shaped farm.

How a line travels: `cli` reads the command line, `app` puts a `Session` together, `running` runs a text in it; `language`
makes a tree of the text, `compiler` makes Python code of the tree, `engine` runs it and binds commands, `formatting` shows
what comes out.

    values/      what a PowerShell value is in Python; operators, conversion, text
    dotnet/      the .NET types that scripts use, members declared
    language/    text -> tokens -> tree; knows nothing of running
    compiler/    tree -> Python ast -> code objects
    engine/      scopes, commands, binder, pipeline, streams, errors, sessions; ops.py for generated code
    formatting/  objects -> text
    state/       farm persistence: stores and the journal
    mail/        message, envelope, relay, transport, tls, sasl, outcome, outbox
    timer/       clock, schedule phrases, timer service
    farm/        the administered world
    jobs/        one file a timer job
    repl/        the prompt
    cmdlets/     (beside this package) one file a cmdlet

`bundle` and `script_cache` keep compiled code between runs, in the user's own folder (`own_files`): that of these modules,
and that of scripts. What a command does not need is not imported.

A package imports only what stands above it, and only where the table in tests/test_layers.py names it. Absences that
matter: the language runs nothing; generated code calls names of engine/ops.py and nothing else; the engine knows no
cmdlet and no farm; mail knows no farm; state knows no object it stores.
"""

__version__ = "0.1.0"
