function Get-Digits([int]$number) {
    $sum = 0
    while ($number -gt 0) { $sum += $number % 10; $number = [math]::Floor($number / 10) }
    $sum
}
function Test-Lucky { param($number) return (Get-Digits $number) % 7 -eq 0 }
$lucky = 0
foreach ($n in 1..10000) { if (Test-Lucky $n) { $lucky++ } }
$lucky
