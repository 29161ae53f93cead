$builder = [System.Text.StringBuilder]::new()
$text = ''
for ($n = 0; $n -lt 40000; $n++) {
    $null = $builder.Append("row $n;").Append($n * 2).AppendLine()
    $text += "<$n>"
}
$plain = "$($builder.Length) $($text.Length)"
$plain
