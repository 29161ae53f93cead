"""The debugger: breakpoints, where it stops, and its prompt (about_Debuggers)."""
