$folder = Join-Path ([IO.Path]::GetTempPath()) 'spshell-bench-logs'
[void](New-Item $folder -ItemType Directory -Force)
foreach ($f in 1..12) {
    $(foreach ($n in 1..1500) { "2026-02-$('{0:00}' -f ($n % 28 + 1)) 10:00:$('{0:00}' -f ($n % 60)) [$(('INFO','WARN','ERROR')[($n * $f) % 3])] worker$($n % 9): request $n took $($n * 3 % 2000)ms" }) | Set-Content (Join-Path $folder "app$f.log")
}
