"""spshell: administration shell and outgoing-email service of a SharePoint-Server-shaped farm."""

__version__ = "0.1.0"
