"""The wire over TLS: who is trusted, which name is asked for, and that connections are kept."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from ipaddress import ip_network

import pytest

from hub.wire import Request, Response, Wire
from tests.certificates import Authority
from tests.receiver import Receiver

pytestmark = pytest.mark.pure


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def make_wire(authority) -> Iterator[Callable[..., Wire]]:
    made = []

    def make(**changes) -> Wire:
        facts = {
            "allow": [ip_network("127.0.0.0/8")],
            "allow_http": False,
            "ca_file": str(authority.ca_file),
            "resolve": lambda host, port, **options: [(None, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))],
        }
        made.append(Wire(**(facts | changes)))
        return made[-1]

    yield make
    for wire in made:
        wire.close()


def send(wire: Wire, url: str, *, timeout_s: float = 10) -> Response:
    wire.start([Request(1, url, [], b"{}", connect_timeout_s=timeout_s, timeout_s=timeout_s)])
    end = time.monotonic() + 20
    while not (done := wire.collect(1)):
        assert time.monotonic() < end, "no response"
    return done[0]


def test_a_trusted_certificate_for_the_name_is_accepted_and_the_connection_kept(authority, make_wire):
    with Receiver(tls=authority.server("hooks.example")) as receiver:
        wire = make_wire()

        responses = [send(wire, receiver.url(host="hooks.example")) for _ in range(10)]

        assert [(response.status, response.error) for response in responses] == [(200, None)] * 10
        assert receiver.connections == 1
        assert receiver.requests[0].headers["host"] == f"hooks.example:{receiver.port}"


def test_the_server_is_asked_for_the_name_and_not_for_the_address(authority, make_wire):
    asked = []
    context = authority.server("hooks.example")
    context.sni_callback = lambda connection, name, context: asked.append(name)

    with Receiver(tls=context) as receiver:
        send(make_wire(), receiver.url(host="hooks.example"))

    assert asked == ["hooks.example"]


def test_a_certificate_for_an_address_serves_its_url(authority, make_wire):
    with Receiver(tls=authority.server("127.0.0.1")) as receiver:
        assert send(make_wire(), receiver.url()).status == 200


@pytest.mark.parametrize(
    "certificate",
    [{"names": ["other.example"]}, {"names": ["127.0.0.1"]}, {"expired": True}, {"self_signed": True}],
    ids=["wrong-host", "only-the-address", "expired", "self-signed"],
)
def test_a_certificate_that_proves_nothing_is_refused_before_a_byte_is_sent(authority, make_wire, certificate):
    names = certificate.pop("names", ["hooks.example"])
    with Receiver(tls=authority.server(*names, **certificate)) as receiver:
        response = send(make_wire(), receiver.url(host="hooks.example"))

        assert (response.status, response.error) == (None, "tls")
        assert receiver.requests == []


def test_an_unknown_authority_is_not_trusted(authority, make_wire):
    with Receiver(tls=authority.server("hooks.example")) as receiver:
        response = send(make_wire(ca_file=None), receiver.url(host="hooks.example"))

        assert (response.status, response.error) == (None, "tls")
        assert receiver.requests == []


def test_old_protocol_versions_are_refused(authority, make_wire):
    context = authority.server("hooks.example")
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with Receiver(tls=context) as receiver:
        assert send(make_wire(), receiver.url(host="hooks.example")).error == "tls"


def test_a_receiver_that_speaks_no_tls_is_a_tls_error(make_wire):
    def answer_in_plain_text():
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer_in_plain_text)
        thread.start()

        response = send(make_wire(), f"https://hooks.example:{listener.getsockname()[1]}/")

        thread.join()
    assert (response.status, response.error) == (None, "tls")


def test_a_handshake_that_never_ends_is_given_up(make_wire):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(5)

        response = send(make_wire(), f"https://hooks.example:{listener.getsockname()[1]}/", timeout_s=0.3)

    assert (response.status, response.error) == (None, "connect_timeout")
    assert response.duration_ms < 2000


def test_a_connection_to_one_name_is_not_used_for_another_name_at_the_same_address(authority, make_wire):
    with Receiver(tls=authority.server("a.example", "b.example")) as receiver:
        wire = make_wire()

        send(wire, receiver.url(host="a.example"))
        send(wire, receiver.url(host="b.example"))

        assert receiver.connections == 2
