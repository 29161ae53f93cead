$lines = foreach ($n in 0..49999) { "2026-01-$(($n % 28 + 1).ToString('00')) $(if ($n % 9) { 'INFO' } else { 'ERROR' }) server$($n % 40) job $n took $($n % 700) ms" }
