"""The API plane: `granian --interface wsgi hub.wsgi:application`."""

import io
import os
from collections.abc import Callable, Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from hub import (
    celery,  # noqa: F401 the app that queue.py sends wakes through
    checks,
    log,
)

checks.refuse_bad_settings()
log.configure_from_settings()
django_application = get_wsgi_application()


# What is read of a body that is too long, to be rid of it: a server that answers while the client still sends has to
# end the connection, and the client may lose the answer with it (RFC 9112, 9.6).
THROWN_AWAY_BYTES = 4 * settings.BODY_LIMIT_BYTES
PIECE_BYTES = 64 * 1024


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Django's application, which would take a chunked body for an empty one: it is read here, up to the limit.

    A body over the limit is read to its end before it is refused, or the answer closes the connection.
    """
    stream, length = environ["wsgi.input"], environ.get("CONTENT_LENGTH") or ""
    read = 0
    if environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked" and not length:
        body = stream.read(settings.BODY_LIMIT_BYTES + 1)
        environ["wsgi.input"] = io.BytesIO(body)
        read = len(body)
        environ["CONTENT_LENGTH"] = str(read)
    too_long = read > settings.BODY_LIMIT_BYTES or (length.isdigit() and int(length) > settings.BODY_LIMIT_BYTES)
    if too_long and not _thrown_away(stream):
        return django_application(environ, _closing(start_response))
    return django_application(environ, start_response)


def _thrown_away(stream: Any) -> bool:
    """Reads on; whether the body's end was met within the bound."""
    left = THROWN_AWAY_BYTES
    while left > 0:
        piece = stream.read(PIECE_BYTES)
        if not piece:
            return True
        left -= len(piece)
    return False


def _closing(start_response: Callable[..., Any]) -> Callable[..., Any]:
    """The same, telling the client that nothing more is read from this connection."""

    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [*headers, ("Connection", "close")], *rest)

    return start
