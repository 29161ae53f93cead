function Test-Value($value) {
    if ($value % 4 -eq 0) { throw "bad value $value" }
    if ($value % 4 -eq 1) { throw [System.ArgumentException]::new('not this one') }
    $value
}
$sum = 0; $bad = 0; $typed = 0; $done = 0
foreach ($n in 1..10000) {
    try { $sum += Test-Value $n }
    catch [System.ArgumentException] { $typed++ }
    catch { if ($_.Exception.Message -like 'bad*') { $bad++ } }
    finally { $done++ }
}
"$sum $bad $typed $done"
