$disks = foreach ($n in 0..19999) { [pscustomobject]@{ Server = "srv$($n % 200)"; Drive = [string][char](67 + $n % 4); Size = 100 + $n % 900; Free = ($n * 37) % 500 } }
