"""The hub's Celery app with one task of the tests: it tells Redis that it ran. `celery -A probe worker`."""

import redis
from django.conf import settings

from hub.celery import app


@app.task(name="probe.note")
def note(word: str) -> None:
    """Appends the word to the list `probe`."""
    with redis.Redis.from_url(settings.HUB.redis_url) as client:
        client.rpush("probe", word)
