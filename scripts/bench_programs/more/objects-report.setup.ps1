$servers = foreach ($n in 0..14999) { [pscustomobject]@{ Name = "srv$n"; Load = ($n * 37) % 1000 / 10 } }
