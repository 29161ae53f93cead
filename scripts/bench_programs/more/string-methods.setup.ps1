$lines = foreach ($n in 0..29999) { if ($n % 7 -eq 0) { "  # note $n" } else { "  Setting$n = ""Value $($n * 3)""  " } }
