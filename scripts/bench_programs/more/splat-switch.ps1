function Format-Entry {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Name,
        [ValidateSet('Low', 'Medium', 'High')][string]$Level = 'Low',
        [int[]]$Values
    )
    switch ($Level) {
        'Low' { $mark = '.' }
        'Medium' { $mark = '+' }
        'High' { $mark = '!' }
    }
    "$mark$Name=$($Values.Count)"
}
$levels = 'Low', 'Medium', 'High'
$length = 0
foreach ($n in 1..3000) {
    $arguments = @{ Name = "entry$n"; Level = $levels[$n % 3]; Values = 1, 2, $n }
    $length += (Format-Entry @arguments).Length
}
$length
