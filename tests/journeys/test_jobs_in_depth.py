"""Jobs over the whole path: an outside system that answers later, progress on the stream, schedules, batches, bulk retries."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from hub.local.client import Listener
from tests.connectors import records
from tests.proxies import Proxy
from tests.stacks import FINAL, job, until, uuid

pytestmark = pytest.mark.journey


class Approvals(ThreadingHTTPServer):
    """A system that takes requests and answers them later, when it is told to. asked: their bodies."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, place: int, document: dict) -> httpx.Response:
        """Answer one of the requests at the address that came with it."""
        return httpx.post(self.asked[place]["answer_to"], json=document, trust_env=False, timeout=30)


class Handler(BaseHTTPRequestHandler):
    server: Approvals

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        content = b'{"taken": true}'
        self.send_response(202)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def approvals() -> Iterator[Approvals]:
    server = Approvals()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def test_a_job_waits_for_an_outside_system_that_answers_later(account, receiver):
    account.endpoint(receiver.url("/hooks"), event_types=["job.succeeded"])
    given = {
        "method": "POST",
        "path": "/approvals",
        "body": {"order": 4711, "answer_to": "{{callback_url}}"},
        "callback": {
            "outcome_pointer": "/decision",
            "succeeded": ["yes"],
            "progress": ["soon"],
            "result_pointer": "/order",
        },
    }
    with approvals() as system:
        connection = account.connect("http", base_url=system.url)
        waiting = account.submit(connection, "request", given)
        account.wait_for(waiting, "waiting")

        yes = {"decision": "yes", "order": {"id": 9}}
        answers = [{"decision": "soon"}, {"decision": "who"}, yes, yes]
        codes = [system.answer(0, answer).status_code for answer in answers]

    assert codes == [202, 422, 202, 200]
    assert account.job(waiting)["output"] == {"id": 9}
    kept = account.get(f"/jobs/{waiting}/callbacks")["data"]
    assert [each["verdict"] for each in kept] == ["repeated", "accepted", "refused", "progress"]
    assert json.loads(receiver.wait_for(1)[0].body)["data"]["output"] == {"id": 9}


def test_a_running_jobs_progress_comes_over_the_stream(account):
    ticket = account.post("/tickets", {"topics": ["tenant"]})
    listener = Listener(ticket["stream_url"], ticket["ticket"], lambda event: None)
    connection = account.connect()

    told = account.submit(connection, "echo", {"message": 1, "sleep_ms": 4000, "steps": 200})
    listener.wait_for(told, "job.progress", timeout_s=20)
    listener.wait_for(told, "job.succeeded", timeout_s=30)
    listener.close()

    assert 0 < account.job(told)["progress"]["fraction"] < 1


def test_a_stopped_write_is_looked_for_by_the_workers(account):
    with records.running() as system, Proxy(system.url) as proxy:
        proxy.lose(b"POST /api/records", how="hang")
        connection = account.connect("http", base_url=proxy.url, credentials={"bearer": records.TOKEN})
        running = account.submit(connection, "request", records.RECORD, timeout_s=100)
        until(lambda: system.rows, "the record is there")

        account.post(f"/jobs/{running}/cancel", {"reason": "ordered twice"})

        assert account.wait_for(running)["status"] == "succeeded"
        assert len(system.rows) == 1
    (change,) = account.get(f"/jobs/{running}/changes")["data"]
    assert (change["action"], change["reason"]) == ("cancel", "ordered twice")


def test_a_schedule_fires_by_itself_and_each_time_once(account):
    connection = account.connect()
    made = account.post(
        "/schedules", {"name": "often", "connection_id": connection, "operation": "echo", "cron": "0 0 1 1 *"}
    )
    assert len(made["next_times"]) == 5
    now = "UPDATE schedule SET next_at = date_trunc('second', now()) WHERE id = %s RETURNING id"
    account.sql(now, uuid("schedule", made["id"]))

    (tick,) = until(lambda: account.get(f"/schedules/{made['id']}/ticks")["data"], "it fires")

    assert tick["outcome"] == "started"
    assert account.wait_for(tick["job_id"])["schedule_id"] == made["id"]
    again = account.post(f"/schedules/{made['id']}/run", {})
    assert (again["outcome"], again["by"][:4]) == ("started", "key_")


def test_a_batch_with_an_order_is_told_once_and_what_failed_is_retried_together(account, receiver):
    account.endpoint(receiver.url("/hooks"), event_types=["batch.finished", "bulk.finished"])
    connection = account.connect(max_in_flight=20)
    first = account.submit(connection, "echo", {"sleep_ms": 300})
    good = [job(connection, "echo", {}, after=[first], concurrency_key="in-turn") for _ in range(5)]
    bad = [job(connection, "echo", {"fail": "validation"}, tags=["bad"]) for _ in range(3)]

    batch_id = account.post("/jobs/batch", {"jobs": good + bad, "batch": {"tags": ["import"]}})["batch_id"]

    told = json.loads(receiver.wait_for(1)[0].body)
    assert (told["type"], told["data"]["id"]) == ("batch.finished", batch_id)
    assert told["data"]["counts"] == {"succeeded": 5, "failed": 3}
    wanted = {"action": "retry", "filter": {"tag": "bad"}, "reason": "try again"}
    assert account.post("/bulk-actions", {**wanted, "dry_run": True})["total"] == 3
    made = account.post("/bulk-actions", wanted)
    assert json.loads(receiver.wait_for(2)[1].body)["type"] == "bulk.finished"
    done = account.get(f"/bulk-actions/{made['id']}")
    assert (done["state"], done["done"], done["requested_by"][:4]) == ("finished", 3, "key_")
    retried = account.get("/jobs", tag="bad")["data"]
    assert len(retried) == 6
    for each in retried:
        assert account.wait_for(each["id"])["status"] in FINAL
    assert account.get(f"/batches/{batch_id}")["counts"] == {"succeeded": 5, "failed": 3}
