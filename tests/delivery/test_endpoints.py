"""Endpoints as a tenant sets them up: filters, limits, secrets, what is shown and what is not."""

import json
import time
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hub import db
from hub.delivery import endpoints, payload_filters
from hub.delivery.endpoints import EndpointFields
from hub.rules import signing
from hub.rules.errors import HubError
from tests.delivery.conftest import states


def refusal(call, *given, **named):
    """(code, field) of the refusal."""
    with pytest.raises(HubError) as refused:
        call(*given, **named)
    return refused.value.code, refused.value.field


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("$.data.total >", "invalid_filter"),
        ("DROP TABLE endpoint", "invalid_filter"),
        ('$.a like_regex "("', "invalid_filter"),
        ('$.a like_regex "(?=.*c)ab"', "costly_filter"),
        ("$.** == 1", "costly_filter"),
        ("$.a == $.b", "costly_filter"),
        ("$.a == 1 || " * 300 + "$.a == 1", "costly_filter"),
    ],
)
def test_a_filter_that_is_wrong_or_costly_is_refused_at_registration(make_endpoint, text, code):
    assert refusal(make_endpoint, filter=text) == (code, "filter")


def test_no_accepted_filter_holds_up_a_commit(tenant, make_endpoint, publish):
    """The worst that is accepted, on the largest body: a commit takes some multiple of one without filters, no more."""
    large = {"text": "ab" * 200_000, "rows": [{"n": n, "t": "ab" * 10} for n in range(10_000)]}

    def seconds():
        began = time.monotonic()
        publish(**large)
        return time.monotonic() - began

    make_endpoint("/all")
    publish()
    bare = min(seconds() for _ in range(3))
    for text in (
        '$.data.text like_regex "(a|b)*a(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)c"',
        '$.data.text like_regex "^(a*b*)*(ab|ba|a|b)*(a+b+)+c$"',
        'exists($.data.rows[*] ? (@.t like_regex "(ab)*b(ab)*aa" && @.n > 1))',
        " || ".join(f"$.data.rows[*].n == -{n}" for n in range(20)),
    ):
        make_endpoint("/costly", filter=text)

    filtered = min(seconds() for _ in range(3))

    print(f"bare {bare:.3f} s, with the four worst filters {filtered:.3f} s")
    assert filtered < 20 * bare


def test_a_filter_is_tried_on_a_stored_event_and_on_a_sample(tenant, publish):
    (event_id,) = publish(total=1500)

    assert payload_filters.try_on_event(tenant.id, "$.data.total > 1000", event_id).matches
    assert not payload_filters.try_on_event(tenant.id, "$.data.total > 2000", event_id).matches
    assert payload_filters.try_on('$.type == "x"', {"type": "x"}).canonical == '($."type" == "x")'
    assert db.row("SHOW statement_timeout") == ("0",)


def test_a_tenant_has_so_many_endpoints_and_no_more(tenant, make_endpoint, settings):
    first = make_endpoint()
    settings.HUB = settings.HUB.model_copy(update={"endpoints_per_tenant": 2})
    make_endpoint()

    assert refusal(make_endpoint) == ("too_many_endpoints", None)

    endpoints.delete(tenant.id, first.id)
    make_endpoint()


def test_older_secrets_sign_along_for_seven_days_at_most(tenant, make_endpoint):
    endpoint = make_endpoint()

    endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(days=7))
    wrong = refusal(endpoints.rotate, tenant.id, endpoint.id, overlap=timedelta(days=7, seconds=1))

    assert wrong == ("invalid_overlap", "overlap_s")
    assert len(endpoints.live_secrets(endpoints.get(tenant.id, endpoint.id))) == 2


