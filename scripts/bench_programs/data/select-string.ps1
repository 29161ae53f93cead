$slow = $lines | Select-String 'ERROR (?<server>\w+) job (\d+) took (\d{3,}) ms'
$days = $lines | Where-Object { $_ -like '*ERROR*' } | ForEach-Object { ([datetime]$_.Substring(0, 10)).DayOfWeek } | Group-Object
$unique = $lines | ForEach-Object { ($_ -split ' ')[2] } | Sort-Object -Unique
"$($slow.Count) $($days.Count) $($unique.Count) $($unique[0])"
