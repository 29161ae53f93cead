$even = @(); $squares = @()
for ($n = 0; $n -lt 60000; $n++) {
    if ($n % 2 -eq 0) { $even += $n }
    $squares += $n * 2
}
$sum = 0
foreach ($value in $even) { $sum += $value }
for ($n = 0; $n -lt $squares.Count; $n++) { if ($squares[$n] -gt 1000) { $sum++ } }
"$sum $($even.Count) $($squares[-1])"
