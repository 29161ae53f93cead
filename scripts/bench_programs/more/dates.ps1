$day = [datetime]'2026-01-01'
$weekends = 0; $labels = @{}
for ($n = 0; $n -lt 5000; $n++) {
    $current = $day.AddDays($n)
    if ($current.DayOfWeek -eq 'Saturday' -or $current.DayOfWeek -eq 'Sunday') { $weekends++ }
    $labels[$current.ToString('yyyy-MM')] = $current.Day
    $span = $current - $day
    if ($span.TotalDays -gt 4990) { $text = '{0:yyyy-MM-dd} {1}' -f $current, $span.Days }
}
"$weekends $($labels.Count) $text"
