"""What a PowerShell value is in Python, and the operations on values; one family of operations a module.

``int`` is Int32, ``float`` Double, ``str`` String, ``bool`` Boolean, ``list`` Object[], ``None`` null;
other numbers, chars, typed arrays, hash tables, custom objects and enum values are small classes,
``decimal.Decimal`` is Decimal. :mod:`~spshell.values.nettype` names the .NET type of each. Types are told
apart by exact class, never by isinstance.

Operations: :mod:`~spshell.values.truth`, :mod:`~spshell.values.text`, :mod:`~spshell.values.conversion`,
:mod:`~spshell.values.arithmetic`, :mod:`~spshell.values.bitwise`, :mod:`~spshell.values.comparison`,
:mod:`~spshell.values.matching`, :mod:`~spshell.values.composite` (``-f``), :mod:`~spshell.values.ranges`,
:mod:`~spshell.values.indexing`, :mod:`~spshell.values.enumeration`.

A class of another layer takes part by methods, none of which it must have: ``ps_text()`` (text inside
strings), ``to_string()`` (ToString), ``format(spec, culture)`` (``-f``), ``ps_truth()``,
``compare_to(other)`` or ``__lt__``, ``__eq__`` (Equals), ``net_enumerate()``, ``net_items()`` (pairs of a
dictionary), ``net_list = True`` (IList), ``ps_get_index(index)``, ``ps_set_index(index, value)``,
``net_pattern`` (a Regex), ``wildcard_matcher()``, ``invoke_value(arguments, this=, dollar=)`` (a script
block). Its NetType may carry ``convert`` and ``parse`` hooks; otherwise declared ``Parse``, constructors,
cast operators and properties are what conversions use.
"""
