"""The embedded stack: PostgreSQL and Valkey from wheels, a process supervisor, and the demo."""
