"""The realtime plane: `uvicorn --loop uvloop --ws websockets-sansio hub.asgi:application`."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")

import django

from hub import checks, log

checks.refuse_bad_settings()
log.configure_from_settings()
django.setup()

from hub.realtime.plane import Plane  # noqa: E402 its models need Django set up
from hub.realtime.routing import application as route  # noqa: E402

application = route(Plane())
