"""A pytest plugin: tests that summarise from recordings, never from a live model."""
