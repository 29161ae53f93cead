"""Methods of [math] in hot code: what is worked out in line is what the library answers."""

from spshell.app import make_session


def run(text: str) -> list[str]:
    output: list[str] = []
    make_session().run_text(text, lambda item: output.append(f"{type(item).__name__}:{item}"))
    return output


VALUES = "0.5, -0.5, 2.5, -7, 0, 1e300, [double]::PositiveInfinity, [decimal]2.5, '3.7', $true, 2147483647, -2147483648, [long]7, 0.049"


def test_every_kind_of_number_gets_the_answer_of_the_library() -> None:
    """Run-once code calls the library; the loop works out in line what it can."""
    calls = "[math]::Floor($v)", "[math]::Ceiling($v)", "[math]::Abs($v)", "[math]::Max($v, 1)", "[math]::Min(0.5, $v)"
    calls = (*calls, "[math]::Round($v)", "[math]::Round($v, 1)", "[double]$v", "[math]::Floor($v / 2)")
    for call in calls:
        body = f"try {{ {call} }} catch {{ $_.FullyQualifiedErrorId }}"
        once = "\n".join(f"$v = {value}; {body}" for value in VALUES.split(", "))
        assert run(f"foreach ($v in {VALUES}) {{ {body} }}") == run(once), call


def test_whole_numbers_divided_and_rounded_down_stay_whole() -> None:
    text = """
    function Get-Tens([int]$n) { $n = [math]::Floor($n / 10); $n }
    foreach ($i in -21..-18) { Get-Tens $i; [int][math]::Floor($i / 10); [math]::Floor($i / 10) }
    function Get-Rounded([int]$n, [double]$d) { $n = [math]::Ceiling($d); [int]$d; [int]($n / 3); $n }
    foreach ($d in 2.5, 3.5) { Get-Rounded 1 $d }
    """
    assert run(text) == [
        "int:-3", "int:-3", "float:-3.0", "int:-2", "int:-2", "Decimal:-2", "int:-2", "int:-2", "float:-2.0",
        "int:-2", "int:-2", "float:-2.0", "int:2", "int:1", "int:3", "int:4", "int:1", "int:4",
    ]  # fmt: skip


def test_the_name_may_mean_another_type() -> None:
    text = """
    class Math { static [object] Floor($x) { return "own $x" } }
    foreach ($i in 1..2) { [Math]::Floor($i); [System.Math]::Floor($i / 2) }
    foreach ($i in 1) { try { [int][Math]::Floor($i) } catch { $_.FullyQualifiedErrorId } }
    """
    assert run(text) == [
        "str:own 1", "float:0.0", "str:own 2", "Decimal:1", "str:InvalidCastFromStringToInteger",
    ]  # fmt: skip
