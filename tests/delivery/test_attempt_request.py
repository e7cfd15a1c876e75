"""An attempt's request is shown as the receiver got it, and what nobody can know any more is not made up."""

import socket
from datetime import timedelta

import pytest
from standardwebhooks.webhooks import Webhook

from hub import db
from hub.accounts import keys
from hub.delivery import endpoints
from hub.delivery.endpoints import EndpointFields
from hub.rules.ids import public_id
from tests.api.conftest import Api
from tests.receiver import Answer

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def api(tenant):
    return Api(keys.create_key(tenant, name="test", scopes=["deliveries:read"])[1])


@pytest.fixture
def last_attempt(api):
    """The newest attempt of the newest delivery, as the API shows it."""

    def get():
        delivery = api.get("/deliveries?limit=1").data["data"][0]["id"]
        listed = api.get(f"/deliveries/{delivery}/attempts").data["data"][0]
        shown = api.get(f"/deliveries/{delivery}/attempts/{listed['id']}")
        assert shown.status_code == 200, shown.data
        assert {name: shown.data[name] for name in listed} == listed
        return shown.data

    return get


def headers_of(attempt):
    return {each["name"]: each["value"] for each in attempt["request"]["headers"]}


def test_the_request_is_shown_exactly_as_it_came(make_endpoint, publish, drain, receiver, last_attempt):
    auth = {"type": "basic", "username": "hub", "password": "pass-word"}
    make_endpoint(secret=SECRET, headers={"X-Team": "head-er"}, auth=auth)
    publish(text="größer")
    drain()

    attempt = last_attempt()

    came = receiver.requests[0]
    shown = headers_of(attempt)
    assert shown.keys() == came.headers.keys()
    assert {name: value for name, value in came.headers.items() if shown[name] is not None} == {
        name: value for name, value in shown.items() if value is not None
    }
    assert {name for name, value in shown.items() if value is None} == {"x-team", "authorization"}
    assert attempt["request"]["body"].encode() == came.body
    assert (attempt["request"]["sent"], attempt["request"]["endpoint_unchanged"]) == (True, True)
    assert attempt["request"]["url"] == receiver.url("/hook")
    for secret in ("pass-word", "head-er", SECRET, SECRET.partition("_")[2]):
        assert secret not in str(attempt)


def test_what_was_signed_can_be_verified_by_the_library(make_endpoint, publish, drain, last_attempt):
    make_endpoint(secret=SECRET)
    publish()
    drain()

    attempt = last_attempt()

    signing = attempt["request"]["signing"]
    Webhook(SECRET).verify(attempt["request"]["body"], headers_of(attempt))
    assert [(one["scheme"], one["algorithm"]) for one in signing["signatures"]] == [("v1", "HMAC-SHA256")]
    assert signing["signed_prefix"] == f"{attempt['event_id']}.{headers_of(attempt)['webhook-timestamp']}."


def test_signatures_of_an_endpoint_that_was_changed_since_are_not_made_up(
    tenant, make_endpoint, publish, drain, last_attempt
):
    endpoint = make_endpoint(secret=SECRET)
    publish()
    drain()

    endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(0))

    attempt = last_attempt()
    signing = attempt["request"]["signing"]
    assert (signing["signatures"], attempt["request"]["endpoint_unchanged"]) == (None, False)
    assert "changed" in signing["unavailable_because"]
    assert headers_of(attempt)["webhook-signature"] is None


def test_a_change_of_other_things_after_a_rotation_leaves_the_signatures_known(
    tenant, make_endpoint, publish, drain, receiver, last_attempt
):
    endpoint = make_endpoint(secret=SECRET)
    endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(days=1))
    publish()
    drain()
    # As if all of it had been a minute later than the rotation, and the change another one later.
    db.execute("UPDATE attempt SET started_at = started_at + interval '1 minute'")
    endpoints.change(tenant.id, endpoint.id, EndpointFields(description="another"))
    db.execute("UPDATE endpoint SET updated_at = now() + interval '2 minutes'")

    attempt = last_attempt()

    assert attempt["request"]["endpoint_unchanged"] is False
    assert len(attempt["request"]["signing"]["signatures"]) == 2
    assert len(receiver.requests[0].headers["webhook-signature"].split()) == 2


def test_ed25519_signatures_come_with_the_key_that_verifies_them(make_endpoint, publish, drain, receiver, last_attempt):
    secret = "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwAAAAAAAAAAA="
    make_endpoint(secret=secret)
    publish()
    drain()

    (signature,) = last_attempt()["request"]["signing"]["signatures"]

    assert (signature["scheme"], signature["public_key"][:5]) == ("v1a", "whpk_")
    assert signature["value"] == receiver.requests[0].headers["webhook-signature"]


def test_what_never_left_the_hub_says_so(make_endpoint, publish, drain, receiver, last_attempt):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    make_endpoint(url=f"http://127.0.0.1:{port}/nobody", event_types=["a"])
    publish("a")
    drain()
    refused = last_attempt()
    receiver.answer("/hook", Answer(status=503, body=b"not now"))
    make_endpoint(event_types=["b"])
    publish("b")
    drain()
    answered = last_attempt()

    assert (refused["error"], refused["request"]["sent"]) == ("connect", False)
    assert (answered["status_code"], answered["response_excerpt"], answered["request"]["sent"]) == (
        503,
        "not now",
        True,
    )


def test_an_attempt_of_another_delivery_is_not_found(api, make_endpoint, publish, drain):
    make_endpoint()
    publish(count=2)
    drain()
    one, other = (each["id"] for each in api.get("/deliveries").data["data"])
    attempt = api.get(f"/deliveries/{one}/attempts").data["data"][0]["id"]

    assert api.get(f"/deliveries/{other}/attempts/{attempt}").status_code == 404
    assert api.get(f"/deliveries/{one}/attempts/{public_id('attempt', db.new_id())}").status_code == 404
