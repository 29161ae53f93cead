$count = 0
for ($n = 0; $n -lt 100000; $n++) { try { if ($n % 2) { throw 'odd' }; $count++ } catch { $count += 2 } }
$count
