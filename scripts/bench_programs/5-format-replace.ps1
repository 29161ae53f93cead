$lines = for ($n = 0; $n -lt 100000; $n++) { ('{0:d5}-{1}' -f $n, 'abc') -replace 'B(C?)', 'X$1' }
$lines[-1]
