"""A real BottleCRM for the tests."""
