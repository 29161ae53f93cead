"""The patterns of money and percentages in the order in which NumberFormatInfo numbers them.

``$`` and ``%`` stand for the symbol, ``n`` for the digits.
"""

from __future__ import annotations

CURRENCY_POSITIVE = ("$n", "n$", "$ n", "n $")
CURRENCY_NEGATIVE = (
    "($n)", "-$n", "$-n", "$n-", "(n$)", "-n$", "n-$", "n$-", "-n $", "-$ n", "n $-", "$ n-", "$ -n", "n- $", "($ n)",
    "(n $)", "$- n",
)  # fmt: skip
PERCENT_POSITIVE = ("n %", "n%", "%n", "% n")
PERCENT_NEGATIVE = (
    "-n %", "-n%", "-%n", "%-n", "%n-", "n-%", "n%-", "-% n", "n %-", "% n-", "% -n", "n- %",
)  # fmt: skip
