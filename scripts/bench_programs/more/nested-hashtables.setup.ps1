$regions = 'north', 'south', 'east', 'west'
$products = 0..6 | ForEach-Object { "p$_" }
