"""What the engine remembers of a text goes with the text: a long session does not grow with each script that it runs."""

import gc
from collections import Counter

from spshell.app import make_session

SCRIPT = """
function f%d($a, $b) { $a + $b }
$o = [pscustomobject]@{ N = 1 }; $l = [System.Collections.ArrayList]::new()
foreach ($n in 1..3) { [void]$l.Add($n); $o.N += f%d $n 1; $x = $o.N; $o.N = $x; $s = [math]::Max($n, 2) }
1..20 | ForEach-Object { $_ * 2 } | Where-Object { $_ -gt 3 } | Sort-Object { -$_ } | Out-Null
& { param($p) $p } 1
"""


def living() -> Counter[str]:
    """How many objects there are of the engine's and the language's classes."""
    gc.collect()
    kinds = [type(item) for item in gc.get_objects()]
    ours = ("spshell.engine", "spshell.language")
    return Counter(kind.__name__ for kind in kinds if str(kind.__module__).startswith(ours))


def test_scripts_that_ran_leave_nothing_behind() -> None:
    session = make_session()

    def run(first: int, count: int) -> None:
        for number in range(first, first + count):
            session.run_text(SCRIPT % (number, number), lambda _item: None)
            session.run_text(f"Remove-Item function:f{number}", lambda _item: None)

    run(0, 100)
    before = living()
    run(100, 100)
    grown = {name: count - before[name] for name, count in living().items() if count > before[name] + 50}
    assert not grown
