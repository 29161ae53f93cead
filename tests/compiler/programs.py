"""Programs made at random, for the engine and the oracle to run: short, and meant to end.

`Maker` writes them from a `random.Random`, so that a number names a program. Variables are $a $b $c (anything), $n $m
(mostly numbers), $s $t (mostly text), $l (a list), $h (a table), $o (an object of a class), $k (a script block); loops
have counters of their own. Functions call only functions that were made before them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

NAMES = ["$a", "$b", "$c", "$n", "$m", "$s", "$t", "$l", "$h"]
SCOPES = ["", "", "", "", "", "", "script:", "global:", "local:"]
LITERALS = [
    "0", "1", "2", "3", "7", "-5", "10", "2147483647", "-2147483648", "46341", "1.5", "0.1", "-2.25", "3L", "5000000000",
    "1.10d", "0.3d", "200uy", "7us", "9ul", "1kb", "0xff", "1e3", "[long]4", "[double]2", "[decimal]2.5", "[byte]250",
    "[int]'12'", "[uint32]5", "[int16]300", "[sbyte]-3",
]  # fmt: skip
TEXTS = [
    "''", "'x'", "'4'", "'abc'", "'ABC'", "'a,b;c'", "'Hello World'", "'1.5'", "'  pad '", "'éß'", "'aXbXc'", "'true'",
    "[string]12", "[char]'q'", '"tab`tend"',
]  # fmt: skip
ODD = ["$null", "$true", "$false", "@()", "@($null)", ",1", "[char]'c'", "[ordered]@{ z = 1; y = 2 }"]
TYPES = [
    "int",
    "long",
    "double",
    "decimal",
    "byte",
    "string",
    "bool",
    "char",
    "array",
    "uint32",
    "int16",
    "object",
]
FIRST = """
function Get-One($x) { if ($x -gt 3) { return $x - 1 }; $c = $x; $c + 1 }
function Get-Two($x, $y) { $x; if ($y -lt $x) { $a }; $y }
function Get-Typed([int]$x, [string]$y = 'dft', [switch]$Up) { if ($Up) { $y.ToUpper() } else { "$y=$x" } }
function Get-Default { param($p = 5, $q = ($p + 1), [double]$r) $p; $q; $r; $args.Count }
filter Add-Three { $_ + 3 }
function Get-Sum { begin { $sum = 0; 'begin' } process { $sum += $_; $_ } end { $sum } }
function Get-Input { foreach ($item in $input) { $item }; 'end' }
class Base { [int]$Value; $Free; [string]$Name = 'base'
  Base() { $this.Value = 1 }
  [int] Twice() { return $this.Value * 2 }
  [string] Show($x) { return "$($this.Name):$x" }
  [void] Grow([int]$by) { $this.Value += $by; $this.Free = $by }
  [object] Loop([int]$times) { $made = 0; for ($i = 0; $i -lt $times; $i++) { if ($i -eq 3) { continue }; $made += $i }; return $made }
}
class Derived : Base { [double]$Part = 0.5
  Derived() : base() { $this.Name = 'derived' }
  [int] Twice() { return ([Base]$this).Twice() + 100 }
  [object] Risky($x) { try { if ($x -gt 2) { throw 'odd' }; return $x / 0 } catch { return 'caught' } finally { $this.Free = $x } }
}
"""


_DEFINED = {
    item.split()[1].partition("(")[0]: item
    for item in re.split(r"\n(?=function |filter |class )", FIRST.strip())
}


def definitions(text: str) -> str:
    """The functions and classes of `FIRST` that a program needs: what it does not use costs time only."""
    return "".join(
        item + "\n"
        for name, item in _DEFINED.items()
        if name in text or (name == "Base" and "[Derived]" in text)
    )


class Maker:
    """Writes one program."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.choice = random.choice
        self.loops: list[str] = []  # labels of the loops around, "" for none
        self.counter = 0
        self.functions = 0
        self.in_catch = self.in_finally = self.in_pipeline = False

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def program(self) -> str:
        lines: list[str] = []
        if self.chance(12):
            lines.append(f"Set-StrictMode -Version {self.choice(['1', '2', '3'])}")
        lines += ["$a = 3; $b = 'x'; $c = $null; $n = 2; $m = 1.5; $s = 'ab'; $t = 'Hello'; $l = 1, 2, 3",
                  "$h = @{ one = 1; two = 'b'; 3 = 4 }; $o = [Base]::new(); $k = { param($x) $x; $a }"]  # fmt: skip
        for _ in range(self.random.randrange(3)):
            lines.append(self.function())
        body = "\n".join(self.statement(2) for _ in range(self.random.randrange(1, 5)))
        if self.chance(30):
            inner = self.choice(["function Get-All {{ {0}\n'end' }}\nGet-All", "& {{ {0}\n}}", ". {{ {0}\n}}",
                                 "$v = & {{ {0}\n}}; $v", "1..2 | ForEach-Object {{ {0}\n}}",
                                 "function Get-All {{ [CmdletBinding()] param() {0}\n}}\nGet-All"])  # fmt: skip
            body = inner.format(body)
        lines.append(body)
        lines.append('$a; $b; $c; $n; $m; $s; $t; "$l"; $h.Count; $o.Value; $o.Free')
        text = "\n".join(lines)
        return definitions(text) + text

    def function(self) -> str:
        self.functions += 1
        outer, self.loops = self.loops, []
        parameters = self.choice(
            ["($a, $n)", "([int]$n, $s = 'd')", "($l, [string]$s)", "([double]$m, [switch]$On)", "()"]
        )
        body = "; ".join(self.statement(1) for _ in range(self.random.randrange(1, 4)))
        name = f"Use-F{self.functions}"
        tail = self.choice(["", "; return $a", "; $n", "; return"])
        made = f"function {name}{parameters} {{ {body}{tail} }}"
        self.loops = outer
        return made

    # -- statements

    def block(self, depth: int, count: int = 3) -> str:
        return "; ".join(self.statement(depth) for _ in range(self.random.randrange(1, count + 1)))

    def statement(self, depth: int) -> str:
        simple = [
            self.assignment,
            self.assignment,
            self.assignment,
            self.compound,
            self.step,
            self.write,
            self.write,
        ]
        if self.loops and not self.in_finally:
            simple.append(self.leave)
        nested = [
            self.condition, self.for_loop, self.for_loop, self.foreach_loop, self.foreach_loop, self.while_loop,
            self.do_loop, self.switch, self.try_catch, self.try_catch, self.pipeline, self.pipeline, self.nested_function,
            self.scoped, self.closure, self.table_loop, self.splatting, self.object_use, self.match_use,
        ]  # fmt: skip
        if depth <= 0:
            return self.choice(simple)(0)
        return self.choice(nested if self.chance(65) else simple)(depth)

    def target(self) -> str:
        kind = self.random.randrange(20)
        if kind == 0:
            return f"$h.{self.choice(['one', 'two', 'new'])}"
        if kind == 1:
            return f"$h[{self.choice(['3', '$n', chr(39) + 'two' + chr(39)])}]"
        if kind == 2:
            return f"$l[{self.choice(['0', '-1', '1', '$n', '9'])}]"
        if kind == 3:
            return f"$o.{self.choice(['Value', 'Free', 'Name'])}"
        name = self.choice(NAMES)
        return "$" + self.choice(SCOPES) + name[1:]

    def assignment(self, depth: int) -> str:
        kind = self.random.randrange(14)
        if kind == 0:
            return f"[{self.choice(['int', 'long', 'double', 'string', 'byte', 'decimal'])}]{self.choice(NAMES[:5])} = {self.any(1)}"
        if kind == 1:
            return f"$a, $b = {self.any(2)}"
        if kind == 2 and depth:
            return f"{self.target()} = {self.choice([self.condition, self.foreach_loop, self.switch, self.try_catch])(depth - 1)}"
        if kind == 3:
            return f"{self.target()} = {self.target()} = {self.any(1)}"
        if kind == 4:
            return f"{self.target()} ??= {self.any(1)}"
        if kind < 9:
            return self.choice([f"$n = {self.number(2)}", f"$m = {self.number(2)}", f"$s = {self.text(2)}", f"$t = {self.text(2)}",
                                f"$l = {self.items(2)}"])  # fmt: skip
        return f"{self.target()} = {self.any(2)}"

    def compound(self, _depth: int) -> str:
        if self.chance(50):
            return self.choice([f"$n += {self.number(1)}", f"$m *= {self.number(0)}", f"$s += {self.text(1)}", f"$l += {self.any(1)}",
                                f"$n -= {self.number(1)}", f"$h.one += {self.number(0)}", f"$o.Value += {self.number(0)}"])  # fmt: skip
        return f"{self.target()} {self.choice(['+=', '-=', '%=', '+='])} {self.any(1)}"

    def step(self, _depth: int) -> str:
        target = self.target() if self.chance(40) else self.choice(["$n", "$m", "$n"])
        return self.choice([f"{target}++", f"{target}--", f"++{target}", f"({target}++)", f"$a = {target}++"])

    def write(self, _depth: int) -> str:
        return self.choice([self.any, self.number, self.text, self.items, self.test])(2)

    def leave(self, _depth: int) -> str:
        label = self.choice(self.loops) if self.chance(30) else ""
        word = f"{self.choice(['break', 'continue'])} {label}".strip()
        return f"if ({self.test(1)}) {{ {word} }}"

    def condition(self, depth: int) -> str:
        made = f"if ({self.test(2)}) {{ {self.block(depth - 1)} }}"
        if self.chance(40):
            made += f" elseif ({self.test(1)}) {{ {self.block(depth - 1)} }}"
        if self.chance(60):
            made += f" else {{ {self.block(depth - 1)} }}"
        return made

    def looped(self, depth: int) -> tuple[str, str, str]:
        """(label in front, counter, body)."""
        self.counter += 1
        number = self.counter
        label = f"l{number}" if self.chance(25) else ""
        self.loops.append(label)
        body = self.block(depth - 1)
        self.loops.pop()
        return (f":{label} " if label else ""), f"$i{number}", body

    def for_loop(self, depth: int) -> str:
        label, counter, body = self.looped(depth)
        body = f"{body}; {self.choice(['$n', '$a', '$x'])} = {counter}" if self.chance(40) else body
        if self.chance(30):
            return f"{label}for ({counter} = {self.random.randrange(5)}; {counter} -ge 1; {counter}--) {{ {body} }}"
        limit = self.choice([str(self.random.randrange(5)), "3", "$l.Count % 5"])
        step = self.choice([f"{counter}++", f"{counter} += 2", f"++{counter}"])
        return f"{label}for ({counter} = 0; {counter} -lt {limit}; {step}) {{ {body} }}"

    def foreach_loop(self, depth: int) -> str:
        label, counter, body = self.looped(depth)
        first, last = self.random.randrange(4), self.random.randrange(5)
        source = self.choice(
            [
                f"{first}..{last}",
                "1..4",
                "$l[0..3]",
                self.items(1),
                "$h.Keys.Count",
                "'p', 'q'",
                "0..$n % 5" if False else "1..3",
            ]
        )
        used = f"{self.choice(['$a', '$n', '$s'])} = {counter}; " if self.chance(50) else ""
        return f"{label}foreach ({counter} in {source}) {{ {used}{body} }}"

    def while_loop(self, depth: int) -> str:
        label, counter, body = self.looped(depth)
        return f"{counter} = 0; {label}while ({counter} -lt {self.random.randrange(5)}) {{ {counter}++; {body} }}"

    def do_loop(self, depth: int) -> str:
        label, counter, body = self.looped(depth)
        end = self.choice([f"while ({counter} -lt 3)", f"until ({counter} -ge 3)"])
        return f"{counter} = 0; {label}do {{ {counter}++; {body} }} {end}"

    def switch(self, depth: int) -> str:
        flags = self.choice(["", "", "", "-CaseSensitive ", "-Wildcard ", "-Regex "])
        self.loops.append("")
        clauses = (
            [f"{{ {self.choice(['$_ -gt 2', '$_ -eq $a', 'Get-One $_'])} }} {{ {self.block(depth - 1, 2)} }}"]
            if self.chance(30)
            else []
        )
        patterns = {"-Wildcard ": ["'a*'", "'*b'", "'?'"], "-Regex ": ["'^a'", "'(b)'", "'\\d'"]}.get(
            flags, ["1", "'x'", "'ab'", "2", "$a", "'X'"]
        )
        for _ in range(self.random.randrange(1, 4)):
            clauses.append(f"{self.choice(patterns)} {{ {self.block(depth - 1, 2)} }}")
        if self.chance(50):
            clauses.append(f"default {{ {self.block(depth - 1, 2)} }}")
        self.loops.pop()
        return f"switch {flags}({self.any(1)}) {{ {' '.join(clauses)} }}"

    def try_catch(self, depth: int) -> str:
        inside = [self.block(depth - 1, 2)]
        if self.chance(70):
            inside.append(self.failure())
        inside.append(self.statement(0))
        made, caught = f"try {{ {'; '.join(inside)} }}", False
        catches = self.random.randrange(10)
        if catches < 8:
            typed = self.chance(25)
            if typed:
                name = self.choice(
                    ["System.DivideByZeroException", "System.Management.Automation.RuntimeException",
                     "System.Management.Automation.MethodInvocationException", "System.FormatException"]
                )  # fmt: skip
                made += f" catch [{name}] {{ 'typed'; {self.catch_body(depth)} }}"
            caught = True
            if self.chance(85) or not typed:
                made += f" catch {{ {self.catch_body(depth)} }}"
        if catches >= 7 or not caught:
            outer, self.in_finally = self.in_finally, True
            kept, self.loops = self.loops, []
            made += f" finally {{ {self.block(depth - 1, 2)} }}"
            self.in_finally, self.loops = outer, kept
        return made

    def catch_body(self, depth: int) -> str:
        parts = [
            self.choice(
                [
                    "$_.FullyQualifiedErrorId.Split(',')[0]",
                    "$n = 5",
                    "'caught'",
                    "$a = $_.FullyQualifiedErrorId.Split(',')[0]",
                    self.statement(0),
                ]
            )
        ]
        if self.chance(40):
            parts.append(self.block(depth - 1, 2))
        if self.chance(8):
            parts.append("throw")
        return "; ".join(parts)

    def failure(self) -> str:
        test = f"if ({self.test(1)}) {{ {{0}} }}" if self.chance(60) else "{0}"
        return test.replace("{0}", self.choice(["throw 'odd'", "1 / 0", "[int]'zz'", "$s.Substring(99)", "throw 5", "$null.Method()",
                                                "[math]::Sqrt('x')", "Get-Typed 'zz'", "$x = $n / $c", 'throw "t $n"']))  # fmt: skip

    def in_block(self, action: object, *arguments: object) -> str:
        """Text of a block that runs by itself: no loop of the outside may be left from it."""
        kept, self.loops = self.loops, []
        made = action(*arguments)  # type: ignore[operator]
        self.loops = kept
        return made  # type: ignore[no-any-return]

    def pipeline(self, depth: int) -> str:
        source = self.choice([f"{self.random.randrange(4)}..5", self.items(1), "1..6", "$l", "3, 'x', 2.5"])
        stages = [self.in_block(self.stage, depth) for _ in range(self.random.randrange(1, 4))]
        made = f"{source} | {' | '.join(stages)}"
        return made if self.chance(40) else f"{self.target()} = {made}"

    def stage(self, depth: int) -> str:
        item = self.choice(["$_", "$_ + 1", "$_ * 2", '"<$_>"', "$_; $n", "$n++; $_", "Get-One $_", "if ($_ -gt 2) { $_ }", "$n += $_; $n",
                            "$_, $_", "$x = $_; $x", "if ($_ -gt 2) { return }; $_", "$n++; if ($_ -eq 1) { $n; return $_ }; $x",
                            "$_, 2 | ForEach-Object { $_; $n }", "$x = @($_, $n | Where-Object { $_ -ne 1 }); $x.Count"])  # fmt: skip
        kind = self.random.randrange(12)
        if kind < 4:
            return f"ForEach-Object {{ {item} }}"
        if kind < 6:
            return f"Where-Object {{ {self.choice(['$_ -gt 2', '$_ -ne $a', '$_ % 2', '$_', '$_ -lt $n', self.test(1)])} }}"
        if kind == 6:
            return f"ForEach-Object {{ {self.statement(depth - 1)} }} {{ {item} }} {{ {self.write(0)} }}"
        if kind == 7:
            return f"Select-Object -First {self.choice(['1', '2', '3'])}"
        if kind == 8:
            return f"& {{ process {{ {item} }} end {{ {self.write(0)} }} }}"
        if kind == 9:
            return f"ForEach-Object {{ {self.block(depth - 1, 2)} }}"
        return self.choice(["Add-Three", "Get-Sum", "Get-Input"])

    def nested_function(self, depth: int) -> str:
        self.functions += 1
        name = f"Use-N{self.functions}"
        body = self.in_block(self.block, depth - 1)
        after = self.choice(
            [
                f"{name} ({self.any(1)})",
                f"$c = {name} 3 4",
                f"1..3 | ForEach-Object {{ {name} $_ }}",
                f"{name} -x 4 5",
            ]
        )
        return f"function {name}($x) {{ {body}; $x; $args.Count }}; {after}"

    def scoped(self, depth: int) -> str:
        body = self.in_block(self.block, depth - 1)
        return self.choice([f"& {{ {body} }}", f". {{ {body} }}", f"$b = & {{ {body} }}", f"$c = $( {body} )", f"$l = @( {body} )",
                            f"& {{ param($x, $y = 2) {body}; $x + $y }} ({self.number(1)})"])  # fmt: skip

    def closure(self, _depth: int) -> str:
        body = self.choice(["$n", "$x + $n", "$n++; $n", "$a; $x", "$script:n"])
        return (
            f"$n = {self.number(1)}; $k = {{ param($x) {body} }}{self.choice(['.GetNewClosure()', '', '.GetNewClosure()'])}; "
            f"$n = {self.number(0)}; {self.choice(['& $k 3', '$a = & $k $n', '1..2 | ForEach-Object { & $k $_ }', '& $k 4'])}"
        )

    def table_loop(self, depth: int) -> str:
        key = self.choice(["$i", '"k$i"', "'same'", "$i % 2", "$s"])
        change = self.choice(
            [
                f"$h[{key}] = $i",
                f"$h[{key}] += 1",
                f"$h[{key}]++",
                "$h.total += $i",
                f"$h.Remove({key})",
                f"$h[{key}] += 'z'",
            ]
        )
        return f"foreach ($i in 1..{self.random.randrange(1, 5)}) {{ {change}; {self.statement(depth - 2)} }}; $h.Count; $h['same']; $h.ContainsKey('one')"

    def splatting(self, _depth: int) -> str:
        return self.choice([
            f"$p = @{{ x = {self.number(0)}; y = {self.text(0)} }}; Get-Typed @p",
            f"$p = {self.any(0)}, {self.any(0)}; Get-Two @p",
            f"$p = @{{ Up = $true }}; Get-Typed ({self.number(0)}) @p",
            f"Get-Typed -y ({self.text(0)}) -x ({self.any(0)}) -Up:{self.choice(['$true', '$false'])}",
            f"Get-Default ({self.any(0)}) -r ({self.number(0)})",
            f"Get-Default -q ({self.any(0)}) 1 2 3 4",
            f"Get-Typed ({self.any(1)}) -Up",
        ])  # fmt: skip

    def object_use(self, _depth: int) -> str:
        return self.choice([
            f"$o = [{self.choice(['Base', 'Derived'])}]::new(); $o.Name; $o.Twice()",
            f"$o.Grow({self.number(1)}); $o.Value", f"$o.Show(({self.any(1)}))", "$o.Value++; $o.Value",
            f"$o.Free = {self.any(1)}; $o.Free", f"$o.Value = {self.any(1)}; $o.Twice()", "$o.Loop(6); $o.Loop($n % 5)",
            f"$d = [Derived]::new(); $d.Risky({self.number(0)}); $d.Free; $d.Part; $d.Show('y')",
            "foreach ($i in 1..3) { $o.Value += $i; $o.Grow($i); $n = $o.Twice() }; $n",
            f"$q = [pscustomobject]@{{ A = {self.any(1)}; B = {self.number(0)} }}; $q.B++; $q.A; $q.B; $q.Missing",
            "$q = [pscustomobject]@{ A = 1 }; foreach ($i in 1..4) { $q.A += $i; $n = $q.A * $i }; $q.A",
        ])  # fmt: skip

    def match_use(self, _depth: int) -> str:
        return self.choice([
            f"if ({self.text(1)} -match '(?<w>[a-z]+)(\\w)?') {{ $Matches[0]; $Matches.w; $Matches[1] }}",
            "foreach ($i in 'ab1', 'zz', 'q2') { if ($i -match '^(\\w)(\\d)?') { $s = $Matches[1]; $n++ } }; $Matches[0]",
            "foreach ($i in 1..3) { $s = $s -replace '[aeiou]', $i; $t = $t.Replace('l', \"$i\") }; $s",
            f"{self.text(1)} -match {self.choice(['$s', '$t', chr(39) + '.' + chr(39)])}",
        ])  # fmt: skip

    # -- expressions

    def any(self, depth: int) -> str:
        kind = self.random.randrange(12)
        if kind < 4:
            return self.number(depth)
        if kind < 7:
            return self.text(depth)
        if kind < 9:
            return self.items(depth)
        if kind == 9:
            return self.test(depth)
        return self.choice(ODD) if kind == 10 and not self.chance(50) else self.choice(NAMES)

    def number(self, depth: int) -> str:
        if depth <= 0 or self.chance(25):
            return self.choice(
                [
                    self.choice(LITERALS),
                    self.choice(LITERALS),
                    "$n",
                    "$m",
                    "$n",
                    "$a",
                    "$i1",
                    "$i2",
                    "$h.one",
                    "$o.Value",
                ]
            )
        inner = depth - 1
        kind = self.random.randrange(16)
        if kind < 6:
            return f"({self.number(inner)} {self.choice(['+', '-', '*', '%', '/', '+', '-'])} {self.number(inner)})"
        if kind == 6:
            return f"({self.any(inner)} {self.choice(['+', '-', '%', '/'])} {self.any(inner)})"
        if kind == 7:
            return f"({self.number(inner)} {self.choice(['-band', '-bor', '-bxor', '-shl', '-shr'])} {self.choice(['1', '3', '$n', '8'])})"
        if kind == 8:
            return self.choice(
                [f"(- {self.number(inner)})", f"(-bnot {self.number(0)})", f"(+{self.text(0)})"]
            )
        if kind == 9:
            return f"[{self.choice(['int', 'long', 'double', 'decimal'])}]{self.choice(['$n', '$m', '2.5', '3.5', '$s', '$a'])}"
        if kind == 10:
            return self.choice(
                [
                    f"{self.text(0)}.Length" if False else "$s.Length",
                    "$l.Count",
                    "$h.Count",
                    "$t.IndexOf('l')",
                    "$l.Length",
                    "$a.Count",
                ]
            )
        if kind == 11:
            return f"[math]::{self.choice(['Max', 'Min', 'Pow'])}({self.number(0)}, {self.choice(['2', '3', '1.5', '$n'])})"
        if kind == 12:
            return self.choice(
                [
                    f"[math]::{self.choice(['Floor', 'Abs', 'Round', 'Truncate', 'Sqrt', 'Ceiling'])}({self.number(inner)})",
                    f"[int][math]::{self.choice(['Floor', 'Ceiling'])}({self.choice(['$n', '$i1', '$a'])} / {self.choice(['3', '10', '$m', '0.5'])})",
                    f"[math]::Round({self.number(inner)}, {self.choice(['0', '1', '2', '$n'])})",
                    f"[{self.choice(['int', 'double'])}]({self.number(inner)})",
                    "$o.Twice()",
                ]
            )
        if kind == 13:
            return f"(Get-One ({self.number(inner)}))"
        if kind == 14:
            return f"({self.test(inner)} ? {self.number(inner)} : {self.number(inner)})"
        return f"({self.choice(['$c', '$n', '$zz'])} ?? {self.number(inner)})"

    def text(self, depth: int) -> str:
        if depth <= 0 or self.chance(25):
            return self.choice(
                [self.choice(TEXTS), self.choice(TEXTS), "$s", "$t", "$s", "$b", "$h.two", "$o.Name"]
            )
        inner = depth - 1
        kind = self.random.randrange(13)
        if kind == 0:
            return f"({self.text(inner)} + {self.any(inner)})"
        if kind < 4:
            parts = [
                self.choice(
                    [
                        "$s",
                        "$n",
                        "$a",
                        "$($n + 1)",
                        "$($l.Count)",
                        "${t}",
                        "$($h.one)",
                        "$($s.ToUpper())",
                        "$l",
                        "$($l[0])",
                        "$i1",
                    ]
                )
                for _ in range(2)
            ]
            return f'"{parts[0]}-{parts[1]}"'
        if kind == 4:
            return f"('{self.choice(['{0}|{1}', '{0,5}|{1:n2}', '{1:x} {0}', '{0:d3}'])}' -f {self.choice(['$n, $m', '$s, $n', '5, 7'])})"
        if kind == 5:
            return f"({self.text(inner)} {self.choice(['-replace', '-creplace', '-ireplace'])} {self.choice(['[a-c], $n', '(.)(.), ' + chr(39) + '$2$1' + chr(39)]).replace('[a-c]', chr(39) + '[a-c]' + chr(39)).replace('(.)(.)', chr(39) + '(.)(.)' + chr(39))})"
        if kind == 6:
            return f"({self.items(inner)} -join {self.choice([chr(39) + ',' + chr(39), '$s', chr(39) * 2])})"
        if kind < 9:
            method = self.choice(["ToUpper()", "ToLower()", "Trim()", "Substring(1)", "Replace('a', 'z')", "PadLeft(6)", "Insert(0, $n)", "Remove(0, 1)",
                                  "TrimEnd('o')", "ToString()", "Substring(0, 1)", "PadRight($n)"])  # fmt: skip
            return f"{self.choice(['$s', '$t', '$s', chr(39) + 'Mixed Case' + chr(39)])}.{method}"
        if kind == 9:
            return self.choice(["$s[0]", "$t[-1]", "$s[$n]", "[string]$l", "[string]$n", "[string]$m"])
        if kind == 10:
            return f"({self.test(inner)} ? {self.text(inner)} : {self.text(inner)})"
        if kind == 11:
            return f"(Get-Typed ({self.number(0)}) ({self.text(0)}))"
        return f"[string]::{self.choice(['Format(' + chr(39) + '{0}' + chr(39) + ', $n)', 'Join(' + chr(39) + '-' + chr(39) + ', $l)', 'IsNullOrEmpty($s)', 'Concat($s, $t)'])}"

    def items(self, depth: int) -> str:
        if depth <= 0 or self.chance(20):
            return self.choice(
                ["$l", "1..4", "(1, 2, 3)", "('b', 'a')", "@()", "$l", "$h.Keys.Count", "(3..1)", "@(5)"]
            )
        inner = depth - 1
        kind = self.random.randrange(13)
        if kind < 3:
            return f"({self.any(inner)}, {self.any(inner)})"
        if kind == 3:
            return f"@({self.any(inner)}; {self.any(inner)})"
        if kind == 4:
            return f"({self.items(inner)} + {self.any(inner)})"
        if kind == 5:
            return f"({self.text(inner)} {self.choice(['-split', '-csplit'])} {self.choice([chr(39) + ',' + chr(39), chr(39) + '[bX]' + chr(39), chr(39) * 2])})"
        if kind == 6:
            return f"$( {self.any(inner)}; {self.any(inner)} )"
        if kind == 7:
            return f"$l[{self.choice(['0..1', '-1, 0', '1..9', '$n'])}]"
        if kind == 8:
            return f"({self.items(inner)} {self.choice(['-eq', '-ne', '-gt', '-like', '-match'])} {self.choice(['2', '1', '$n', chr(39) + 'a*' + chr(39)])})"
        if kind == 9:
            return f"(Get-Two ({self.any(inner)}) ({self.any(0)}))"
        if kind == 10:
            return f"({self.items(inner)} | ForEach-Object {{ {self.choice(['$_', '$_ + $n', '$n'])} }})"
        if kind == 11:
            return (
                f"@({self.items(inner)} | Where-Object {{ {self.choice(['$_ -gt 1', '$_', '$_ -ne $n'])} }})"
            )
        return self.choice(
            [
                "[int[]](1, 2)",
                "[string[]](1, 2)",
                "$s.ToCharArray()",
                "$s.Split('b')",
                "[array]$n",
                "(, $l)",
                "@($l; $n)",
            ]
        )

    def test(self, depth: int) -> str:
        if depth <= 0:
            return self.choice(
                [
                    "$true",
                    "$false",
                    "$n",
                    "$s",
                    "$n -gt 1",
                    "$a -eq 3",
                    "$n -lt 3",
                    "$c",
                    "$i1 -eq 1",
                    "$i2 -gt 1",
                ]
            )
        inner = depth - 1
        kind = self.random.randrange(14)
        if kind < 4:
            return f"({self.number(inner)} {self.choice(['-eq', '-ne', '-lt', '-le', '-gt', '-ge'])} {self.number(inner)})"
        if kind == 4:
            return f"({self.text(inner)} {self.choice(['-eq', '-ceq', '-ne', '-lt', '-cgt', '-like', '-match', '-cmatch', '-notmatch', '-notlike'])} {self.text(inner)})"
        if kind == 5:
            return f"({self.any(inner)} {self.choice(['-eq', '-ne', '-lt', '-ge'])} {self.any(inner)})"
        if kind == 6:
            return f"(({self.test(inner)}) {self.choice(['-and', '-or', '-xor'])} ({self.test(inner)}))"
        if kind == 7:
            return self.choice(
                [f"(-not ({self.test(inner)}))", f"(!{self.number(0) if not self.chance(0) else '$n'})"]
            )
        if kind == 8:
            return f"({self.items(inner)} {self.choice(['-contains', '-notcontains'])} {self.any(0)})"
        if kind == 9:
            return f"({self.any(0)} {self.choice(['-in', '-notin'])} {self.items(inner)})"
        if kind == 10:
            return f"({self.any(inner)} {self.choice(['-is', '-isnot'])} [{self.choice(TYPES)}])"
        if kind == 11:
            return f"($null {self.choice(['-eq', '-ne'])} {self.any(inner)})"
        if kind == 12:
            return self.choice(
                [
                    "$h.ContainsKey('one')",
                    "$s.StartsWith('a')",
                    "$t.Contains('l')",
                    "$h.Contains($n)",
                    "$s.EndsWith($t)",
                    "[string]::IsNullOrEmpty($c)",
                ]
            )
        return self.items(inner)
