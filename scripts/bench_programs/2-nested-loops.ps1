$result = 0
for ($row = 0; $row -lt 1000; $row++) {
    for ($column = 0; $column -lt 500; $column++) {
        $product = $row * $column
        if ($product % 3 -eq 0) { $result = ($result + $product) % 1000003 }
        elseif ($product % 3 -eq 1) { $result -= 1 }
        else { $result += $column }
    }
}
$result
