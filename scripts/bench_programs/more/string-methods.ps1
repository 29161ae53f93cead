$kept = 0; $length = 0; $last = ''
foreach ($line in $lines) {
    $text = $line.Trim()
    if (-not $text.StartsWith('#') -and $text.Contains('=')) {
        $position = $text.IndexOf('=')
        $name = $text.Substring(0, $position).TrimEnd().ToUpper()
        $value = $text.Substring($position + 1).Trim().Replace('"', '')
        if ($value.Length -gt 3) { $kept++ }
        $length += $name.Length + $value.Length
        $last = $name.PadRight(12) + $value.ToLower()
    }
}
"$kept $length $last"
