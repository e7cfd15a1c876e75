"""The hub's Celery app with one task of the tests: it tells Redis that it ran. `celery -A probe worker`."""

from django.conf import settings

from hub.celery import app
from hub.redis_url import connect


@app.task(name="probe.note")
def note(word: str) -> None:
    """Appends the word to the list `probe`."""
    with connect(settings.HUB.redis_url, timeout_s=5) as client:
        client.rpush("probe", word)
