"""Calls of functions and script blocks: by position and name, through a plan, without a scope, through .NET methods."""