@pytest.mark.parametrize(("size", "taken"), [(23, False), (24, True), (64, True), (65, False)])
def test_own_secrets_hold_24_to_64_bytes(make_endpoint, size, taken):
    text = signing.SYMMETRIC + signing.b64encode(b"s" * size).decode()
    if taken:
        make_endpoint(secret=text)
    else:
        assert refusal(make_endpoint, secret=text) == ("invalid_secret", "secret")


def test_a_receiver_verifies_ed25519_with_the_public_key_it_reads(tenant, make_endpoint, publish, drain, receiver):
    seed = Ed25519PrivateKey.generate().private_bytes_raw()
    private = signing.PRIVATE + signing.b64encode(seed).decode()
    endpoint = make_endpoint(secret=private)

    publish()
    drain()

    (key,) = endpoints.public_keys(endpoints.get(tenant.id, endpoint.id))
    public = Ed25519PublicKey.from_public_bytes(signing.a2b_base64(key["public_key"].removeprefix(signing.PUBLIC)))
    (request,) = receiver.received("/hook")
    version, _, signature = request.headers["webhook-signature"].partition(",")
    signed = f"{request.headers['webhook-id']}.{request.headers['webhook-timestamp']}.".encode() + request.body
    assert version == "v1a"
    public.verify(signing.a2b_base64(signature), signed)
    endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(0))
    assert endpoints.public_keys(endpoints.get(tenant.id, endpoint.id)) == []


def test_nothing_secret_is_stored_in_the_clear_or_survives_deletion(tenant, make_endpoint):
    auth = {"type": "basic", "username": "hub", "password": "clear-password"}
    endpoint = make_endpoint(auth=auth, headers={"X-Key": "clear-header"})

    stored = db.row("SELECT e::text FROM endpoint e WHERE id = %s", (endpoint.id,))
    endpoints.delete(tenant.id, endpoint.id)

    assert stored is not None
    for clear in ("clear-password", "clear-header"):
        assert clear.encode().hex() not in stored[0]
    assert db.row("SELECT auth, tls, headers FROM endpoint WHERE id = %s", (endpoint.id,)) == (None, None, None)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"auth": {"type": "basic", "username": "a:b", "password": "c"}}, ("invalid_auth", "auth.username")),
        ({"auth": {"type": "basic", "username": "a", "password": "c\n"}}, ("invalid_auth", "auth.password")),
        (
            {"auth": {"type": "basic", "username": "a", "password": "c"}, "headers": {"Authorization": "x"}},
            ("invalid_header", "headers.Authorization"),
        ),
        ({"client_certificate": "no PEM"}, ("invalid_certificate", "client_certificate")),
        ({"private_ca": "no PEM"}, ("invalid_certificate", "private_ca")),
    ],
)
def test_credentials_that_cannot_work_are_refused(make_endpoint, changes, wrong):
    assert refusal(make_endpoint, **changes) == wrong


def test_a_token_is_not_fetched_from_a_forbidden_address(make_endpoint, tenant, settings):
    make_endpoint()
    oauth = {"token_url": "https://169.254.169.254/", "client_id": "a", "client_secret": "b", "scope": ""}
    wanted = {"type": "oauth2", "client_auth": "basic"} | oauth

    assert refusal(make_endpoint, auth=wanted) == ("forbidden_target", "auth.token_url")


def test_every_custom_header_is_sent_and_a_change_takes_effect_with_the_next_fetch(
    tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint(headers={"X-Key": "one"}, auth={"type": "basic", "username": "u", "password": "é"})
    publish()
    drain()
    endpoints.change(tenant.id, endpoint.id, EndpointFields(headers={"X-Key": "two"}, clear=frozenset({"auth"})))
    publish()
    drain()

    first, second = receiver.received("/hook")
    assert (first.headers["x-key"], first.headers["authorization"]) == ("one", "Basic dTrDqQ==")
    assert (second.headers["x-key"], second.headers.get("authorization")) == ("two", None)
    assert states(endpoint) == {"delivered": 2}
    assert json.loads(first.body)["type"] == "order.created"
