"""The object that Get-SPMailSettings and Set-SPMailSettings hand out: effective settings, no secret."""

from __future__ import annotations

from typing import Any

from spshell.values.objects import PSCustomObject


def settings_object(application: Any) -> PSCustomObject:
    """The effective settings of a web application as an object for scripts."""
    from spshell.farm.mail_settings import effective

    found = effective(application)
    origin = ", ".join(f"{name}: {where}" for name, where in found.origins.items())
    return PSCustomObject(
        {
            "WebApplication": str(application.url),
            "Server": found.server,
            "Port": found.port,
            "SenderAddress": found.sender,
            "ReplyToAddress": found.reply_to,
            "CodePage": found.code_page,
            "EnableSsl": found.tls,
            "UserName": found.user,
            "OverrideEnvelopeSender": found.override_envelope_sender,
            "Origin": origin,
        },
        ["Spshell.MailSettings", "System.Management.Automation.PSCustomObject", "System.Object"],
    )
