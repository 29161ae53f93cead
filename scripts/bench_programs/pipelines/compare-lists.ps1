$names = Compare-Object $before.Name $after.Name
$added = $names | Where-Object SideIndicator -eq '=>' | Select-Object -ExpandProperty InputObject
$removed = ($names | Where-Object SideIndicator -eq '<=').InputObject
$changed = Compare-Object $before $after -Property Name, Version | Where-Object { $_.SideIndicator -eq '=>' } | ForEach-Object Name
$lookup = $before | Group-Object Name -AsHashTable
$upgraded = $after | Where-Object { $lookup.ContainsKey($_.Name) -and $lookup[$_.Name].Version -ne $_.Version } | ForEach-Object { "$($_.Name): $($lookup[$_.Name].Version) -> $($_.Version)" }
"$($added.Count) $($removed.Count) $(@($changed).Count) $($upgraded.Count) $($upgraded[0])"
