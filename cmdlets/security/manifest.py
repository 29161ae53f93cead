"""The commands of Microsoft.PowerShell.Security."""

MODULE = "Microsoft.PowerShell.Security"

COMMANDS = {
    "ConvertFrom-SecureString": "convertfrom_securestring",
    "ConvertTo-SecureString": "convertto_securestring",
    "Get-Credential": "get_credential",
    "Get-ExecutionPolicy": "get_executionpolicy",
    "Get-PfxCertificate": "get_pfxcertificate",
    "Set-ExecutionPolicy": "set_executionpolicy",
}

ALIASES: dict[str, str] = {}
