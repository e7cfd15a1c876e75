"""A worker process holds as many slow calls at once as the connection allows, each on a socket of its own."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hub import db
from hub.jobs import connections, submit
from hub.jobs.connections import ConnectionFields
from hub.jobs.submit import JobRequest

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
