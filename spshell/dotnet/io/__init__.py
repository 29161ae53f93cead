"""System.IO: paths, files, streams."""
