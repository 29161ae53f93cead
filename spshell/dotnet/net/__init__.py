"""System.Net: addresses, URIs, sockets, mail."""
