$accounts = foreach ($n in 0..11999) { [pscustomobject]@{ SamAccountName = "u$n"; Enabled = [bool]($n % 4); LastLogon = [datetime]'2026-01-01' - [timespan]::FromDays($n % 200); MemberOf = @("CN=grp$($n % 17),OU=Groups,DC=contoso,DC=com", "CN=all,OU=Groups,DC=contoso,DC=com"); Manager = if ($n % 3) { "u$($n % 50)" } } }
$now = [datetime]'2026-01-02'
