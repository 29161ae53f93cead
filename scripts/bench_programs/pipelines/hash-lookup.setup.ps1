$orders = foreach ($n in 0..19999) { [pscustomobject]@{ Id = $n; Customer = "c$($n % 300)"; Amount = ($n * 17 % 1000) / 4 } }
$customers = foreach ($n in 0..299) { [pscustomobject]@{ Key = "c$n"; Name = "Customer $n"; Region = ('north', 'south', 'east', 'west')[$n % 4] } }
