"""What generated code needs at run time: its constants as objects, its call sites, and the functions made of it.

`spshell.engine.ops` is the list of what generated code may call.
"""
