"""What only shows on a running server: raw bytes, repeats at the same moment, limits, and answers while Redis is away."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import httpx
import psycopg
import pytest
from stripe import Webhook as StripeWebhook
from stripe import WebhookSignature
from svix.webhooks import Webhook

from tests.api.server import Running
from tests.inbound.conftest import base64_mac, hex_mac
from tests.inbound.test_presets import CHANGES, ORGANIZATION, SOAP

MEBIBYTE = 1024 * 1024
JSON = {"Content-Type": "application/json"}


def events(hub, source):
    found = hub.get("/events", limit=200)["data"]
    return [each for each in found if each["type"].startswith(f"source.{source['name']}.")]


def test_a_message_signed_by_svix_becomes_an_event_whatever_its_bytes(hub):
    source = hub.source("standard_webhooks")
    (secret,) = source["secrets"]
    body = '{ "type":"invoice.paid",\n "name" : "Zoë 🚚 \\u00e9", "n": 1e2 }'
    now = datetime.now(UTC)
    signature = Webhook(secret["secret"]).sign("msg_1", now, body)
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(int(now.timestamp())), "webhook-signature": signature}

    answer = hub.outside.post(source["reach"], content=body.encode(), headers=JSON | headers)
    tampered = hub.outside.post(source["reach"], content=body.encode() + b" ", headers=JSON | headers)

    assert (answer.status_code, answer.content) == (200, b"")
    assert (tampered.status_code, tampered.json()["reason"]) == (401, "wrong_signature")
    (event,) = events(hub, source)
    assert event["type"] == f"source.{source['name']}.invoice.paid"
    assert event["data"]["payload"] == json.loads(body)


def test_an_event_of_stripe_is_verified_by_its_library_and_by_us(hub):
    source = hub.source("stripe")
    hub.api.post(f"/sources/{source['id']}/secret", json={"secret": "whsec_test"}).raise_for_status()
    body = json.dumps({"id": "evt_1", "object": "event", "type": "charge.succeeded", "data": {"object": {"amount": 5}}})
    stamp = int(time.time())
    header = f"t={stamp},v1={WebhookSignature._compute_signature(f'{stamp}.{body}', 'whsec_test')}"
    assert StripeWebhook.construct_event(body, header, "whsec_test").id == "evt_1"

    answer = hub.outside.post(source["reach"], content=body, headers=JSON | {"Stripe-Signature": header})

    assert answer.status_code == 200
    assert events(hub, source)[0]["data"]["provider_id"] == "evt_1"


def test_repeats_at_the_same_moment_make_one_event(hub):
    source = hub.source("github", secret="s3")
    body = b'{"ref":"main"}'
    headers = {
        "X-GitHub-Event": "push",
        "X-GitHub-Delivery": "d1",
        "X-Hub-Signature-256": "sha256=" + hex_mac("s3", body),
    }

    def send(_):
        return httpx.post(source["reach"], content=body, headers=JSON | headers, timeout=30, trust_env=False)

    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(send, range(24)))

    assert {(answer.status_code, answer.content) for answer in answers} == {(200, b"")}
    assert len(events(hub, source)) == 1
    counted = hub.get(f"/sources/{source['id']}")["last_day"]
    assert {(each["state"], each["count"]) for each in counted} == {("accepted", 1), ("duplicate", 23)}


def test_overlapping_batches_at_the_same_moment_make_each_event_once(hub):
    """Two batches with the same events in another order must neither wait for each other nor both publish."""
    source = hub.source("unsigned", options={"items_pointer": "", "id_pointer": "/id"})
    batch = [{"id": number} for number in range(50)]

    def send(number):
        body = batch[number:] + batch[:number] if number % 2 else batch[::-1]
        return httpx.post(source["reach"], json=body, timeout=30, trust_env=False).status_code

    with ThreadPoolExecutor(8) as many:
        assert set(many.map(send, range(16))) == {200}

    ids = [event["data"]["payload"]["id"] for event in events(hub, source)]
    assert sorted(ids) == list(range(50))


def test_answers_look_as_each_sender_wants_them(hub):
    salesforce = hub.source("salesforce", options={"organization_id": ORGANIZATION})
    microsoft = hub.source("microsoft", secret="state-secret")
    xero = hub.source("xero", secret="s3")
    intent = b'{"events":[],"lastEventSequence":0,"firstEventSequence":0,"entropy":"abc"}'

    ack = hub.outside.post(salesforce["reach"], content=SOAP.encode(), headers={"Content-Type": "text/xml"})
    shake = hub.outside.post(microsoft["reach"], params={"validationToken": "a b+c<d>"}, content=b"")
    change = hub.outside.post(microsoft["reach"], content=CHANGES, headers=JSON)
    right = hub.outside.post(xero["reach"], content=intent, headers={"x-xero-signature": base64_mac("s3", intent)})
    wrong = hub.outside.post(xero["reach"], content=intent, headers={"x-xero-signature": base64_mac("s4", intent)})

    assert (ack.status_code, ack.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    assert "<Ack>true</Ack>" in ack.text
    assert (shake.status_code, shake.headers["content-type"], shake.text) == (
        200,
        "text/plain; charset=utf-8",
        "a b+c<d>",
    )
    assert shake.headers["x-content-type-options"] == "nosniff"
    assert change.status_code == 200
    assert (right.status_code, right.content, wrong.status_code, wrong.content) == (200, b"", 401, b"")
    assert "set-cookie" not in right.headers


def test_unknown_addresses_other_methods_and_large_bodies_are_refused(hub):
    source = hub.source("unsigned")

    assert hub.outside.post(source["reach"][:-1] + "x", json={}).status_code == 404
    assert hub.outside.post(hub.server.url + "/in/short", json={}).status_code == 404
    assert hub.outside.get(source["reach"]).status_code == 405
    just = json.dumps({"text": "x" * (MEBIBYTE - 12)}).encode()
    assert len(just) == MEBIBYTE
    assert hub.outside.post(source["reach"], content=just, headers=JSON).status_code == 200
    assert hub.outside.post(source["reach"], content=just + b" ", headers=JSON).status_code == 413


def test_a_request_is_found_shown_and_published_again(hub):
    source = hub.source("unsigned", options={"id_pointer": "/id"})
    hub.outside.post(source["reach"] + "?a=b&token=x", json={"id": "o-1"}, headers={"Authorization": "Basic abc"})
    hub.outside.post(source["reach"], content=b"{", headers=JSON)

    (found,) = hub.get(f"/sources/{source['id']}/requests", state="accepted", provider_id="o-1")["data"]
    (refused,) = hub.get(f"/sources/{source['id']}/requests", reason="malformed_body")["data"]
    whole = hub.get(f"/sources/{source['id']}/requests/{found['id']}")
    again = hub.api.post(f"/sources/{source['id']}/requests/{found['id']}/replay", json={"reason": "books"})
    not_again = hub.api.post(f"/sources/{source['id']}/requests/{refused['id']}/replay", json={})

    times = {"received_after": "0444-04-05T14:24:04Z", "received_before": "9999-12-31T23:59:59Z"}
    assert len(hub.get(f"/sources/{source['id']}/requests", **times)["data"]) == 3
    assert hub.get(f"/sources/{source['id']}/requests", received_before=found["received_at"])["data"] == []
    assert (whole["query"], whole["headers"]["authorization"]) == ("a=b&token=[redacted]", "[redacted]")
    assert again.status_code == 201
    assert (not_again.status_code, not_again.json()["code"]) == (409, "still_refused")
    newest = hub.get(f"/sources/{source['id']}/requests", limit=1)
    assert (newest["data"][0]["replay_of"], newest["data"][0]["asked_why"]) == (found["id"], "books")
    older = hub.get(f"/sources/{source['id']}/requests", limit=2, cursor=newest["next_cursor"])["data"]
    assert [each["id"] for each in older] == [refused["id"], found["id"]]
    assert len(events(hub, source)) == 2


class Mute:
    """A Redis that takes connections and never says a word: worse than one that is down."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"redis://127.0.0.1:{self.socket.getsockname()[1]}/0"


