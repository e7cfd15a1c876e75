"""The hub's Celery app with tasks of the tests, which tell Redis that they ran. `celery -A probe worker`."""

import time

from django.conf import settings

from hub.celery import app
from hub.redis_url import connect


@app.task(name="probe.note")
def note(word: str) -> None:
    """Appends the word to the list `probe`."""
    with connect(settings.HUB.redis_url, timeout_s=5) as client:
        client.rpush("probe", word)


@app.task(name="probe.linger")
def linger(word: str) -> None:
    """The same, and is at work for some seconds more."""
    note(word)
    time.sleep(3)
