"""The host: where text goes and input comes from, and $Host."""
