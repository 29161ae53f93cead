$sales = @{}
foreach ($n in 0..59999) {
    $region = $regions[$n % 4]
    $product = $products[$n % 7]
    if (-not $sales.ContainsKey($region)) { $sales[$region] = @{ total = 0; items = @{} } }
    $sales[$region].total += $n % 13
    $sales[$region].items[$product]++
}
foreach ($region in ($sales.Keys | Sort-Object)) { "$region $($sales[$region].total) $($sales[$region].items['P3'])" }
