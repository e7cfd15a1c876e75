"""Loops over many endpoints or replays: a fault of ours in one must not keep all others waiting for ever."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from django.db import Error, connection

log = structlog.get_logger()


@contextmanager
def contained(what: str, **ids: str) -> Iterator[None]:
    """What raises within is logged as `what` with these ids, and the loop goes on.

    Errors: the database's when it cannot be reached any more, for that befalls all of them.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, Error) and not connection.is_usable():
            raise
        log.exception(what, **ids)
