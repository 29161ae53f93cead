function Get-Price {
    param([string]$Name, [int]$Quantity = 1, [double]$Price, [switch]$Reduced)
    $total = $Quantity * $Price
    if ($Reduced) { $total = $total * 0.9 }
    if ($Name -eq 'special') { $total = $total - 1 }
    return $total
}
$sum = 0
for ($n = 0; $n -lt 20000; $n++) {
    $sum += Get-Price -Name 'plain' -Quantity $n -Price 2.5
    $sum += Get-Price -Name 'special' -Price 1.25 -Reduced
}
[math]::Round($sum, 2)
