"""The rest of System: Environment, Guid, Version, enums, tasks."""
