"""System.String, StringBuilder, Regex, encodings and what else handles text."""
