"""System.Data: tables in memory."""
