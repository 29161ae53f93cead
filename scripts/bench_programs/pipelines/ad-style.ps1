$stale = $accounts | Where-Object { $_.Enabled -and $_.LastLogon -lt $now.AddDays(-90) } |
    Select-Object SamAccountName, LastLogon, @{ Name = 'Days'; Expression = { ($now - $_.LastLogon).Days } }, @{ Name = 'Groups'; Expression = { ($_.MemberOf | ForEach-Object { ($_ -split ',')[0] -replace '^CN=' }) -join ';' } } |
    Sort-Object Days -Descending
$byManager = @{}
$accounts | Where-Object { $null -ne $_.Manager } | ForEach-Object {
    if (-not $byManager.ContainsKey($_.Manager)) { $byManager[$_.Manager] = @() }
    $byManager[$_.Manager] += $_.SamAccountName
}
$largest = $byManager.GetEnumerator() | Sort-Object { $_.Value.Count } -Descending | Select-Object -First 1
"$($stale.Count) $($stale[0].SamAccountName) $($stale[0].Days) $($stale[0].Groups) $($byManager.Count) $($largest.Value.Count)"
