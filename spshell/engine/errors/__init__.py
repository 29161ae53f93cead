"""Errors: their records and places, and how they move (about_Error_Handling, about_Try_Catch_Finally)."""
