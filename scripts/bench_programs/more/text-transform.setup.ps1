$rows = foreach ($n in 0..9999) { "id$n;some words  for $n;$($n / 4)" }
