"""Waiting for the outside: the system is handed an address, the job waits without a worker, the first valid answer ends it."""

import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from django.test import Client

from hub import db
from hub.jobs import callback_addresses, callbacks, connections, steering
from hub.jobs.callbacks import Came
from hub.jobs.connections import ConnectionFields
from hub.jobs.models import Callback
from hub.rules.callbacks import Answer, Said, Verdict
from tests.jobs.conftest import history, make_due, runs

SECRET = "a-secret-of-the-system"
TERMS = {
    "outcome_pointer": "/decision",
    "succeeded": ["approved"],
    "failed": ["rejected"],
    "progress": ["working"],
    "result_pointer": "/order",
    "message_pointer": "/comment",
    "fraction_pointer": "/percent",
}
APPROVED = {"decision": "approved", "order": {"number": 4711}}


def post(url, body, **headers):
    """Answer at an address as the outside system does."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Client().post(urlsplit(url).path, content, content_type="application/json", headers=headers)


class Approvals(ThreadingHTTPServer):
    """A system that takes requests for approval. asked: their bodies. at_once: what it answers before it has replied."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.at_once = []
        self.replies = []
        self.status = 202

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        """Quiet."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        for answer in self.server.at_once:
            self.server.replies.append(post(body["answer_to"], answer).status_code)
        db.connection.close()
        content = b'{"taken": true}'
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def approvals(settings):
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": ["127.0.0.0/8"]})
    server = Approvals()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def connect(tenant, approvals):
    """A connection to that system: `connect(config…)`."""

    def make(credentials=None, **config):
        fields = ConnectionFields(name="approvals", base_url=approvals.url, config=config, credentials=credentials)
        return connections.create(tenant.id, "http", fields)

    return make


@pytest.fixture
def ask(submit_job):
    """A job that asks for an approval."""

    def make(connection, *, callback=TERMS, **more):
        body = {"order": 4711, "answer_to": "{{callback_url}}"}
        return submit_job(
            connection, "request", {"method": "POST", "path": "/approvals", "body": body, "callback": callback}, **more
        )

    return make


def verdicts(job):
    """What became of the job's answers, oldest first."""
    return list(Callback.objects.filter(job_id=job.id).order_by("id").values_list("verdict", flat=True))


def test_the_first_valid_answer_ends_the_wait_and_all_are_kept(approvals, connect, ask, drain):
    job = ask(connect())
    drain()
    job.refresh_from_db()
    assert (job.status, job.output["result"]) == ("waiting", {"taken": True})
    assert db.row("SELECT count(*) FROM lane WHERE leased_until > now()") == (0,)
    url = approvals.asked[0]["answer_to"]

    working = post(url, {"decision": "working", "percent": 40, "comment": "with the boss"})
    approved = post(url, APPROVED)
    again = post(url, {"decision": "rejected"})

    job.refresh_from_db()
    assert [each.status_code for each in (working, approved, again)] == [202, 202, 200]
    assert approved.json() == {"status": "accepted"}
    assert (job.status, job.output) == ("succeeded", {"number": 4711})
    assert (job.progress["fraction"], job.progress["message"]) == (0.4, "with the boss")
    assert verdicts(job) == ["progress", "accepted", "repeated"]
    assert history(job) == ["job.queued", "job.running", "job.waiting", "job.progress", "job.succeeded"]


def test_an_answer_may_come_before_the_call_has_ended(approvals, connect, ask, drain):
    approvals.at_once = [APPROVED]
    job = ask(connect())

    drain()

    job.refresh_from_db()
    assert approvals.replies == [202]
    assert (job.status, job.output) == ("succeeded", {"number": 4711})
    assert Callback.objects.get(job_id=job.id).early


def test_an_answer_tells_what_a_call_has_done_whose_own_answer_was_lost(approvals, connect, ask, drain):
    approvals.status = 500
    job = ask(connect())
    drain()
    job.refresh_from_db()
    assert job.status == "reconciling"

    post(approvals.asked[0]["answer_to"], APPROVED)

    job.refresh_from_db()
    assert (job.status, job.output) == ("succeeded", {"number": 4711})
    assert len(approvals.asked) == 1


def test_a_failure_is_told_in_the_systems_own_words(approvals, connect, ask, drain):
    job = ask(connect())
    drain()

    post(approvals.asked[0]["answer_to"], {"decision": "rejected", "comment": "Too expensive."})

    job.refresh_from_db()
    assert (job.status, job.error["message"]) == ("failed", "Too expensive.")


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        (b"approved", 400, "JSON"),
        (b'{"decision": NaN}', 400, "JSON"),
        (b'{"decision": "approved", "order": "\\u0000"}', 400, "JSON"),
        ({"decision": "perhaps"}, 422, "nobody knows"),
        ({"decision": 17}, 422, "body.decision"),
    ],
)
def test_what_is_not_an_answer_is_refused_and_kept(approvals, connect, ask, drain, body, status, reason):
    schema = {"type": "object", "properties": {"decision": {"type": "string"}}}
    job = ask(connect(), callback={**TERMS, "answer_schema": schema})
    drain()

    answer = post(approvals.asked[0]["answer_to"], body)

    job.refresh_from_db()
    assert (answer.status_code, job.status) == (status, "waiting")
    kept = Callback.objects.get(job_id=job.id)
    assert kept.verdict == "refused"
    assert reason in kept.reason
    assert bytes(kept.body) == (body if isinstance(body, bytes) else json.dumps(body).encode())


