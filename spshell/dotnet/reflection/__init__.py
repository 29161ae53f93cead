"""Types and members as objects, and how members are found, chosen, read, written and called."""
