"""How the hub proves itself to receivers: tokens of their authorization server, client certificates, private authorities."""

import base64
import json
import socket
import ssl
import time
from urllib.parse import parse_qs

import pytest

from hub import db
from hub.delivery import endpoints, tokens
from hub.delivery.endpoints import EndpointFields
from hub.delivery.send import Sending
from hub.drain import Drain
from hub.rules.errors import HubError
from hub.wire import Wire
from tests.certificates import Authority
from tests.delivery.conftest import LOOPBACK, make_due, states
from tests.receiver import Answer, Receiver, hang


def oauth(receiver, **changes):
    return {
        "type": "oauth2",
        "token_url": receiver.url("/token"),
        "client_id": "hub:1",
        "client_secret": "s cret",
        "scope": "hooks",
        "client_auth": "basic",
    } | changes


def token(text="t1", **facts):
    body = {"access_token": text, "token_type": "Bearer", "expires_in": 3600} | facts
    return Answer(body=json.dumps(body).encode())


def sent_with(receiver):
    return [request.headers.get("authorization") for request in receiver.received("/hook")]


def attempts(endpoint):
    """(status code, error) of every attempt."""
    return db.rows("SELECT status_code, error FROM attempt WHERE endpoint_id = %s ORDER BY id", (endpoint.id,))


def wait_is_over(endpoint, sending):
    """Let the time pass after which a token is asked for again."""
    make_due(endpoint)
    sending.tokens.known[endpoint.id].renew_at = 0.0


def test_a_token_is_fetched_once_and_serves_until_it_ends(make_endpoint, publish, drain, receiver):
    receiver.answer("/token", token())
    endpoint = make_endpoint(auth=oauth(receiver))
    for _ in range(3):
        publish(count=20)
        drain()

    (asked,) = receiver.received("/token")
    assert asked.headers["authorization"] == "Basic " + base64.b64encode(b"hub%3A1:s+cret").decode()
    assert parse_qs(asked.body.decode()) == {"grant_type": ["client_credentials"], "scope": ["hooks"]}
    assert set(sent_with(receiver)) == {"Bearer t1"}
    assert states(endpoint) == {"delivered": 60}
    assert db.row("SELECT max(tried) FROM delivery") == (1,)


def test_a_client_may_prove_itself_in_the_body(make_endpoint, publish, drain, receiver):
    receiver.answer("/token", token())
    make_endpoint(auth=oauth(receiver, client_auth="body"))
    publish()
    drain()

    (asked,) = receiver.received("/token")
    form = parse_qs(asked.body.decode())
    assert (form["client_id"], form["client_secret"]) == (["hub:1"], ["s cret"])
    assert "authorization" not in asked.headers


def test_a_token_is_renewed_before_it_ends_while_the_old_one_serves(make_endpoint, publish, drain, receiver, sending):
    receiver.answer("/token", token("old"), token("new"))
    endpoint = make_endpoint(auth=oauth(receiver))
    publish()
    drain()
    held = sending.tokens.known[endpoint.id]
    assert held.expires_at - held.renew_at == tokens.RENEW_MOST_S
    held.renew_at = 0.0

    publish(count=1)
    drain()
    while sending.tokens.known[endpoint.id].fetching:
        sending.collect(0.1)
    publish(count=1)
    drain()

    assert sent_with(receiver) == ["Bearer old", "Bearer old", "Bearer new"]
    assert len(receiver.received("/token")) == 2


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(status=401, body=b'{"error": "invalid_client"}'), "token_refused"),
        (Answer(status=503), "token_refused"),
        (Answer(body=b"<html>"), "token_invalid"),
        (Answer(body=b'"t1"'), "token_invalid"),
        (token("two\r\nlines"), "token_invalid"),
        (token(token_type="mac"), "token_invalid"),
        (token(expires_in="soon"), "token_invalid"),
        (Answer(status=302, headers={"Location": "/elsewhere"}), "token_refused"),
        (Answer(close=True, play=hang), "token_unreachable"),
    ],
    ids=["401", "503", "html", "text", "two-lines", "mac", "no-number", "redirect", "hangs"],
)
def test_a_fetch_that_fails_has_a_name_and_costs_one_attempt_of_one_delivery(
    answer, error, make_endpoint, publish, drain, receiver, sending, monkeypatch
):
    monkeypatch.setattr(tokens, "TIMEOUT_S", 0.5)
    receiver.answer("/token", answer)
    endpoint = make_endpoint(auth=oauth(receiver))
    publish(count=20)
    drain(budget_s=2)

    assert attempts(endpoint) == [(None, error)]
    assert receiver.received("/hook") == []
    assert len(receiver.received("/token")) == 1
    found = db.row("SELECT blocked_until - now() > interval '3 s' FROM lane WHERE id = %s", (endpoint.id,))
    assert found == (True,)

    receiver.answer("/token", token())
    wait_is_over(endpoint, sending)
    drain()
    assert states(endpoint) == {"delivered": 20}


