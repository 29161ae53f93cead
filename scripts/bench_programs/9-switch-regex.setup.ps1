$lines = foreach ($n in 0..99999) {
    switch ($n % 5) { 0 { "ERROR disk$n full" } 1 { "WARN slow $n" } default { "INFO ok $n" } }
}
