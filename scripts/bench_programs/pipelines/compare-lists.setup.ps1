$before = foreach ($n in 0..2999) { [pscustomobject]@{ Name = "pkg$n"; Version = "1.$($n % 9).0" } }
$after = foreach ($n in 100..3099) { [pscustomobject]@{ Name = "pkg$n"; Version = if ($n % 50) { "1.$($n % 9).0" } else { '2.0.0' } } }
