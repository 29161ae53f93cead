"""Programs of the operating system as pipeline stages (about_Native_Commands)."""
