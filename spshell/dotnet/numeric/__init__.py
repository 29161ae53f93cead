"""Numbers, their parsing and limits, Math, Convert."""