def test_a_signature_that_the_connection_asks_for_must_fit(approvals, connect, ask, drain):
    policy = {"scheme": "hmac", "header": "X-Signature", "prefix": "sha256="}
    job = ask(connect({"callback_secret": SECRET}, callback_signature=policy))
    drain()
    url, body = approvals.asked[0]["answer_to"], json.dumps(APPROVED).encode()
    good = "sha256=" + hmac.digest(SECRET.encode(), body, "sha256").hex()

    refused = [post(url, body), post(url, body, **{"X-Signature": good[:-1] + "x"})]
    refused.append(post(url, body + b" ", **{"X-Signature": good}))
    taken = post(url, body, **{"X-Signature": good})

    job.refresh_from_db()
    assert [each.status_code for each in (*refused, taken)] == [401, 401, 401, 202]
    assert (job.status, verdicts(job)) == ("succeeded", ["refused"] * 3 + ["accepted"])


def test_an_address_takes_no_more_than_its_uses(approvals, connect, ask, drain):
    job = ask(connect(), callback={**TERMS, "uses": 2})
    drain()
    url = approvals.asked[0]["answer_to"]

    codes = [post(url, {"decision": "working"}).status_code for _ in range(3)]

    assert codes == [202, 202, 410]
    assert verdicts(job) == ["progress", "progress"]


@pytest.mark.parametrize(("on_expiry", "expected"), [("fail", "failed"), ("reconcile", "reconciling")])
def test_an_answer_that_does_not_come_ends_the_wait_with_a_reason(approvals, connect, ask, drain, on_expiry, expected):
    job = ask(connect(), callback={**TERMS, "on_expiry": on_expiry})
    drain()
    db.execute("UPDATE callback_address SET expires_at = now() - interval '1 s'")
    make_due(job)

    assert callback_addresses.expire() == 1

    job.refresh_from_db()
    assert (job.status, job.error["provider_code"]) == (expected, "callback_expired")
    late = post(approvals.asked[0]["answer_to"], APPROVED)
    assert late.status_code == 410
    assert verdicts(job) == ["late"]


def test_an_answer_after_the_job_was_cancelled_is_late(tenant, approvals, connect, ask, drain):
    job = ask(connect())
    drain()
    steering.cancel(tenant.id, job.id, by="key_1")

    late = post(approvals.asked[0]["answer_to"], APPROVED)

    job.refresh_from_db()
    assert (late.status_code, job.status, verdicts(job)) == (410, "cancelled", ["late"])


def test_each_call_hands_out_an_address_of_its_own_of_which_only_the_hash_is_kept(approvals, connect, ask, drain):
    approvals.status = 503
    job = ask(connect())
    drain()
    make_due(job)
    approvals.status = 202
    drain()

    first, second = (each["answer_to"] for each in approvals.asked)
    token = second.rpartition("/")[2]
    assert first != second
    assert len(token) == 43
    assert db.row(
        "SELECT count(*) FROM callback_address WHERE token_hash = %s", (hashlib.sha256(token.encode()).digest(),)
    ) == (1,)
    assert post(first, APPROVED).status_code == 202
    job.refresh_from_db()
    assert (job.status, [kind for kind, _ in runs(job)]) == ("succeeded", ["call", "call"])


@pytest.mark.django_db
def test_an_unknown_address_is_not_found():
    assert post("http://hub/callbacks/" + "A" * 43, APPROVED).status_code == 404
    assert Client().get("/callbacks/" + "A" * 43).status_code == 405


def test_a_source_may_bring_the_answer(tenant, approvals, connect, ask, drain):
    job = ask(connect())
    drain()

    verdict = callbacks.answer(
        tenant.id, job.id, Answer(Said.SUCCEEDED, result={"number": 1}), Came("source:erp", b'{"number": 1}')
    )

    job.refresh_from_db()
    assert (verdict, job.status, job.output) == (Verdict.ACCEPTED, "succeeded", {"number": 1})


def test_many_answers_at_once_have_one_winner(tenant, approvals, connect, ask, drain):
    job = ask(connect())
    drain()
    url = approvals.asked[0]["answer_to"]

    def answer(number):
        post(url, {"decision": "approved", "order": {"number": number}})
        db.connection.close()

    threads = [threading.Thread(target=answer, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(verdicts(job)) == ["accepted"] + ["repeated"] * 7
    assert history(job).count("job.succeeded") == 1


def test_an_answer_counts_when_the_worker_of_its_call_is_lost(approvals, connect, ask, drain):
    approvals.status = 500
    job = ask(connect())
    drain()
    db.execute("UPDATE job SET status = 'running', lane_token = 3 WHERE id = %s", (job.id,))
    db.execute("UPDATE lane SET token = 3, leased_until = now() - interval '1 s' WHERE id = %s", (job.connection_id,))
    db.execute("UPDATE job SET due_at = now() WHERE id = %s", (job.id,))
    assert post(approvals.asked[0]["answer_to"], APPROVED).status_code == 202
    job.refresh_from_db()
    assert job.status == "running"

    drain()

    job.refresh_from_db()
    assert (job.status, job.output) == ("succeeded", {"number": 4711})
    assert len(approvals.asked) == 1
