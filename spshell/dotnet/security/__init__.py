"""Secrets, certificates, hashes and keys."""