@pytest.fixture(scope="module")
def without_redis(server, postgres, tmp_path_factory):
    """The same installation with a Redis that does not answer."""
    mute = Mute()
    running = Running(postgres, mute, database=server.database, log=tmp_path_factory.mktemp("mute") / "api.log")
    running.start()
    yield running
    running.stop()
    mute.socket.close()


def test_requests_are_answered_within_a_second_and_kept_while_redis_does_not_answer(hub, without_redis):
    source = hub.source("github", secret="s3", mappings=[])
    path = httpx.URL(source["address"]).path
    hub.api.post("/endpoints", json={"url": "https://partner.example.com/hooks"}).raise_for_status()
    waits = []
    for number in range(20):
        body = json.dumps({"n": number}).encode()
        headers = {"X-Hub-Signature-256": "sha256=" + hex_mac("s3", body), "X-GitHub-Event": "push"}
        started = time.monotonic()
        answer = hub.outside.post(
            without_redis.url + path, content=body, headers=JSON | headers | {"X-GitHub-Delivery": str(number)}
        )
        waits.append(time.monotonic() - started)
        assert answer.status_code == 200

    # A machine with other things to do may keep one of them waiting; a Redis that is waited for would keep each.
    assert sorted(waits)[-2] < 1
    assert len(events(hub, source)) == 20


def test_while_the_database_is_away_the_sender_is_told_to_try_again(hub):
    source = hub.source("unsigned")
    name = hub.server.database
    with psycopg.connect(hub.server.postgres.url("postgres"), autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        try:
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            away = hub.outside.post(source["reach"], json={"id": 1})
        finally:
            admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")

    assert (away.status_code, away.json()["code"]) == (503, "unavailable")
    assert away.headers["retry-after"]
    deadline = time.monotonic() + 20
    while hub.outside.post(source["reach"], json={"id": 1}).status_code != 200:
        assert time.monotonic() < deadline
    assert len(events(hub, source)) == 1
