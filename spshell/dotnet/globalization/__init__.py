"""Cultures and regions."""
