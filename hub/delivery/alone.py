"""Maintenance that only one process does at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from hub import db

COUNTING = 0x68756201
FORGETTING = 0x68756202
ALERTING = 0x68756203
COUNTING_JOBS = 0x68756204


@contextmanager
def alone(lock: int) -> Iterator[bool]:
    """Whether nobody else is at it now. A lock of the session: unlike a row's, it draws no transaction id, which would hide
    every new event from every reader while it is held, and a process that dies gives it back."""
    found = db.row("SELECT pg_try_advisory_lock(%s)", (lock,))
    mine = found is not None and found[0]
    try:
        yield mine
    finally:
        if mine:
            db.row("SELECT pg_advisory_unlock(%s)", (lock,))
