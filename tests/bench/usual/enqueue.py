"""`python -m tests.bench.usual.enqueue httpx|django_webhook <count> <receiver's URL>`: rows and one task for each."""

import json
import sys

BODY = {"filler": "x" * 960}
ENDPOINTS = 20


def main(way: str, count: int, url: str) -> None:
    """Prints nothing; the worker is started afterwards, so that publishing is not counted."""
    # Before Django is set up: django-webhook binds its task to the app that is current then.
    from tests.bench.usual import app  # noqa: F401, I001
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", run_syncdb=True, verbosity=0, interactive=False)
    if way == "httpx":
        _httpx(count, url)
    else:
        _django_webhook(count, url)


def _httpx(count: int, url: str) -> None:
    from tests.bench.usual.app import deliver
    from tests.bench.usual.models import Delivery, Endpoint, Event

    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    endpoints = Endpoint.objects.bulk_create([Endpoint(url=url, secret=secret) for _ in range(ENDPOINTS)])
    events = Event.objects.bulk_create([Event(type="bench", payload=BODY) for _ in range(count)])
    owed = [Delivery(event=event, endpoint=endpoints[place % ENDPOINTS]) for place, event in enumerate(events)]
    for delivery in Delivery.objects.bulk_create(owed):
        deliver.delay(delivery.pk)


def _django_webhook(count: int, url: str) -> None:
    from django_webhook.models import Webhook, WebhookSecret
    from django_webhook.tasks import fire_webhook

    hooks = Webhook.objects.bulk_create([Webhook(url=url) for _ in range(ENDPOINTS)])
    WebhookSecret.objects.bulk_create([WebhookSecret(webhook=hook, token="s" * 32) for hook in hooks])
    for place in range(count):
        hook = hooks[place % ENDPOINTS]
        # What its signal handler sends after a model was saved.
        payload = json.dumps({"object": BODY, "topic": "bench", "webhook_uuid": str(hook.uuid)})
        fire_webhook.delay(hook.id, payload, topic="bench", object_type="bench")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
