"""Completion: what may stand at a place of a text. One engine for the prompt's Tab and for TabExpansion2.

`analysis.complete` looks at the token under the cursor and asks the sources in turn; each answers with a `Completion` or
says, with None, that the place is not its own. Nothing of this is imported before somebody completes.
"""
