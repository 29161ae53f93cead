"""Objects to text: what the end of a pipeline shows (about_Format.ps1xml).

`render.Renderer` takes objects one by one and writes what PowerShell would print: a sequence is a table, a list or
text, decided by its first object. `views` holds what is known of types; a Python class may carry its own view as a
``ps_view`` attribute in plain data::

    ps_view = ("table", (("DisplayName", 30, "", "DisplayName"), ("Url", 0, "", "Url")))
    ps_view = ("list", ("Name", "Id"))

A table column is (label, width or 0, alignment or "", property name or function of the object).
"""
