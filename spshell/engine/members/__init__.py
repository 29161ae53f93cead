"""Members of objects where scripts read, write and call them, and the engine's own classes as .NET types."""
