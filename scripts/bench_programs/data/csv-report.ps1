$rows = Import-Csv $file
$report = $rows | Group-Object Department | ForEach-Object {
    [pscustomobject]@{ Name = $_.Name; Count = $_.Count; Total = ($_.Group | Measure-Object Salary -Sum).Sum }
}
$json = $report | Sort-Object Total -Descending | ConvertTo-Json
$all = $rows | Select-Object Name, @{ n = 'Year'; e = { [int]$_.Hired.Substring(0, 4) } } | ConvertTo-Json -Compress
$back = $all | ConvertFrom-Json
"$($rows.Count) $($report.Count) $($json.Contains('"Count"')) $($all.Length) $($back.Count)"
