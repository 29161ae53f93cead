function Select-Large {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)][int]$Number, [int]$Limit = 10)
    process { if ($Number % 100 -ge $Limit) { $Number } }
}
function ConvertTo-Row {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)]$InputObject, [string]$Prefix = 'row')
    begin { $count = 0 }
    process { $count++; "$Prefix$count=$InputObject" }
}
$rows = 1..10000 | Select-Large -Limit 20 | ConvertTo-Row -Prefix 'r'
"$($rows.Count) $($rows[-1])"
