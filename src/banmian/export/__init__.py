"""Pages written down: for people, for programs, for other systems, for tests; a module for each format."""
