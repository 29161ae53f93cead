$machines = foreach ($n in 0..7999) { [pscustomobject]@{ ComputerName = "pc$n"; Port = 80 + $n % 5; Os = ('Windows', 'Linux')[$n % 2] } }
