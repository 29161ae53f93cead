"""Exchange cmdlets of the receive-connector side."""
