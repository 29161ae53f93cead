$report = foreach ($server in $servers) {
    $state = if ($server.Load -gt 80) { 'hot' } elseif ($server.Load -gt 40) { 'warm' } else { 'cold' }
    [pscustomobject]@{ Name = $server.Name; State = $state; Free = [math]::Round(100 - $server.Load, 1) }
}
$hot = $report | Where-Object { $_.State -eq 'HOT' }
$names = ($report | Where-Object State -eq 'cold' | ForEach-Object Name) -join ','
"$($report.Count) $($hot.Count) $($names.Length) $(($hot | ForEach-Object { $_.Free })[0])"
