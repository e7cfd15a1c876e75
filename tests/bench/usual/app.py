"""The Celery app of the usual way: `celery -A tests.bench.usual.app worker`."""

import json
import os
import time
from datetime import UTC, datetime
from functools import lru_cache

import httpx
from celery import Celery, signals
from standardwebhooks.webhooks import Webhook

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.usual_settings")
app = Celery("usual")
app.config_from_object("django.conf:settings", namespace="CELERY")


@signals.import_modules.connect(sender=app, weak=False)
def _set_django_up(**_: object) -> None:
    import django

    django.setup()
    import django_webhook.tasks  # noqa: F401 registers its task


@lru_cache(maxsize=1)
def client() -> httpx.Client:
    """Kept for the process's life; many make a new one for each request, which costs several times as much."""
    return httpx.Client(timeout=15)


@app.task(bind=True, max_retries=8)
def deliver(self, delivery_id: int) -> None:
    """Send one delivery."""
    from tests.bench.usual.models import Attempt, Delivery

    delivery = Delivery.objects.select_related("endpoint", "event").get(pk=delivery_id)
    body = json.dumps({"type": delivery.event.type, "data": delivery.event.payload})
    now = datetime.now(UTC)
    message_id = f"msg_{delivery.pk}"
    headers = {
        "content-type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(delivery.endpoint.secret).sign(message_id, now, body),
    }
    began = time.perf_counter()
    answer = client().post(delivery.endpoint.url, content=body, headers=headers)
    took_ms = (time.perf_counter() - began) * 1000
    Attempt.objects.create(
        delivery=delivery, status_code=answer.status_code, duration_ms=took_ms, response=answer.text[:1000]
    )
    delivery.tried += 1
    if not answer.is_success:
        delivery.save()
        raise self.retry(countdown=60)
    delivery.status = "delivered"
    delivery.finished_at = datetime.now(UTC)
    delivery.save()
