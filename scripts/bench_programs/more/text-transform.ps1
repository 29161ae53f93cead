$out = foreach ($line in $rows) {
    $first, $second, $third = $line -split ';'
    $words = $second.Split(' ') | Where-Object { $_ }
    '{0,-8}|{1}|{2:n2}' -f $first.ToUpper(), ($words -join '-'), [double]$third
}
"$($out.Count) $($out[-1])"
