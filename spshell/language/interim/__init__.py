"""A first parser, until the exact one is in place."""
