"""Classes and enums that scripts define (about_Classes, about_Enum)."""
