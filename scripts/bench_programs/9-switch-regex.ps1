$errors = 0; $warnings = 0; $others = 0; $last = ''
switch -Regex ($lines) { '^ERROR (\w+)' { $errors++; $last = $Matches[1] } '^WARN' { $warnings++ } default { $others++ } }
"$errors $warnings $others $last"
