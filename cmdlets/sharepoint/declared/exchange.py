"""Parameters of the cmdlets of receive connectors and their permissions, as far as outgoing mail of SharePoint needs them."""

from __future__ import annotations

from typing import Any

# fmt: off
SIGNATURES: dict[str, tuple[Any, ...]] = {
    "Get-ReceiveConnector": ("Get-ReceiveConnector", "Identity", False, "Medium", (), (
        ("Identity", "System.Object", (("Identity", "V", 0),), {}),
        ("Server", "System.Object", (("Server", "V", None),), {}),
    )),
    "New-ReceiveConnector": ("New-ReceiveConnector", "", True, "Medium", (), (
        ("Name", "string", (
            ("Custom", "M", 0), ("Internet", "M", 0), ("Partner", "M", 0), ("Internal", "M", 0), ("Client", "M", 0),
            ("UsageType", "M", 0),
        ), {}),
        ("Bindings", "string[]", (
            ("Custom", "M", None), ("Internet", "M", None), ("Partner", "M", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("RemoteIPRanges", "string[]", (
            ("Custom", "M", None), ("Internet", "", None), ("Partner", "M", None), ("Internal", "M", None),
            ("Client", "M", None), ("UsageType", "", None),
        ), {}),
        ("Custom", "switch", (("Custom", "", None),), {}),
        ("AdvertiseClientSettings", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None),
        ), {}),
        ("AuthMechanism", "string[]", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("AuthTarpitInterval", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("Banner", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("BinaryMimeEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("ChunkingEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("Comment", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("ConnectionInactivityTimeout", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("ConnectionTimeout", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("DefaultDomain", "System.Object", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("DeliveryStatusNotificationEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("DomainSecureEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("EightBitMimeEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("EnableAuthGSSAPI", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("Enabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("EnhancedStatusCodesEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("ExtendedProtectionPolicy", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("Fqdn", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("LongAddressesEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxAcknowledgementDelay", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxHeaderSize", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxHopCount", "int", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxInboundConnection", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxInboundConnectionPercentagePerSource", "int", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxInboundConnectionPerSource", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxLocalHopCount", "int", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxLogonFailures", "int", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxMessageSize", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxProtocolErrors", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MaxRecipientsPerMessage", "int", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MessageRateLimit", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("MessageRateSource", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("OrarEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("PermissionGroups", "string[]", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("PipeliningEnabled", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("ProtocolLoggingLevel", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("RejectReservedSecondLevelRecipientDomains", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("RejectReservedTopLevelRecipientDomains", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("RejectSingleLabelRecipientDomains", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("RequireEHLODomain", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("RequireTLS", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("Server", "System.Object", (
            ("Custom", "V", None), ("Internet", "V", None), ("Partner", "V", None), ("Internal", "V", None),
            ("Client", "V", None), ("UsageType", "V", None),
        ), {}),
        ("ServiceDiscoveryFqdn", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("SizeEnabled", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("SuppressXAnonymousTls", "bool", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("TarpitInterval", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("TlsCertificateName", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("TlsDomainCapabilities", "string[]", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("TransportRole", "string", (
            ("Custom", "", None), ("Internet", "", None), ("Partner", "", None), ("Internal", "", None),
            ("Client", "", None), ("UsageType", "", None),
        ), {}),
        ("Internet", "switch", (("Internet", "M", None),), {}),
        ("Partner", "switch", (("Partner", "M", None),), {}),
        ("Internal", "switch", (("Internal", "M", None),), {}),
        ("Client", "switch", (("Client", "M", None),), {}),
        ("Usage", "string", (("UsageType", "M", None),), {}),
    )),
    "Set-ReceiveConnector": ("Set-ReceiveConnector", "", True, "Medium", (), (
        ("Identity", "System.Object", (("", "MV", 0),), {}),
        ("AdvertiseClientSettings", "bool", (("", "", None),), {}),
        ("AuthMechanism", "string[]", (("", "", None),), {}),
        ("AuthTarpitInterval", "string", (("", "", None),), {}),
        ("Banner", "string", (("", "", None),), {}),
        ("BareLinefeedRejectionEnabled", "bool", (("", "", None),), {}),
        ("BinaryMimeEnabled", "bool", (("", "", None),), {}),
        ("Bindings", "string[]", (("", "", None),), {}),
        ("ChunkingEnabled", "bool", (("", "", None),), {}),
        ("Comment", "string", (("", "", None),), {}),
        ("ConnectionInactivityTimeout", "string", (("", "", None),), {}),
        ("ConnectionTimeout", "string", (("", "", None),), {}),
        ("DefaultDomain", "System.Object", (("", "", None),), {}),
        ("DeliveryStatusNotificationEnabled", "bool", (("", "", None),), {}),
        ("DomainSecureEnabled", "bool", (("", "", None),), {}),
        ("EightBitMimeEnabled", "bool", (("", "", None),), {}),
        ("EnableAuthGSSAPI", "bool", (("", "", None),), {}),
        ("Enabled", "bool", (("", "", None),), {}),
        ("EnhancedStatusCodesEnabled", "bool", (("", "", None),), {}),
        ("ExtendedProtectionPolicy", "string", (("", "", None),), {}),
        ("Fqdn", "string", (("", "", None),), {}),
        ("LongAddressesEnabled", "bool", (("", "", None),), {}),
        ("MaxAcknowledgementDelay", "string", (("", "", None),), {}),
        ("MaxHeaderSize", "string", (("", "", None),), {}),
        ("MaxHopCount", "int", (("", "", None),), {}),
        ("MaxInboundConnection", "string", (("", "", None),), {}),
        ("MaxInboundConnectionPerSource", "string", (("", "", None),), {}),
        ("MaxInboundConnectionPercentagePerSource", "int", (("", "", None),), {}),
        ("MaxLocalHopCount", "int", (("", "", None),), {}),
        ("MaxLogonFailures", "int", (("", "", None),), {}),
        ("MaxMessageSize", "string", (("", "", None),), {}),
        ("MaxProtocolErrors", "string", (("", "", None),), {}),
        ("MaxRecipientsPerMessage", "int", (("", "", None),), {}),
        ("MessageRateLimit", "string", (("", "", None),), {}),
        ("MessageRateSource", "string", (("", "", None),), {}),
        ("Name", "string", (("", "", None),), {}),
        ("OrarEnabled", "bool", (("", "", None),), {}),
        ("PermissionGroups", "string[]", (("", "", None),), {}),
        ("PipeliningEnabled", "bool", (("", "", None),), {}),
        ("ProtocolLoggingLevel", "string", (("", "", None),), {}),
        ("RejectReservedSecondLevelRecipientDomains", "bool", (("", "", None),), {}),
        ("RejectReservedTopLevelRecipientDomains", "bool", (("", "", None),), {}),
        ("RejectSingleLabelRecipientDomains", "bool", (("", "", None),), {}),
        ("RemoteIPRanges", "string[]", (("", "", None),), {}),
        ("RequireEHLODomain", "bool", (("", "", None),), {}),
        ("RequireTLS", "bool", (("", "", None),), {}),
        ("ServiceDiscoveryFqdn", "string", (("", "", None),), {}),
        ("SizeEnabled", "string", (("", "", None),), {}),
        ("SmtpUtf8Enabled", "bool", (("", "", None),), {}),
        ("SuppressXAnonymousTls", "bool", (("", "", None),), {}),
        ("TarpitInterval", "string", (("", "", None),), {}),
        ("TlsCertificateName", "string", (("", "", None),), {}),
        ("TlsDomainCapabilities", "string[]", (("", "", None),), {}),
        ("TransportRole", "string", (("", "", None),), {}),
    )),
    "Remove-ReceiveConnector": ("Remove-ReceiveConnector", "", True, "Medium", (), (
        ("Identity", "System.Object", (("", "MV", 0),), {}),
    )),
    "Add-ADPermission": ("Add-ADPermission", "", True, "Medium", (), (
        ("Identity", "System.Object", (("AccessRights", "MV", 0), ("Owner", "MV", 0), ("Instance", "V", 0)), {}),
        ("User", "System.Object", (("AccessRights", "M", None), ("Instance", "", None)), {}),
        ("AccessRights", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("ChildObjectTypes", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("Deny", "switch", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("ExtendedRights", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("InheritanceType", "string", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("InheritedObjectType", "System.Object", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("Properties", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("Owner", "System.Object", (("Owner", "M", None),), {}),
        ("Instance", "System.Object", (("Instance", "MV", None),), {}),
    )),
    "Get-ADPermission": ("Get-ADPermission", "AccessRights", False, "Medium", (), (
        ("Identity", "System.Object", (("Owner", "MV", 0), ("AccessRights", "MV", 0)), {}),
        ("Owner", "switch", (("Owner", "", None),), {}),
        ("User", "System.Object", (("AccessRights", "", None),), {}),
    )),
    "Remove-ADPermission": ("Remove-ADPermission", "", True, "Medium", (), (
        ("Identity", "System.Object", (("AccessRights", "MV", 0), ("Owner", "MV", 0), ("Instance", "V", 0)), {}),
        ("User", "System.Object", (("AccessRights", "M", None), ("Instance", "", None)), {}),
        ("AccessRights", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("ChildObjectTypes", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("Deny", "switch", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("ExtendedRights", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("InheritanceType", "string", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("InheritedObjectType", "System.Object", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("Properties", "string[]", (("AccessRights", "", None), ("Instance", "", None)), {}),
        ("Instance", "System.Object", (("Instance", "MV", None),), {}),
    )),
}
# fmt: on