def test_a_token_that_the_receiver_refuses_is_fetched_anew_but_not_all_the_time(
    make_endpoint, publish, drain, receiver, sending
):
    receiver.answer("/token", token("revoked"), token("good"))
    receiver.answer("/hook", Answer(status=401), Answer())
    endpoint = make_endpoint(auth=oauth(receiver), retry_schedule_s=[0.0] * 9)
    publish()
    drain()
    make_due(endpoint)
    drain()
    assert sent_with(receiver) == ["Bearer revoked", "Bearer good"]
    assert states(endpoint) == {"delivered": 1}

    receiver.answer("/token", token("again"))
    receiver.answer("/hook", Answer(status=401))
    publish(count=3)  # so few that the breaker does not come first
    for _ in range(5):
        drain(budget_s=0.5)
    # Its first refusal is answered by one fetch at once, the next only after a wait.
    assert len(receiver.received("/token")) == 3


def test_many_refusals_of_one_token_fetch_one_new_one(make_endpoint, publish, drain, receiver):
    """Four are under way with it when the first refusal comes; what comes late speaks of the old token, too."""
    receiver.answer("/token", token("revoked"), token("good"))
    receiver.answer("/hook", *[Answer(status=401, delay_s=0.02 * n) for n in range(4)], Answer())
    endpoint = make_endpoint(auth=oauth(receiver), retry_schedule_s=[0.0])
    publish(count=4)

    drain()
    drain()

    assert sent_with(receiver) == ["Bearer revoked"] * 4 + ["Bearer good"] * 4
    assert len(receiver.received("/token")) == 2
    assert states(endpoint) == {"delivered": 4}
    assert attempts(endpoint) == [(401, None)] * 4 + [(200, None)] * 4


def test_a_late_refusal_of_an_old_token_leaves_the_new_one_alone(make_endpoint, publish, drain, receiver, sending):
    receiver.answer("/token", token("old"), token("new"), token("one too many"))
    receiver.answer("/hook", Answer())
    endpoint = make_endpoint(auth=oauth(receiver), retry_schedule_s=[0.0])
    publish()
    drain()
    sent_at = sending.tokens.known[endpoint.id].since
    sending.tokens.known[endpoint.id].renew_at = 0.0
    publish()
    drain()
    while sending.tokens.known[endpoint.id].fetching:
        sending.collect(0.1)

    sending.tokens.refused(endpoint.id, sent_at, time.time())
    publish()
    drain()

    assert sent_with(receiver)[-1] == "Bearer new"
    assert len(receiver.received("/token")) == 2


def test_changed_credentials_are_used_and_no_attempt_is_lost(tenant, make_endpoint, publish, drain, receiver):
    receiver.answer("/token", token("first"), token("second"))
    endpoint = make_endpoint()
    publish()
    drain()
    endpoints.change(tenant.id, endpoint.id, EndpointFields(auth=oauth(receiver)))
    publish(count=3)
    drain()
    endpoints.change(tenant.id, endpoint.id, EndpointFields(auth=oauth(receiver, client_id="other")))
    publish()
    drain()

    assert sent_with(receiver) == [None, *["Bearer first"] * 3, "Bearer second"]
    assert states(endpoint) == {"delivered": 5}
    assert db.row("SELECT max(tried) FROM delivery") == (1,)


