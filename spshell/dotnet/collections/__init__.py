"""Arrays, lists, dictionaries, sets, queues, tuples and LINQ."""
