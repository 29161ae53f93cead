$people = foreach ($n in 0..9999) { [pscustomobject]@{ Name = 'n' * ($n % 9) + $n; Age = ($n * 31) % 97 } }