def test_a_token_server_that_hangs_holds_up_nobody_else(make_endpoint, publish, drain, receiver):
    receiver.answer("/token", Answer(play=hang))
    make_endpoint("/waits", auth=oauth(receiver))
    quick = make_endpoint("/quick")
    publish(count=100)
    drain(budget_s=0.5)

    assert states(quick) == {"delivered": 100}
    assert receiver.received("/waits") == []
    assert len(receiver.received("/token")) == 1


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    """Known to nobody but who is given its file."""
    return Authority(tmp_path_factory.mktemp("private"))


@pytest.fixture
def careful(authority):
    """A receiver that wants a certificate of the authority from its clients."""
    context = authority.server("hooks.example")
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(authority.ca_file)
    # With TLS 1.3 a client hears of its refusal only after the handshake, at its first read.
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with Receiver(tls=context) as running:
        yield running


@pytest.fixture
def sending():
    """Every name leads to this machine."""

    def resolve(host, port, **options):
        return [(None, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    wire = Wire(allow=[LOOPBACK], allow_http=True, resolve=resolve)
    yield Sending(wire, room=100)
    wire.close()


def test_a_receiver_with_a_private_ca_gets_the_clients_certificate(make_endpoint, careful, publish, drain, authority):
    ca = authority.ca_file.read_text()
    known = make_endpoint(
        url=careful.url("/known", host="hooks.example"), private_ca=ca, client_certificate=authority.client("hub")
    )
    stranger = make_endpoint(url=careful.url("/stranger", host="hooks.example"), private_ca=ca)
    distrustful = make_endpoint(
        url=careful.url("/distrustful", host="hooks.example"), client_certificate=authority.client("hub")
    )
    publish(count=5)
    drain()
    first = careful.connections
    publish(count=5)
    drain()

    assert states(known) == {"delivered": 10}
    # Neither rides on the connection that the other's certificate opened.
    assert {error for _, error in attempts(stranger)} <= {"tls", "early_close"}
    assert {error for _, error in attempts(distrustful)} == {"tls"}
    assert {request.path for request in careful.requests} == {"/known"}
    assert len({request.connection for request in careful.requests}) <= first


def test_what_is_shown_of_certificates_holds_no_key(make_endpoint, authority):
    endpoint = make_endpoint(client_certificate=authority.client("hub"), private_ca=authority.ca_file.read_text())

    shown = endpoints.shown_tls(endpoint)

    assert shown["client_certificate"]["subject"] == "CN=hub"
    assert set(shown["private_ca"]) == {"subject", "expires_at", "sha256"}


def test_a_certificate_that_has_expired_or_is_another_keys_is_refused(make_endpoint, authority):
    one, other = authority.client("hub"), authority.client("hub")
    key, _, _ = one.partition("-----BEGIN CERTIFICATE")
    _, _, certificate = other.partition("-----END PRIVATE KEY-----\n")

    for wrong in (authority.client("hub", expired=True), key + certificate, certificate):
        with pytest.raises(HubError) as refused:
            make_endpoint(client_certificate=wrong)
        assert refused.value.code == "invalid_certificate"


def test_connections_are_kept_between_requests_with_a_certificate(make_endpoint, careful, publish, sending, authority):
    make_endpoint(
        url=careful.url("/known", host="hooks.example"),
        private_ca=authority.ca_file.read_text(),
        client_certificate=authority.client("hub"),
        max_in_flight=1,
    )
    for _ in range(3):
        publish(count=3)
        Drain(sending, owner="test", budget_s=20, lease_s=30).run()

    assert len(careful.requests) == 9
    assert careful.connections == 1
