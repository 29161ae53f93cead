$list = [System.Collections.Generic.List[int]]::new()
$names = [System.Collections.ArrayList]@()
$seen = [System.Collections.Generic.HashSet[string]]::new()
$index = [System.Collections.Generic.Dictionary[string, int]]::new()
for ($n = 0; $n -lt 20000; $n++) {
    $list.Add($n * 3)
    [void]$names.Add("name$($n % 500)")
    if ($seen.Add($names[$n])) { $index[$names[$n]] = $n }
}
$sum = 0
foreach ($value in $list) { if ($value -gt 100) { $sum += $value } }
"$sum $($names.Count) $($seen.Count) $($index['name77']) $($index.ContainsKey('none'))"
