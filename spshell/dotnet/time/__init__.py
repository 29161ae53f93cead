"""DateTime, TimeSpan, DateTimeOffset, calendars: values, parsing, formats."""
