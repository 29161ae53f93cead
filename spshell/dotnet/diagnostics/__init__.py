"""System.Diagnostics.Process: programs that scripts start, and those that run."""
