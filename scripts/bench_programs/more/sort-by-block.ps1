$ordered = $people | Sort-Object { $_.Name.Length }, { -$_.Age }, Name
$top = $people | Sort-Object Age -Descending | Where-Object { $_.Age -lt 60 } | ForEach-Object { $_.Name }
"$($ordered[0].Name) $($ordered[-1].Name) $($top[0]) $($top.Count)"
