$total = 1..40000 | ForEach-Object -Begin { $sum = 0; $odd = 0 } -Process { $sum += $_; if ($_ % 2) { $odd++ } } -End { "$sum $odd" }
$squares = 1..40000 | ForEach-Object { if ($_ % 3) { return } ; $_ * $_ }
$upper = 'alpha', 'beta', 'gamma' * 4000 | ForEach-Object ToUpper | Select-Object -Unique
$running = 1..20000 | ForEach-Object { $acc = 0 } { $acc += $_; $acc } { 'done' }
"$total $($squares.Count) $($squares[-1]) $($upper -join '') $($running.Count) $($running[-1])"
