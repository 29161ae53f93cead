"""More shapes for random programs: what calls hand on, scopes in scopes, references, collections of .NET, traps, commands.

`WideMaker` mixes them with those of `Maker`. Programs may leave a loop from inside a function or a block that the loop
calls, and return from anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.compiler.programs import Maker

if TYPE_CHECKING:
    from random import Random

class WideMaker(Maker):
    """Writes one program."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.inside = 0

    def statement(self, depth: int) -> str:
        if self.chance(45) and (depth > 0 or self.chance(40)):
            return self.choice(self.quick_shapes if depth <= 0 else self.deep_shapes)(depth)
        return super().statement(depth)

    @property
    def quick_shapes(self):  # type: ignore[no-untyped-def]  # bound methods
        return [self.early, self.write_command, self.private, self.typed, self.other_scope, self.tell]

    @property
    def deep_shapes(self):  # type: ignore[no-untyped-def]  # bound methods
        return [
            self.assigned, self.assigned, self.reference, self.bound, self.piped_function, self.outer_reader, self.blocks_of_methods,
            self.sorted_by, self.switch_parts, self.leaving, self.leaving, self.guarded_return, self.trapped, self.thrown_value,
            self.table_walk, self.typed, self.members_in_text, self.generic_list, self.generic_table, self.grid, self.other_scope,
            self.fields, self.error_action, self.out_variable, self.steps_in_calls, self.early, self.write_command, self.tell,
        ]  # fmt: skip

    def own_block(self, depth: int, count: int = 2) -> str:
        """The body of a function or script block: ``return`` may stand in it."""
        self.inside += 1
        made = self.in_block(self.block, depth, count)
        self.inside -= 1
        return made

    def name(self, kind: str) -> str:
        self.functions += 1
        return f"Use-{kind}{self.functions}"

    # -- leaving

    def early(self, _depth: int) -> str:
        if not self.inside or self.in_finally:
            return self.write(0)
        return self.choice([f"if ({self.test(1)}) {{ return {self.any(1)} }}", f"if ({self.test(1)}) {{ return }}"])

    def leaving(self, depth: int) -> str:
        """A loop that a function, a pipeline's block or a block of its own leaves."""
        self.counter += 1
        label = f"k{self.counter}" if self.chance(50) else ""
        word = f"{self.choice(['break', 'continue'])} {label if self.chance(70) else ''}".strip()
        test = f"if ({self.choice(['$i -eq 2', '$i -gt 2', self.test(1)])}) {{ {word} }}"
        name = self.name("L")
        inner = self.choice([
            f"function {name} {{ {test}; {self.any(0)} }}; {name}", f"1, 2 | ForEach-Object {{ $_; {test} }}", f"& {{ {test}; $n }}",
            f". {{ {test}; $n++ }}", f"$a = & {{ 'w'; {test}; 'z' }}", f"switch ($i) {{ 2 {{ {word} }} default {{ 'd' }} }}",
            f"try {{ {test}; 1 / ($i - 1) }} catch {{ {test} }} finally {{ $n++ }}", f"$b = $(1; {test}; 2)", f"$l.Where({{ {test}; $_ }})",
            f"foreach ($j in 1..3) {{ try {{ {test}; $j }} finally {{ $m++ }} }}", f"$c = foreach ($j in 1, 2) {{ $j; {test} }}",
        ])  # fmt: skip
        front = f":{label} " if label else ""
        head = self.choice(["foreach ($i in 1..4)", "for ($i = 0; $i -lt 4; $i++)", "foreach ($i in $l)"])
        tail = self.in_block(self.statement, depth - 2)
        return f"{front}{head} {{ {inner}; {tail} }}"

    def guarded_return(self, depth: int) -> str:
        name = self.name("R")
        risky = self.choice(["1 / 0", "throw 'odd'", "$n", self.failure(), f"return {self.any(0)}", "Get-One $x"])
        body = f"try {{ {risky}; {self.own_block(depth - 2, 1)} }}"
        if self.chance(70):
            body += f" catch {{ {self.choice(['return 5', '$s = 1', '$_.FullyQualifiedErrorId', 'throw'])} }}"
            if self.chance(60):
                body += f" finally {{ {self.choice(['$n++', '$script:n++', chr(39) + 'fin' + chr(39)])} }}"
        else:
            body += " finally { $script:n = 8 }"
        return f"function {name}($x) {{ {body}; 'end' }}; {self.choice(['', '$a = ', '$l = '])}{name} {self.number(0)}"

    def trapped(self, depth: int) -> str:
        name = self.name("T")
        body = self.choice(["'trapped'; continue", "continue", "'shown'", "$n = 7; continue", "break", "return 4", "$_.FullyQualifiedErrorId; continue"])
        kind = self.choice(["", "", "[System.DivideByZeroException] "])
        inside = "; ".join([self.own_block(depth - 2, 1), self.failure(), self.statement(0)])
        made = f"trap {kind}{{ {body} }}; {inside}; 'after'"
        return self.choice([f"function {name} {{ {made} }}; {name}", f"& {{ {made} }}", f"$a = & {{ {made} }}", f"1, 2 | ForEach-Object {{ {made} }}"])

    def thrown_value(self, _depth: int) -> str:
        value = self.choice(["5", "1, 2", "@{ a = 1 }", "$null", "[System.FormatException]::new('f')", "[System.IO.IOException]::new('g')",
                             "'t'", "''", "$true", "1.5", "[System.InvalidOperationException]'why'"])  # fmt: skip
        seen = self.choice(["$_.FullyQualifiedErrorId", "$_.Exception.GetType().Name", "$_.TargetObject", "$_.Exception.Message.Length", '"$_"', "$_.CategoryInfo.Category.ToString()"])
        return f"try {{ throw {value} }} catch [System.IO.IOException] {{ 'io'; {seen} }} catch {{ {seen} }}"

    # -- values of statements

    def assigned(self, depth: int) -> str:
        inner = self.choice([self.condition, self.foreach_loop, self.switch, self.try_catch, self.for_loop, self.while_loop, self.do_loop])
        target = self.choice(["$a", "$s", "$l", "$script:n", "[int]$q", "$h.two", "$o.Free", "$null", "$a, $b", "$l += ", "$n += "])
        kept, self.loops = self.loops, []
        made = inner(depth - 1)
        self.loops = kept
        while made.startswith(("$", ":")):  # the counter's start stands before the loop
            made = made.partition("; ")[2] if made.startswith("$") else made.partition(" ")[2]
        return f"{target}{made}" if target.endswith("= ") else f"{target} = {made}"

    # -- variables

    def reference(self, _depth: int) -> str:
        name = self.name("V")
        return self.choice([
            f"$r = [ref]$n; $r.Value = {self.number(0)}; $n; $n = 4; $r.Value", "$r = [ref]$l; $r.Value += 9; $l.Count; $r.Value.Count",
            f"function {name}([ref]$to, $v) {{ $to.Value = $v; $to.Value }}; {name} ([ref]$a) {self.number(0)}; $a",
            f"$r = [ref]$n; foreach ($i in 1..3) {{ $r.Value += $i; {self.choice(['$n', '$n++', '$n += 2'])} }}; $n; $r.Value",
            f"& {{ $r = [ref]$n; $r.Value = {self.any(0)}; $n }}; $n", "$q = 0; if ([int]::TryParse($s, [ref]$q)) { 'num' }; $q",
        ])  # fmt: skip

    def typed(self, _depth: int) -> str:
        kind = self.choice(["int", "string", "double", "bool", "long", "array"])
        later = [f"$q = {self.any(0)}", f"$q += {self.number(0)}", "foreach ($q in 1, 2) { $q }", "$q++"]
        return f"[{kind}]$q = {self.any(0)}; " + self.choice([
            f"& {{ {self.choice(later)}; $q }}; $q", f". {{ {self.choice(later)}; $q }}; $q", f"{self.choice(later)}; $q",
            f"1 | ForEach-Object {{ {self.choice(later)} }}; $q", f"foreach ($i in 1..2) {{ {self.choice(later)} }}; $q",
        ])  # fmt: skip

    def private(self, _depth: int) -> str:
        name = self.name("P")
        return f"$private:w = {self.any(0)}; function {name} {{ $w; $w = 3; $w }}; {name}; $w; & {{ $w }}; . {{ $w }}"

    def other_scope(self, depth: int) -> str:
        name = self.name("S")
        change = self.choice(["Set-Variable n 6 -Scope 1", "$script:n = 6", "$global:n++", "Set-Variable -Name n -Value 7", "$script:l += 4", "Set-Variable s 'v' -Scope 1",
                              "(Get-Variable n).Value", "Get-Variable n -ValueOnly", "$local:n", "$script:n; $n = 2; $script:n"])  # fmt: skip
        calls = [f"{name}", f"$a = {name}", f"foreach ($i in 1..2) {{ $n; {name}; $n }}", f"$n += {name}", f"1, 2 | ForEach-Object {{ {name} }}"]
        call = self.choice(calls if "Scope" in change else [*calls, f". {name}"])
        return f"function {name} {{ {change}; $n; {self.own_block(depth - 2, 1)} }}; $n = {self.number(0)}; {call}; $n"

    def outer_reader(self, depth: int) -> str:
        """Functions in functions that read what their callers have."""
        one, two = self.name("D"), self.name("D")
        inner = f"function {two} {{ {self.own_block(depth - 2, 1)}; $n; $z; $n = 9 }}"
        return f"function {one}($z) {{ {inner}; $n = {self.number(0)}; foreach ($i in 1..2) {{ {two}; $z = $i }}; {two}; $n }}; {one} {self.number(0)}; $n"

    def steps_in_calls(self, _depth: int) -> str:
        return self.choice([
            "$n = 1; Get-Two ($n++) ($n++); $n", "$n = 1; $l = ($n++), ($n += 2), $n; $l", "$n = 0; $h[($n++)] = $n; $h[0]; $h[1]",
            "$l = 1, 2, 3; $n = 0; $l[$n++] += 5; $l[$n++] = $n; $l", "$n = 2; $a = $n + ($n = 5) + $n; $a", "$n = 2; $a = ($n++) + ++$n; $a",
            "$n = 1; foreach ($i in 1..3) { $n = $n + ($n = $i) }; $n", '$n = 1; "$n$(($n++))$n$($n += 2)$n"',
        ])  # fmt: skip

    # -- calls

    def bound(self, depth: int) -> str:
        name = self.name("B")
        look = self.choice(["$PSBoundParameters.Count", "$PSBoundParameters.ContainsKey('x')", "$PSBoundParameters['y']", "$PSBoundParameters.x"])
        given = self.choice(["3", "-y 4", "3 4", "-x 1 -y 2", "-x $n", "@p", "", "-y $l"])
        hand = self.choice(["", f"; if ($x -gt 0) {{ {name} -x ($x - 5) }}"])
        return f"$p = @{{ y = {self.any(0)} }}; function {name}($x, $y = 2) {{ {look}; {self.own_block(depth - 2, 1)}; $y{hand} }}; {name} {given}"

    def piped_function(self, depth: int) -> str:
        name = self.name("I")
        parts = [f"begin {{ $t = 0; {self.own_block(0, 1)} }}" if self.chance(50) else "",
                 f"process {{ {self.choice(['$t += $_; $t', '$_', 'if ($_ -eq 2) { return }; $_ * 2', '$n++; $x; $_', 'if ($_ -gt 1) { 1 / 0 }; $_', self.own_block(depth - 2, 1)])} }}",
                 f"end {{ $t; {self.own_block(0, 1)} }}" if self.chance(60) else ""]  # fmt: skip
        source = self.choice(["1..3", "$l", "3, 1, 2", "$n", "@()"])
        tail = self.choice(["", " | ForEach-Object { $_; $n }", " | Select-Object -First 2", f" | Where-Object {{ {self.test(1)} }}", f" | {name}"])
        return f"function {name}($x) {{ {' '.join(parts)} }}; {self.choice(['', '$a = ', '$l = '])}{source} | {name} {self.choice(['', '5', '$n'])}{tail}"

    def blocks_of_methods(self, depth: int) -> str:
        body = self.choice(["$n++; $_", "$n += $_; $n", "$script:n = $_; $_ -gt 1", "$_ -gt 1", "$_ * 2", "if ($_ -eq 2) { return 7 }; $_", self.own_block(depth - 2, 1)])
        source = self.choice(["$l", "(1..3)", "(3, 1)", "@(1)"])
        return self.choice([f"{source}.Where({{ {body} }})", f"{source}.ForEach({{ {body} }})", f"$a = @({source}.ForEach({{ {body} }})); $a.Count",
                            f"foreach ($i in {source}.Where({{ {body} }})) {{ $i; $n }}"]) + "; $n"  # fmt: skip

    def sorted_by(self, _depth: int) -> str:
        return f"$n = 0; {self.choice(['3, 1, 2', '1..4', '(5, 2, 9)'])} | Sort-Object {{ $n++; {self.choice(['-$_', '$_', '$_ % 2', '$n'])} }}; $n"

    def switch_parts(self, depth: int) -> str:
        flag = self.choice(["-Regex", "-Wildcard", "-Regex -CaseSensitive"])
        pattern = self.choice(["'^(a)(b)?'", "'(?<w>\\w)(\\d)'", "'b'", "'H'"]) if "Regex" in flag else self.choice(["'a*'", "'*[b-d]'", "'?b'", "'H*'"])
        seen = self.choice(["$_; $Matches.Count", "$Matches[1]", "$Matches.w; $_", "$_ = 'changed'", "$_; continue", "break"]) if "Regex" in flag else "$_; continue"
        return f"switch {flag} ({self.choice([self.text(1), self.items(1), '$s, $t', chr(39) + 'ab1' + chr(39)])}) {{ {pattern} {{ {seen} }} 'x' {{ {self.in_block(self.block, depth - 2, 1)} }} default {{ $_; $n++ }} }}"

    def error_action(self, _depth: int) -> str:
        name = self.name("E")
        action = self.choice(["SilentlyContinue", "Stop", "Ignore", "Continue"])
        body = self.choice([f"Write-Error 'bad' -ErrorAction {action}", f"Write-Error 'bad' -ErrorId 'own' -ErrorAction {action}"])
        use = self.choice([f"{name}", f"$a = {name}", f"try {{ {name} }} catch {{ 'c' }}", f"$a = if ($n) {{ {name} }} else {{ {name}; 1 }}",
                           f"foreach ($i in 1..2) {{ {name}; $i }}", f"1, 2 | ForEach-Object {{ {name} }}"])  # fmt: skip
        return f"function {name} {{ 'in'; {body}; 'out' }}; {use}"

    def write_command(self, _depth: int) -> str:
        return self.choice([f"Write-Output ({self.any(1)})", f"$a = Write-Output ({self.any(0)})", f"Write-Output ({self.any(0)}) | ForEach-Object {{ $_ }}"])

    def out_variable(self, _depth: int) -> str:
        return f"1..3 | ForEach-Object {{ {self.choice(['$_', '$_ * 2; $n', 'if ($_ -eq 2) { $_ }'])} }} -OutVariable ov; \"$ov\"; $ov.Count"

    def tell(self, _depth: int) -> str:
        return "$Error.Count"

    # -- objects

    def members_in_text(self, _depth: int) -> str:
        return self.choice([
            '"$($o.Name)/$($o.Value)/$($h.one)/$($h.nope)"', '"$o.Name $l[0] $($l[0]) $($l.Count)"', '"${n}x$($s.Length)$($s.ToUpper())"', '"$(if ($n) { $n } else { 0 })-$($c.x)"',
            '"$($l | ForEach-Object { $_; $n }) $(foreach ($i in 1..2) { $i })"', '"$($n; $s) $(@($l).Count) $($q)"', '$s + "$($h[3])$($o.Twice())"',
        ])  # fmt: skip

    def fields(self, _depth: int) -> str:
        return self.choice([
            f"$o.Value = {self.any(0)}; $o.Value", f"$o.Name = {self.any(1)}; $o.Name.Length", "foreach ($i in 1..3) { $o.Value++; $o.Name += $i }; $o.Name",
            f"$d = [Derived]::new(); $d.Part = {self.any(0)}; $d.Part; $d.Value += {self.number(0)}; $d.Twice()", "$o.Free = @(1); $o.Free += 2; $o.Free.Count",
            f"try {{ $o.Grow(({self.any(0)})); $o.Value }} catch {{ $_.FullyQualifiedErrorId }}", f"foreach ($i in 1..2) {{ $o.Show(({self.any(0)})); $o.Loop($i) }}",
        ])  # fmt: skip

    def table_walk(self, _depth: int) -> str:
        return self.choice([
            'foreach ($k2 in @($h.Keys | Sort-Object { "$_" })) { $h[$k2] = $n++; $h["n$k2"] = 1 }; $h.Count',
            "foreach ($i in 1..3) { $h.Remove('one'); $h.one ??= $i; $h.one += 1 }; $h.one", f"$h['a b'] = {self.any(0)}; $h.'a b'; $h.Contains('a b')",
            f"$g = [ordered]@{{ p = 1; q = {self.any(0)} }}; $g[0] = 5; $g.q = $n; $g.r += 2; foreach ($e in $g.Keys) {{ $e }}; $g.Values",
            "foreach ($e in $h.GetEnumerator()) { $n++ }; $n; $h.Values.Count", "$g = @{}; foreach ($i in 'a', 'b', 'a') { $g[$i]++; $g[$i] += 1 }; $g.a; $g.b",
        ])  # fmt: skip

    def generic_list(self, depth: int) -> str:
        kind = self.choice(["int", "string", "object"])
        use = self.choice([f"$x1.Add({self.any(0)})", "$x1.Add($n); $x1.Count", "foreach ($i in 1..3) { $x1.Add($i); $n += $x1.Count }", f"$x1[0] = {self.any(0)}", "$x1[0] += 5; $x1[0]",
                           "foreach ($e in $x1) { $e; $n++ }", "$x1 | ForEach-Object { $_; $n }", "$x1 += 4; $x1.GetType().Name", "$x1.Remove(1); $x1.Contains(2)", "$x1.Where({ $_ -gt 1 })"])  # fmt: skip
        return f"$x1 = [System.Collections.Generic.List[{kind}]]::new(); $x1.Add(1); $x1.Add(2); {use}; $x1.Count; {self.in_block(self.statement, depth - 2)}; $x1"

    def generic_table(self, _depth: int) -> str:
        use = self.choice([f"$x2['b'] = {self.any(0)}", f"$x2['a'] += {self.number(0)}", "foreach ($i in 1..3) { $x2['a'] += $i; $x2[\"k$i\"] = $i }", "$x2['nope']", "$x2.a; $x2.Count", "$x2.Add('a', 1)", "$x2.ContainsKey('a')",
                           "$x2.Remove('a'); $x2['a']", "foreach ($e in $x2.Keys) { $e }"])  # fmt: skip
        return f"$x2 = [System.Collections.Generic.Dictionary[string,int]]::new(); $x2['a'] = 1; {use}; $x2.Count; $x2['a']"

    def grid(self, _depth: int) -> str:
        use = self.choice([f"$x3[1, 2] = {self.any(0)}", f"$x3[0, 1] += {self.number(0)}", "foreach ($i in 0..1) { foreach ($j in 0..2) { $x3[$i, $j] = $i * $j; $n += $x3[$i, $j] } }", "$x3[1, 1]++; $x3[1, 1]", "$x3[5, 0]", "$x3[0]", "$x3[5, 0] = 1"])
        return f"$x3 = [int[,]]::new(2, 3); {use}; $x3[1, 2]; $x3[0, 1]; $x3.Length; $x3"
