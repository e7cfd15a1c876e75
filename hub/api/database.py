"""Dead connections are found before a request needs them.

Connections are persistent, one a thread: after a restart of Postgres each thread would find out by a failed request of its
own. A server that ends a connection says so, and that waits to be read: a glance that asks nobody.
"""

import select

from django.db import connection


def drop_if_broken() -> None:
    """Close this thread's connection if it is dead; asks the server only when something waits to be read from it."""
    if connection.connection is None or connection.in_atomic_block:
        return
    # Between two statements that is the server's farewell, a reset, or a harmless notice.
    poll = select.poll()
    poll.register(connection.connection.fileno(), select.POLLIN)
    if poll.poll(0) and not connection.is_usable():
        connection.close()
