"""One broken connection is a reason to look at the others.

Connections are persistent, one a thread: after a restart of Postgres each thread would find out by a failed request of its
own. The first failure makes every thread try its connection once before its next request.
"""

import threading

from django.db import connection

_failures = 0
_seen = threading.local()


def note_failure() -> None:
    """A request has failed because the database could not be reached."""
    global _failures
    _failures += 1


def drop_if_broken() -> None:
    """Close this thread's connection if it is dead; asks the server only when a failure was noted since it last did."""
    if getattr(_seen, "failures", 0) == _failures:
        return
    _seen.failures = _failures
    if connection.connection is not None and not connection.in_atomic_block and not connection.is_usable():
        connection.close()
