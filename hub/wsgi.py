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


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Django's application, which would take a chunked body for an empty one: it is read here, up to the limit."""
    if environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked" and not environ.get("CONTENT_LENGTH"):
        body = environ["wsgi.input"].read(settings.BODY_LIMIT_BYTES + 1)
        environ["wsgi.input"] = io.BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
    return django_application(environ, start_response)
