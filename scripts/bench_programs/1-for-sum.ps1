$total = 0
for ($n = 0; $n -lt 1000000; $n++) { $total += $n }
$total
