$found = Get-ChildItem $folder -Filter *.log | Sort-Object Name | ForEach-Object {
    $file = $_.BaseName
    Get-Content $_.FullName | Where-Object { $_ -match '\[ERROR\] (?<worker>\w+): request (?<id>\d+) took (?<ms>\d+)ms' } | ForEach-Object {
        [pscustomobject]@{ File = $file; Worker = $Matches.worker; Id = [int]$Matches.id; Ms = [int]$Matches.ms }
    }
}
$slow = $found | Where-Object Ms -gt 1500 | Sort-Object Ms, File, Id -Descending
$stats = $found | Group-Object Worker | ForEach-Object {
    $m = $_.Group | Measure-Object Ms -Average -Maximum -Minimum
    '{0}: {1} requests, {2:n1} ms average, {3} max' -f $_.Name, $_.Count, $m.Average, $m.Maximum
} | Sort-Object
"$($found.Count) $($slow.Count) $($slow[0].File) $($slow[0].Id)"
$stats
