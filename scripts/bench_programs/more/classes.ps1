class Account {
    [string]$Owner
    [int]$Balance
    Account([string]$owner, [int]$balance) { $this.Owner = $owner; $this.Balance = $balance }
    [void] Deposit([int]$amount) { $this.Balance += $amount }
    [bool] Withdraw([int]$amount) {
        if ($this.Balance -lt $amount) { return $false }
        $this.Balance -= $amount
        return $true
    }
    [string] Describe() { return "$($this.Owner): $($this.Balance)" }
}
$refused = 0; $text = ''
foreach ($n in 1..5000) {
    $account = [Account]::new("owner$n", $n % 50)
    $account.Deposit(10)
    if (-not $account.Withdraw(30)) { $refused++ }
    if ($n % 10 -eq 0) { $text = $account.Describe() }
}
"$refused $text"
