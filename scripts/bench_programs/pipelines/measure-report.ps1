$low = $disks | Where-Object { $_.Free / $_.Size -lt 0.1 } |
    Select-Object Server, Drive, @{ n = 'FreePercent'; e = { [math]::Round(100 * $_.Free / $_.Size, 1) } }
$byServer = $low | Group-Object Server | Sort-Object Count -Descending | Select-Object -First 10 Name, Count
$sum = $disks | Measure-Object Size -Sum -Average -Maximum
$free = ($disks | Where-Object Drive -eq 'C' | Measure-Object Free -Sum).Sum
"$($low.Count) $($byServer.Count) $($sum.Sum) $($sum.Average) $($sum.Maximum) $free"
