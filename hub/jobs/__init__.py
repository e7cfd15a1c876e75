"""Connections, and the jobs that are done on them."""
