$sites | Where-Object Enabled | ForEach-Object { $_.Count += 1; $_ } | Sort-Object Name | Select-Object -First 10
