"""The administered world: the farm, its servers, web applications, sites, users, alerts and mail settings.

    service = open_farm("farm.toml", "WEB01", "/home/me/.spshell")     # FarmService; nothing is read yet
    farm = create_farm(service, "SharePoint_Config")                  # or service.farm, which raises FarmNotFound
    application = find_application(farm, "http://portal.contoso.com")
    application.outbound_mail_override_envelope_sender = True
    application.update()                                              # SPUpdatedConcurrencyException when stale

Objects are copies in hand of stored records; what changes the farm is checked here (Farm Administrators, and local
Administrators for what touches the SMTP service or the credential key), whatever user interface asks for it.
`index.install()` makes the types known to scripts by their .NET names.
"""

from __future__ import annotations

from spshell.farm.context import FarmContext, FarmService, open_farm, set_local

__all__ = ["FarmContext", "FarmService", "open_farm", "set_local"]
