"""A worker process holds as many slow calls at once as the connection allows, each on a socket of its own."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hub import db, stopping
from hub.jobs import connections, submit
from hub.jobs.connections import ConnectionFields
from hub.jobs.models import Job
from hub.jobs.submit import JobRequest
from hub.lanes import hold
from tests.jobs.conftest import history
from tests.stacks import until

AT_ONCE = 60


class Meeting(ThreadingHTTPServer):
    """A system that answers nobody before AT_ONCE requests are there."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.together = threading.Barrier(AT_ONCE)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):
        """Quiet."""

    def do_GET(self):
        self.server.together.wait(60)
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")


@pytest.fixture
def meeting():
    server = Meeting()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.together.abort()
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_all_calls_that_a_connection_may_make_at_once_are_made_at_once(tenant, meeting, drain, settings):
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": ["127.0.0.0/8"]})
    url = f"http://127.0.0.1:{meeting.server_address[1]}"
    wide = connections.create(tenant.id, "http", ConnectionFields(name="wide", base_url=url, max_in_flight=AT_ONCE))
    submit.submit_many(
        tenant.id, [JobRequest(wide.id, "request", {"method": "GET", "path": "/"}, timeout_s=60)] * AT_ONCE
    )

    drain()

    assert dict(db.rows("SELECT status, count(*) FROM job GROUP BY 1")) == {"succeeded": AT_ONCE}


def test_jobs_beside_a_call_that_outlasts_the_drains_budget_do_not_wait_for_it(tenant, echo, submit_job, drain):
    submit_job(echo, "echo", {"sleep_ms": 8000})
    worker = threading.Thread(target=lambda: (drain(budget_s=0.5), db.connection.close()))
    worker.start()
    waited = []
    for _ in range(3):
        time.sleep(2)  # past the budget each time
        began = time.monotonic()
        job = submit_job(echo, "echo", {"message": "short"})
        until(lambda job=job: history(job)[-1] == "job.succeeded", "the short job has succeeded")
        waited.append(time.monotonic() - began)
    worker.join()

    # No longer than a drain waits for its end before it goes on.
    assert max(waited) < 2
    assert dict(db.rows("SELECT status, count(*) FROM job GROUP BY 1")) == {"succeeded": 4}


def test_with_more_lanes_than_places_slow_calls_keep_no_place_past_the_budget(tenant, submit_job, drain, monkeypatch):
    monkeypatch.setattr(hold, "MAX_LANES", 2)
    busy = [connections.create(tenant.id, "echo", ConnectionFields(name=f"e{n}", max_in_flight=1)) for n in range(2)]
    for connection in busy:
        for _ in range(4):
            submit_job(connection, "echo", {"sleep_ms": 1500})
    third = connections.create(tenant.id, "echo", ConnectionFields(name="third"))

    def wait_for_it() -> None:
        until(lambda: {history(job)[-1] for job in first} == {"job.running"}, "both places are taken")
        waits = submit_job(third, "echo", {})
        until(lambda: history(waits)[-1] == "job.succeeded", "the third lane has had its turn")
        left.append(db.row("SELECT count(*) FROM job WHERE status = 'queued'")[0])
        db.connection.close()

    first = Job.objects.filter(connection_id__in=[connection.id for connection in busy]).order_by("id")[::4]
    left: list[int] = []
    watcher = threading.Thread(target=wait_for_it)
    watcher.start()
    drain(budget_s=1.2)
    watcher.join()
    drain()

    # Its turn came after a call or two of theirs, not after all.
    assert left[0] >= 2
    assert dict(db.rows("SELECT status, count(*) FROM job GROUP BY 1")) == {"succeeded": 9}


def test_a_worker_that_is_stopped_begins_nothing_new_and_finishes_what_it_has(
    tenant, echo, submit_job, drain, monkeypatch
):
    """And it gives everything else back: in the real worker the signal says so (hub/celery.py)."""
    calls = [submit_job(echo, "echo", {"sleep_ms": 1500}) for _ in range(2)]
    worker = threading.Thread(target=lambda: (drain(), db.connection.close()))
    worker.start()
    until(lambda: all(history(job)[-1] == "job.running" for job in calls), "the calls are under way")
    monkeypatch.setattr(stopping, "asked", lambda: True)
    time.sleep(0.1)  # a turn takes 10 ms
    late = submit_job(echo, "echo", {})
    worker.join(10)

    assert not worker.is_alive()
    assert [history(job)[-1] for job in (*calls, late)] == ["job.succeeded", "job.succeeded", "job.queued"]
    assert db.rows("SELECT owner, leased_until FROM lane WHERE id = %s", (echo.id,)) == [("", None)]
