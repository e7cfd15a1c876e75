"""What becomes of a request: events, repeats, refusals, and what is kept of each."""

import json

import pytest

from hub import db
from hub.inbound import requests
from hub.inbound.requests import RequestFilter
from tests.inbound.conftest import hex_mac

SECRET = "s3cret"
BODY = b'{"ref":"refs/heads/main"}'


@pytest.fixture
def github(sender):
    return sender("github", secret=SECRET, name="code")


def push(github, body=BODY, *, delivery="d1", event="push", secret=SECRET):
    signature = f"sha256={hex_mac(secret, body)}"
    return github.send(body, X_Hub_Signature_256=signature, X_GitHub_Event=event, X_GitHub_Delivery=delivery)


def events_of(tenant_id):
    rows = db.rows(
        "SELECT type, body FROM event WHERE tenant_id = %s AND type LIKE 'source.%%' ORDER BY id", (tenant_id,)
    )
    return [(row[0], json.loads(row[1])["data"]) for row in rows]


def kept(github, **where):
    source = github.source
    return requests.listed(source.tenant_id, source.id, RequestFilter(**where), before=None, limit=100)


def test_verified_request_becomes_an_event_with_what_was_sent(tenant, github):
    answer = push(github)

    assert (answer.status, answer.body, answer.refusal) == (200, b"", None)
    ((kind, data),) = events_of(tenant.id)
    assert kind == "source.code.push"
    assert (data["provider_id"], data["payload"]) == ("d1", {"ref": "refs/heads/main"})
    (request,) = kept(github)
    assert (request.state, request.event_types, request.provider_id) == ("accepted", ["source.code.push"], "d1")
    whole = requests.get(tenant.id, github.source.id, request.id)
    assert bytes(whole.body) == b'{"ref":"refs/heads/main"}'


def test_repeat_is_answered_like_the_first_and_publishes_nothing(tenant, github):
    first, again = push(github), push(github)

    assert again == first
    assert len(events_of(tenant.id)) == 1
    repeat, accepted = kept(github)
    assert (repeat.state, repeat.duplicate_of) == ("duplicate", accepted.id)


def test_unverified_request_is_kept_apart_with_its_reason(tenant, github):
    answer = push(github, secret="wrong")

    assert (answer.status, str(answer.refusal.reason)) == (401, "wrong_signature")
    assert events_of(tenant.id) == []
    (request,) = kept(github)
    assert (request.state, request.reason) == ("refused", "wrong_signature")
