$perDay = $events | Group-Object { $_.Time.ToString('yyyy-MM-dd') }
$errors = $events | Where-Object { $_.Level -eq 'Error' -and $_.Time.Hour -ge 8 -and $_.Time.Hour -lt 18 }
$bySource = $errors | Group-Object Source, Id | ForEach-Object {
    $parts = $_.Name -split ', '
    [pscustomobject]@{ Source = $parts[0]; Id = [int]$parts[1]; Count = $_.Count; Last = ($_.Group | Sort-Object Time)[-1].Time }
}
$top = $bySource | Sort-Object @{ e = 'Count'; Descending = $true }, Source, Id | Select-Object -First 5
$top | ForEach-Object { '{0,-10} {1,5} {2,4} {3:yyyy-MM-dd HH:mm}' -f $_.Source, $_.Id, $_.Count, $_.Last }
"$($perDay.Count) $($errors.Count) $(@($bySource).Count)"
