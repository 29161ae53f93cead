$counts = @{}
foreach ($n in 1..1000000) { $key = 'k' + ($n % 1000); $counts[$key] += 1 }
$counts['K7']
