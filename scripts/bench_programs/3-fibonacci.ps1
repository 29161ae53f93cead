function Get-Fibonacci($number) {
    if ($number -lt 2) { $number } else { (Get-Fibonacci ($number - 1)) + (Get-Fibonacci ($number - 2)) }
}
Get-Fibonacci 22
