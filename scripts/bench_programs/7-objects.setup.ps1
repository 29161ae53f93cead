$sites = foreach ($n in 1..100000) {
    [pscustomobject]@{ Name = 'site{0:d6}' -f (($n * 7919) % 100000); Enabled = ($n % 3 -ne 0); Count = 0 }
}
