"""Pages written down: an outline for people, JSON for programs, the margin form for tests."""
