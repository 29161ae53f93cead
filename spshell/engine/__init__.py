"""Running: scopes, commands, binder, pipeline, streams, errors, sessions.

`session.Session` is a running shell and the way in for whoever embeds one; `scriptblock.ScriptBlock` a piece of code as a
value; `ops` the list of everything that generated code may call, and `linker` makes functions of that code. A command goes
from its call site (`compiled.sites`) through `commands`, which finds it, and `binding` to a stage in `pipelines`; functions
that nobody can look into are called through `calls` instead. `errors` says how what goes wrong moves.
"""
