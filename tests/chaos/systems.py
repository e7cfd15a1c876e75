"""The REST system of tests.connectors.records, slowed down: what a worker can be killed in the middle of."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.connectors.records import Handler, Records


class SlowHandler(Handler):
    """Takes its time before a record is there (`before_s`), and before it says so (`after_s`)."""

    server: "SlowRecords"

    def handle_request(self) -> None:
        if self.command == "POST":
            self.server.arrived.release()
            time.sleep(self.server.before_s)
        super().handle_request()

    def answer(self, status: int, document: Any, headers: dict[str, str] | None = None) -> None:
        if self.command == "POST":
            time.sleep(self.server.after_s)
        super().answer(status, document, headers)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_request


class SlowRecords(Records):
    """arrived: counts the writes that have come in, whether they are done or not."""

    request_queue_size = 256

    def __init__(self) -> None:
        super().__init__()
        self.RequestHandlerClass = SlowHandler
        self.before_s = 0.0
        self.after_s = 0.0
        self.arrived = threading.Semaphore(0)

    def wait_for(self, writes: int, *, timeout_s: float = 20) -> None:
        """Until so many more writes have come in; AssertionError at the deadline."""
        for _ in range(writes):
            assert self.arrived.acquire(timeout=timeout_s), "the write did not come"

    def records_per_job(self) -> Counter[str]:
        """Job id → how many records bear it."""
        return Counter(row["external_id"] for row in self.rows)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A killed worker hangs up; that is what these tests are about."""


@contextmanager
def running() -> Iterator[SlowRecords]:
    """A running system; stopped at the end."""
    server = SlowRecords()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
