"""Stand-ins for compiled cmdlets: they return how their parameters were bound, as the recordings of real ones do."""
