$file = Join-Path ([IO.Path]::GetTempPath()) 'spshell-bench.csv'
$lines = foreach ($n in 0..49999) { "User $n,dep$($n % 37),$($n * 3 % 9000),20$(($n % 30).ToString('00'))-0$($n % 9 + 1)-11,user$n@contoso.com" }
'Name,Department,Salary,Hired,Mail' | Set-Content $file
$lines | Add-Content $file
