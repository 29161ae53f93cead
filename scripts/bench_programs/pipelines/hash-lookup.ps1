$index = @{}
$customers | ForEach-Object { $index[$_.Key] = $_ }
$joined = $orders | ForEach-Object {
    $customer = $index[$_.Customer]
    [pscustomobject]@{ Id = $_.Id; Name = $customer.Name; Region = $customer.Region; Amount = $_.Amount }
}
$totals = [ordered]@{}
foreach ($row in $joined) { $totals[$row.Region] += $row.Amount }
$report = $totals.GetEnumerator() | Sort-Object Name | ForEach-Object { '{0,-6}{1,14:n2}' -f $_.Key, $_.Value }
$report
$top = $joined | Group-Object Name | Select-Object Name, Count, @{ n = 'Total'; e = { ($_.Group | Measure-Object -Property Amount -Sum).Sum } } | Sort-Object Total -Descending | Select-Object -First 3
$top | ForEach-Object { "$($_.Name): $($_.Total)" }
