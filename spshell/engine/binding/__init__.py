"""Binding: from the arguments of a command and the objects of its pipeline to parameter values (about_Parameters).

`metadata` says what a command has, `binder` does the work in PowerShell's order: named, positional, remaining, defaults,
pipeline, mandatory. `plans` repeat at one place in a script what was bound there before.
"""
