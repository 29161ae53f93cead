$counts = @{}; $slow = 0; $bytes = 0
foreach ($line in $log) {
    if ($line -match '^(?<ip>\S+) \[(?<time>[^\]]+)\] "(?<verb>\w+) (?<path>\S+)" (?<status>\d+) (?<size>\d+)$') {
        $status = [int]$Matches.status
        $counts[$Matches['verb']]++
        if ($status -ge 500) { $slow++ }
        $bytes += [int]$Matches['size']
        $path = $Matches.path -replace '\d+', '#'
    }
}
"$($counts.GET) $($counts.POST) $slow $bytes $path"
