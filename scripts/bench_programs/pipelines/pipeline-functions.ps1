function Get-Endpoint {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipelineByPropertyName)][string]$ComputerName, [Parameter(ValueFromPipelineByPropertyName)][int]$Port = 80)
    process { [pscustomobject]@{ Url = "http://${ComputerName}:$Port/"; Secure = $Port -eq 81 } }
}
filter Skip-Port([int]$Number) { if ($_.Port -ne $Number) { $_ } }
function Measure-Urls { begin { $count = 0; $length = 0 } process { $count++; $length += $_.Url.Length } end { "$count urls, $length characters" } }
function Add-Note { param([Parameter(ValueFromPipeline)][psobject]$InputObject) process { $InputObject | Add-Member -NotePropertyName Note -NotePropertyValue 'seen' -PassThru } }
$machines | Skip-Port 84 | Get-Endpoint | Measure-Urls
$noted = $machines | Select-Object -First 2000 | Add-Note
($noted | Where-Object Note -eq 'seen').Count
