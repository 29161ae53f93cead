function New-Node([int]$depth, [string]$name) {
    $children = @()
    if ($depth -gt 0) { foreach ($n in 1..3) { $children += New-Node ($depth - 1) "$name.$n" } }
    [pscustomobject]@{ Name = $name; Children = $children; Size = $depth * 10 }
}
function Measure-Node($node) {
    $total = $node.Size
    foreach ($child in $node.Children) { $total += Measure-Node $child }
    return $total
}
$tree = New-Node 7 'root'
Measure-Node $tree
