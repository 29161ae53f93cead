$log = foreach ($n in 0..19999) {
    $verb = if ($n % 3) { 'GET' } else { 'POST' }
    "10.0.0.$($n % 250) [2026-01-01T00:00:$($n % 60)] ""$verb /page/$n/view"" $(if ($n % 11) { 200 } else { 503 }) $($n * 7)"
}
