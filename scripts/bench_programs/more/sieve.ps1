$limit = 100000
$sieve = [bool[]]::new($limit + 1)
$count = 0
for ($n = 2; $n -le $limit; $n++) {
    if (-not $sieve[$n]) {
        $count++
        for ($k = $n * 2; $k -le $limit; $k += $n) { $sieve[$k] = $true }
    }
}
$count
