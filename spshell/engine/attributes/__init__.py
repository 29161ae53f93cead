"""Attributes of parameters, variables and script blocks: as written in a script, as objects, and what validation refuses."""
