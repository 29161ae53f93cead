"""Variables: scopes, automatic ones and preferences, options, and the objects that show them (about_Variables, about_Scopes)."""
