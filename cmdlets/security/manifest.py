"""The commands of Microsoft.PowerShell.Security."""

MODULE = "Microsoft.PowerShell.Security"

COMMANDS = {
    "ConvertFrom-SecureString": "convertfrom_securestring",
    "ConvertTo-SecureString": "convertto_securestring",
    "Get-Credential": "get_credential",
    "Get-PfxCertificate": "get_pfxcertificate",
}

ALIASES: dict[str, str] = {}
