"""Tasks, Lazy, locks and cancellation."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("[Threading.Tasks.Task]::FromResult(5).Result", ["5"]),
        ("[Threading.Tasks.Task]::Run([Action]{ throw 'x' }).IsFaulted", ["True"]),
        ("$l = [Lazy[int]]::new([Func[int]]{ 7 }); $l.IsValueCreated; $l.Value; $l.IsValueCreated", ["False", "7", "True"]),
        ("$s = [Threading.CancellationTokenSource]::new(); $t = $s.Token; $s.Cancel(); $t.IsCancellationRequested", ["True"]),
        ("$m = [Threading.Mutex]::new($false, 'spshell-tests'); $m.WaitOne(50); $m.ReleaseMutex()", ["True"]),
        ("([Func[int,string]]{ 5 }).Invoke(1).GetType().Name", ["String"]),
    ],
)
def test_done_when_made(script, result):
    """
    A task has its result or fault at once; a delegate knows its closed type.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == result


def test_a_held_mutex_keeps_others_waiting_until_their_time_is_over():
    """
    Two handles of one name exclude each other.
    """
    script = """
    $a = [Threading.Mutex]::new($true, 'spshell-tests-held'); $b = [Threading.Mutex]::new($false, 'spshell-tests-held')
    $b.WaitOne(40); $a.ReleaseMutex(); $b.WaitOne(40); $b.Dispose()
    """
    assert [to_text(item) for item in Session().evaluate(script)] == ["False", "True"]
