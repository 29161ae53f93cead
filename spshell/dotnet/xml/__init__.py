"""System.Xml, System.Xml.Linq and CLIXML."""
