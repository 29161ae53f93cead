"""Pipelines: stages linked by callables, objects pushed from left to right, streams and their redirections (about_Pipelines)."""
