"""Publishes events as an application would, in batches, until its standard input ends.

`python -m tests.bench.writer <receiver's port> <tenant> <number of event types> [<events a second>]`. It keeps a few
thousand deliveries ahead of the receiver and no more, so that the rate is that of publishing and sending together, or less
when a rate is named.
"""

import http.client
import itertools
import json
import select
import sys
import time
from datetime import UTC, datetime
from uuid import UUID

BATCH = 100
AHEAD = 4000


def main(port: int, tenant: UUID, types: int, per_s: float) -> None:
    """One event is owed to one endpoint. per_s: at most so many."""
    import django

    django.setup()
    from django.db import transaction

    from hub import celery  # noqa: F401 the app that wakes are sent through
    from hub.delivery import outbox

    receiver = http.client.HTTPConnection("127.0.0.1", port)
    written, places, began = 0, itertools.cycle(range(types)), time.monotonic()
    while not select.select([sys.stdin], [], [], 0)[0]:
        if written % (10 * BATCH) == 0:
            receiver.request("GET", "/counts")
            while written - json.loads(receiver.getresponse().read())["requests"] > AHEAD:
                time.sleep(0.01)
                receiver.request("GET", "/counts")
        time.sleep(max(0.0, began + written / per_s - time.monotonic()))
        data = {"filler": "x" * 900}
        at = datetime.now(UTC)
        with transaction.atomic():
            outbox.publish([outbox.new_event(tenant, f"bench.{next(places)}", data, at=at) for _ in range(BATCH)])
        written += BATCH


if __name__ == "__main__":
    main(int(sys.argv[1]), UUID(sys.argv[2]), int(sys.argv[3]), float([*sys.argv, "inf"][4]))
