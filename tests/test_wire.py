"""The wire against real sockets: what goes out, what comes back, and where it never goes."""

import gzip
import os
import resource
import socket
import threading
import time
from collections.abc import Callable, Iterator
from ipaddress import ip_network

import pycurl
import pytest

from hub.wire import ERRORS, NOT_SENT, Request, Response, Wire
from hub.wire.names import QUICK_LOOKUPS, SLOW_LOOKUPS, Names
from tests import receiver as plays
from tests.receiver import Answer, FastReceiver, Receiver

pytestmark = pytest.mark.pure

LOOPBACK = [ip_network("127.0.0.0/8"), ip_network("::1/128")]
HEADERS = ["Content-Type: application/json", "webhook-id: evt_1"]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as running:
        yield running


@pytest.fixture
def make_wire() -> Iterator[Callable[..., Wire]]:
    made = []

    def make(**changes) -> Wire:
        wire = Wire(**({"allow": LOOPBACK, "allow_http": True} | changes))
        made.append(wire)
        return wire

    yield make
    for wire in made:
        wire.close()


def request(url: str, **changes) -> Request:
    facts = {"key": 1, "headers": HEADERS, "body": b'{"a":1}', "connect_timeout_s": 5, "timeout_s": 10}
    return Request(url=url, **(facts | changes))


def collect(wire: Wire, count: int = 1, *, deadline_s: float = 20) -> list[Response]:
    end = time.monotonic() + deadline_s
    done: list[Response] = []
    while len(done) < count:
        assert time.monotonic() < end, f"{len(done)} of {count} responses"
        done += wire.collect(1)
    assert wire.in_flight == 0
    return done


def send(wire: Wire, url: str, **changes) -> Response:
    wire.start([request(url, **changes)])
    return collect(wire)[0]


def resolver(*answers: list[str]) -> Callable:
    """A getaddrinfo that gives these answers, one after the other; the last one stays. `asked` lists the hosts."""
    left = list(answers)

    def resolve(host, port, **options):
        resolve.asked.append(host)
        addresses = left.pop(0) if len(left) > 1 else left[0]
        return [(None, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]

    resolve.asked = []
    return resolve


# --- what goes out and comes back


def test_the_receiver_gets_the_exact_bytes_and_headers_and_the_sender_its_answer(receiver, make_wire):
    receiver.answer("/in?x=1", Answer(201, {"X-Request-Id": "r1", "Set-Cookie": "a=b"}, b'{"ok":true}'))

    response = send(make_wire(), receiver.url("/in?x=1"), key="k", body=b'{"a":"\xc3\xbc"}')

    got = receiver.requests[0]
    assert (got.method, got.path, got.body) == ("POST", "/in?x=1", b'{"a":"\xc3\xbc"}')
    assert got.headers == {
        "host": f"127.0.0.1:{receiver.port}",
        "accept": "*/*",
        "content-type": "application/json",
        "webhook-id": "evt_1",
        "content-length": "10",
    }
    assert (response.key, response.status, response.error, response.excerpt) == ("k", 201, None, b'{"ok":true}')
    assert response.headers == {"content-length": "11", "x-request-id": "r1", "set-cookie": "a=b"}
    assert 0 < response.duration_ms < 5000


@pytest.mark.parametrize("body", [b"", b"\0\xff" * 500_000])
def test_empty_large_and_binary_bodies_arrive_whole(receiver, make_wire, body):
    assert send(make_wire(), receiver.url(), body=body).status == 200

    assert receiver.requests[0].body == body
    assert "expect" not in receiver.requests[0].headers


@pytest.mark.parametrize("status", [204, 301, 302, 307, 308, 400, 410, 429, 500, 503])
def test_any_final_status_is_an_answer_and_no_redirect_is_followed(receiver, make_wire, status):
    answer = Answer(status, {"Location": receiver.url("/elsewhere"), "Retry-After": "7"}, b"")
    receiver.answer("/in", answer)

    response = send(make_wire(), receiver.url("/in"))

    assert (response.status, response.error, response.headers["retry-after"]) == (status, None, "7")
    assert [got.path for got in receiver.requests] == ["/in"]


def test_no_cookie_comes_back(receiver, make_wire):
    wire = make_wire()
    receiver.answer("/", Answer(headers={"Set-Cookie": "session=1; Path=/"}))

    send(wire, receiver.url())
    send(wire, receiver.url())

    assert [got.headers.get("cookie") for got in receiver.requests] == [None, None]


def test_proxies_and_netrc_of_the_environment_are_ignored(receiver, make_wire, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login u password p\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert send(make_wire(), receiver.url()).status == 200
    assert "authorization" not in receiver.requests[0].headers


def test_a_compressed_answer_stays_compressed(receiver, make_wire):
    bomb = gzip.compress(bytes(10_000_000))
    receiver.answer("/", Answer(headers={"Content-Encoding": "gzip"}, body=bomb))

    response = send(make_wire(), receiver.url())

    assert (response.status, response.error, response.excerpt) == (200, None, bomb[: 16 * 1024])
    assert "accept-encoding" not in receiver.requests[0].headers


def test_repeated_headers_are_joined_and_many_are_cut(receiver, make_wire):
    receiver.answer("/", Answer(headers={"Via": "1.1 a\r\nVia: 1.1 b"} | {f"X-{n}": "v" for n in range(100)}))

    headers = send(make_wire(), receiver.url()).headers

    assert headers["via"] == "1.1 a, 1.1 b"
    assert len(headers) == 64


def test_large_headers_are_kept_up_to_8_kib(receiver, make_wire):
    receiver.answer("/", Answer(headers={f"X-{n}": "v" * 1000 for n in range(20)}))

    response = send(make_wire(), receiver.url())

    assert response.error is None
    assert 7000 < sum(map(len, response.headers.values())) < 8 * 1024


def test_many_finished_transfers_come_at_once_each_exactly_once(receiver, make_wire):
    wire = make_wire()

    wire.start([request(receiver.url(f"/{n}"), key=n) for n in range(100)])
    responses = collect(wire, 100)

    assert sorted(response.key for response in responses) == list(range(100))
    assert sorted(got.path for got in receiver.requests) == sorted(f"/{n}" for n in range(100))


def test_collect_returns_with_what_is_done_and_does_not_wait_for_the_slow(receiver, make_wire):
    receiver.answer("/slow", Answer(delay_s=1))
    wire = make_wire()

    wire.start([request(receiver.url("/slow"), key="slow"), request(receiver.url("/fast"), key="fast")])
    first = wire.collect(5)

    assert [response.key for response in first] == ["fast"]
    assert wire.in_flight == 1
    assert collect(wire)[0].key == "slow"


def test_collect_returns_at_its_timeout_and_on_wake(make_wire):
    wire = make_wire()
    started = time.monotonic()
    assert wire.collect(0.05) == []
    assert 0.04 < time.monotonic() - started < 2

    waker = threading.Timer(0.05, wire.wake)
    waker.start()
    started = time.monotonic()

    assert wire.collect(20) == []
    assert time.monotonic() - started < 5
    waker.join()


# --- connections


def test_connections_are_used_again(receiver, make_wire):
    wire = make_wire()

    for _ in range(20):
        assert send(wire, receiver.url()).status == 200

    assert receiver.connections == 1


def test_a_batch_in_flight_uses_as_many_connections_as_it_has_requests_and_keeps_them(receiver, make_wire):
    wire = make_wire()
    for _ in range(3):
        wire.start([request(receiver.url(), key=n) for n in range(10)])
        collect(wire, 10)

    assert receiver.connections <= 10


def test_no_more_connections_than_allowed_are_open_and_everything_is_sent(receiver, make_wire):
    receiver.answer("/", Answer(delay_s=0.02))
    wire = make_wire(max_connections=3)

    wire.start([request(receiver.url(), key=n) for n in range(20)])
    responses = collect(wire, 20)

    assert {response.status for response in responses} == {200}
    assert receiver.connections <= 3


def test_a_receiver_that_hangs_up_between_requests_does_no_harm(receiver, make_wire):
    receiver.answer("/", Answer(close=True))
    wire = make_wire()

    assert [send(wire, receiver.url()).status for _ in range(30)] == [200] * 30


def test_a_kept_connection_that_dies_under_a_request_is_replaced_within_the_attempt(receiver, make_wire):
    """The request may have arrived twice then; its webhook-id is the same, as for any repeat."""
    receiver.answer("/", Answer(), Answer(play=plays.close_early), Answer(201))
    wire = make_wire()

    responses = [send(wire, receiver.url()), send(wire, receiver.url())]

    assert [response.status for response in responses] == [200, 201]
    assert len(receiver.requests) == 3


def test_a_long_body_costs_the_connection_and_a_shorter_one_does_not(receiver, make_wire):
    wire = make_wire()
    receiver.answer("/40k", Answer(body=b"x" * 40_000))
    receiver.answer("/1m", Answer(body=b"x" * 1_000_000))

    first, second = send(wire, receiver.url("/40k")), send(wire, receiver.url("/40k"))
    assert (first.error, len(first.excerpt), second.error, receiver.connections) == (None, 16 * 1024, None, 1)

    third = send(wire, receiver.url("/1m"))
    assert (third.status, third.error, len(third.excerpt)) == (200, None, 16 * 1024)
    assert send(wire, receiver.url("/")).status == 200
    assert receiver.connections == 2


def test_no_state_of_one_request_shows_up_in_the_next(receiver, make_wire):
    wire = make_wire()
    receiver.answer("/a", Answer(500, {"X-A": "1"}, b"long body of a"))
    receiver.answer("/b", Answer(204, {}, b""))

    send(wire, receiver.url("/a"), headers=["X-Secret: of-a"], body=b"body of a")
    response = send(wire, receiver.url("/b"), headers=[], body=b"b")

    assert (response.status, response.excerpt, "x-a" in response.headers) == (204, b"", False)
    got = receiver.received("/b")[0]
    assert (got.body, "x-secret" in got.headers) == (b"b", False)


def test_descriptors_beyond_1024_work_like_any_other(receiver, make_wire):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    taken = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]

    wire = make_wire()
    wire.start([request(receiver.url(), key=n) for n in range(20)])
    responses = collect(wire, 20)

    for fd in taken:
        os.close(fd)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert {response.status for response in responses} == {200}


def test_running_out_of_descriptors_is_a_connect_error_and_passes(make_wire):
    wire = make_wire()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with FastReceiver() as elsewhere:  # a receiver in this process would run out as well
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
        first = send(wire, elsewhere.url())
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        second = send(wire, elsewhere.url())

    assert (first.status, first.error, second.status) == (None, "connect", 200)


def test_close_leaves_no_descriptor_behind(receiver):
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        wire = Wire(allow=LOOPBACK, allow_http=True)
        wire.start([request(receiver.url("/hang"), key=n) for n in range(5)])
        wire.collect(1)
        wire.close()

    # The receiver's ends of these connections live in this process too, until it sees them closed.
    end = time.monotonic() + 10
    while len(os.listdir("/proc/self/fd")) > before and time.monotonic() < end:
        threading.Event().wait(0.01)
    assert len(os.listdir("/proc/self/fd")) <= before


def test_a_lookup_that_ends_after_close_does_no_harm(make_wire):
    release, ended = threading.Event(), threading.Event()

    def resolve(host, port, **options):
        release.wait(20)
        threading.current_thread().name = "ended"
        ended.set()
        return []

    wire = Wire(allow=LOOPBACK, allow_http=True, resolve=resolve)
    wire.start([request("http://slow.example/")])
    wire.close()
    release.set()

    assert ended.wait(10)
    for thread in threading.enumerate():
        if thread.name == "ended":
            thread.join(10)  # an exception in it would fail this test


# --- receivers that misbehave


@pytest.mark.parametrize(
    ("play", "status", "error"),
    [
        (plays.close_early, None, "early_close"),
        (plays.reset, None, "early_close"),
        (plays.cut_body, 200, "early_close"),
        (plays.garbage, None, "protocol"),
        (plays.endless_headers, 200, "headers_too_large"),
        (plays.interim_flood, None, "headers_too_large"),
        (plays.endless_body, 200, None),
    ],
)
def test_each_kind_of_failure_has_its_name(receiver, make_wire, play, status, error):
    receiver.answer("/", Answer(play=play))

    response = send(make_wire(), receiver.url())

    assert (response.status, response.error) == (status, error)
    assert error is None or error in ERRORS
    assert len(response.excerpt) <= 16 * 1024
    assert len(response.error_detail) <= 200


def test_connections_that_end_while_something_arrives_on_them_disturb_no_other(receiver, make_wire):
    """Libcurl closes what has timed out while the same round of epoll still has events of it."""
    receiver.answer("/drips", Answer(play=plays.drip_body))
    wire = make_wire()
    for _ in range(3):
        wire.start(request(receiver.url("/drips"), key=n, timeout_s=0.3 + n % 7 / 50) for n in range(100))
        wire.start(request(receiver.url("/good"), key="good") for _ in range(100))

        done = collect(wire, 200)
        assert [one.error for one in done if one.key == "good"] == [None] * 100
        assert None not in [one.error for one in done if one.key != "good"]


@pytest.mark.parametrize("play", [plays.hang, plays.drip_body, plays.drip_headers])
def test_no_slot_is_held_beyond_the_timeout_however_the_receiver_drips(receiver, make_wire, play):
    receiver.answer("/", Answer(play=play))
    started = time.monotonic()

    response = send(make_wire(), receiver.url(), timeout_s=0.3)

    assert response.error == "timeout"
    assert 250 < response.duration_ms < 2000
    assert time.monotonic() - started < 2


def test_interim_answers_before_the_final_one_are_skipped(receiver, make_wire):
    async def early_hints(writer):
        writer.write(
            b"HTTP/1.1 103 Early Hints\r\nX-Hint: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-Final: 1\r\nContent-Length: 0\r\n\r\n"
        )
        await writer.drain()

    receiver.answer("/", Answer(play=early_hints))

    response = send(make_wire(), receiver.url())

    assert (response.status, response.headers) == (200, {"x-final": "1", "content-length": "0"})


def test_a_closed_port_is_a_connect_error(make_wire):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    response = send(make_wire(), f"http://127.0.0.1:{port}/")

    assert (response.status, response.error) == (None, "connect")


def test_a_receiver_that_does_not_accept_is_given_up_at_the_connect_timeout(make_wire):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        crowd = [socket.socket() for _ in range(4)]
        for waiting in crowd:  # fills the accept queue: further handshakes get no answer
            waiting.setblocking(False)
            waiting.connect_ex(address)

        response = send(make_wire(), f"http://127.0.0.1:{address[1]}/", connect_timeout_s=0.3)

        for waiting in crowd:
            waiting.close()
    assert (response.status, response.error) == (None, "connect_timeout")
    assert response.duration_ms < 2000


@pytest.mark.parametrize("header", ["X-A: b\r\nX-Evil: 1", "X-A: b\nX-Evil: 1", "X-A: \0", "X-A: ü"])
def test_a_header_that_would_break_out_of_its_line_is_never_sent(receiver, make_wire, header):
    assert send(make_wire(), receiver.url(), headers=[header]).error == "invalid_header"
    assert receiver.requests == []


def test_what_may_not_leave_any_more_does_not(receiver, make_wire):
    wire = make_wire()
    for may_send in (None, lambda: False, lambda: True):
        wire.start([request(receiver.url(), key=may_send, may_send=may_send)])
        (response,) = collect(wire)
        assert response.error == (NOT_SENT if may_send and not may_send() else None)

    assert len(receiver.requests) == 2


# --- addresses


@pytest.mark.parametrize(
    "url",
    ["ftp://127.0.0.1/", "http://u:p@127.0.0.1/", "http://127.0.0.1/#x", "nonsense", "http://[fe80::1%25lo]/"],
)
def test_an_unusable_url_is_refused_before_anything_is_looked_up(make_wire, url):
    resolve = resolver(["127.0.0.1"])

    assert send(make_wire(resolve=resolve), url).error == "invalid_url"
    assert resolve.asked == []


def test_plain_http_is_refused_unless_it_is_allowed(receiver, make_wire):
    assert send(make_wire(allow_http=False), receiver.url()).error == "invalid_url"
    assert receiver.connections == 0


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_out_of_reach_in_every_spelling(receiver, make_wire, host):
    response = send(make_wire(allow=[]), receiver.url(host=host))

    assert response.error == "forbidden_address"
    assert receiver.connections == 0


def test_a_name_is_looked_up_once_and_the_request_names_it(receiver, make_wire):
    resolve = resolver(["127.0.0.1"])
    wire = make_wire(resolve=resolve)

    wire.start([request(receiver.url(host="hooks.example"), key=n) for n in range(10)])
    collect(wire, 10)
    send(wire, receiver.url(host="HOOKS.example."))

    assert resolve.asked == ["hooks.example"]
    assert {got.headers["host"] for got in receiver.requests} == {f"hooks.example:{receiver.port}"}


@pytest.mark.parametrize("answer", [["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["169.254.169.254"], ["::ffff:127.0.0.1"]])
def test_one_forbidden_address_of_a_name_refuses_it_whole(receiver, make_wire, answer):
    response = send(make_wire(resolve=resolver(answer)), receiver.url(host="mixed.example"))

    assert response.error == "forbidden_address"
    assert receiver.connections == 0


def test_a_name_that_answers_differently_the_second_time_gets_no_connection(make_wire, receiver, monkeypatch):
    monkeypatch.setattr("hub.wire.names.POSITIVE_TTL_S", 0.0)
    resolve = resolver(["127.0.0.1"], ["127.0.0.2"])
    wire = make_wire(allow=[ip_network("127.0.0.1/32")], resolve=resolve)

    first = send(wire, receiver.url(host="rebind.example"))
    second = send(wire, receiver.url(host="rebind.example"))

    assert (first.status, second.status, second.error) == (200, None, "forbidden_address")
    assert len(receiver.requests) == 1


def test_the_connection_goes_to_the_checked_address_whatever_the_name_means_elsewhere(receiver, make_wire):
    """`localhost` is known to every resolver and, as a special case, to libcurl: the answer that was checked wins."""
    with Receiver(host="127.0.0.7") as other:
        wire = make_wire(resolve=resolver(["127.0.0.7"]))

        response = send(wire, f"http://localhost:{other.port}/")

        assert (response.status, len(other.requests)) == (200, 1)


def test_a_socket_for_any_other_address_than_the_checked_one_is_vetoed(receiver, make_wire):
    """The second lock, tried alone: a handle told to connect elsewhere than its errand says."""
    wire = make_wire()
    send(wire, receiver.url())
    wire.start([request(receiver.url(), headers=["Connection: close"])])
    (transfer,) = wire._active
    wire._multi.remove_handle(transfer.handle)
    transfer.handle.setopt(pycurl.CONNECT_TO, ["::127.0.0.9:"])
    wire._multi.add_handle(transfer.handle)

    assert collect(wire)[0].error == "forbidden_address"
    assert len(receiver.requests) == 1


def test_the_next_address_is_tried_when_the_first_one_does_not_answer_and_is_preferred_then(make_wire):
    with Receiver(host="127.0.0.3") as receiver:
        wire = make_wire(resolve=resolver(["::1", "127.0.0.2", "127.0.0.3"]))
        url = f"http://multi.example:{receiver.port}/"

        assert [send(wire, url).status for _ in range(3)] == [200, 200, 200]
        assert len(receiver.requests) == 3


def test_an_ipv6_receiver_is_reached(make_wire):
    with Receiver(host="::1") as receiver:
        wire = make_wire(resolve=resolver(["::1"]))

        assert send(wire, receiver.url()).status == 200
        assert send(wire, receiver.url(host="six.example")).status == 200
        assert [got.headers["host"] for got in receiver.requests] == [
            f"[::1]:{receiver.port}",
            f"six.example:{receiver.port}",
        ]


@pytest.mark.parametrize("problem", [socket.gaierror(-2, "Name or service not known"), UnicodeError("label too long")])
def test_a_name_that_does_not_resolve_is_a_dns_error(make_wire, problem):
    def resolve(host, port, **options):
        raise problem

    response = send(make_wire(resolve=resolve), "http://nowhere.example/")

    assert (response.status, response.error) == (None, "dns")


def test_a_name_without_addresses_is_a_dns_error(make_wire):
    assert send(make_wire(resolve=resolver([])), "http://empty.example/").error == "dns"


def test_a_slow_lookup_blocks_nobody_else_and_ends_at_the_connect_timeout(receiver, make_wire):
    release = threading.Event()

    def resolve(host, port, **options):
        if host == "slow.example":
            release.wait(20)
        return [(None, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    wire = make_wire(resolve=resolve)
    wire.start(
        [
            request(receiver.url(host="slow.example"), key="slow", connect_timeout_s=0.3),
            request(receiver.url(host="fast.example"), key="fast"),
        ]
    )
    first = wire.collect(5)
    second = collect(wire)
    release.set()

    assert [(response.key, response.status) for response in first] == [("fast", 200)]
    assert [(response.key, response.error) for response in second] == [("slow", "dns")]
    assert second[0].duration_ms < 2000


@pytest.fixture
def hanging():
    """A getaddrinfo that hangs for every `…slow.example` until the test is over; `known` names too, once `jammed` is set."""
    over, jammed = threading.Event(), threading.Event()

    def resolve(host, port, **options):
        if host.endswith("slow.example") or jammed.is_set():
            over.wait(60)
            raise socket.gaierror(socket.EAI_AGAIN, "no answer")
        return [(None, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    resolve.over, resolve.jammed = over, jammed
    yield resolve
    over.set()


def test_names_whose_server_hangs_keep_no_thread_from_the_others(receiver, make_wire, hanging):
    """As many as may be looked up at a time; the next has its turn when they are seen to be slow."""
    wire = make_wire(resolve=hanging)
    wire.start([request(f"http://{n}.slow.example/", key=n, connect_timeout_s=20) for n in range(QUICK_LOOKUPS + 8)])
    wire.start([request(receiver.url(host="quick.example"), key="quick", connect_timeout_s=5)])

    (first,) = wire.collect(10)

    assert (first.key, first.status) == ("quick", 200)


def test_names_that_were_slow_have_a_few_lookups_of_their_own(monkeypatch):
    monkeypatch.setattr("hub.wire.names.SLOW_S", 0.0)
    over = threading.Event()
    asked = []

    def resolve(host, port, **options):
        asked.append(host)
        if len(asked) > 20:
            over.wait(30)
        return []

    names = Names(resolve, LOOPBACK, wake=lambda: None)
    told = []
    end = time.monotonic() + 20
    for n in range(20):
        names.ask(f"{n}.example")
    while len(told) < 20 and time.monotonic() < end:
        told += names.arrived(time.monotonic())
    for host, _ in told:
        names.ask(host)
    names.ask("new.example")
    while "new.example" not in asked and time.monotonic() < end:
        names.arrived(time.monotonic())
    over.set()

    assert len(asked) == 20 + SLOW_LOOKUPS + 1
    assert names.queued


def test_a_known_name_is_served_as_it_was_while_there_is_no_news(receiver, make_wire, hanging, monkeypatch):
    monkeypatch.setattr("hub.wire.names.POSITIVE_TTL_S", 0.0)
    monkeypatch.setattr("hub.wire.engine.GRACE_S", 0.1)
    wire = make_wire(resolve=hanging)
    assert send(wire, receiver.url(host="known.example")).status == 200
    hanging.jammed.set()

    late = send(wire, receiver.url(host="known.example"))
    soon = send(wire, receiver.url(host="known.example"))
    hanging.over.set()
    unanswered = send(wire, receiver.url(host="known.example"))

    assert [one.status for one in (late, soon, unanswered)] == [200, 200, 200]


def test_a_known_name_that_is_gone_or_leads_elsewhere_is_believed(receiver, make_wire, monkeypatch):
    monkeypatch.setattr("hub.wire.names.POSITIVE_TTL_S", 0.0)
    resolve = resolver(["127.0.0.1"], [], ["10.0.0.1"])
    wire = make_wire(resolve=resolve)
    monkeypatch.setattr("hub.wire.names.NEGATIVE_TTL_S", 0.0)

    found = [send(wire, receiver.url(host="moved.example")) for _ in range(3)]

    assert [one.error for one in found] == [None, "dns", "forbidden_address"]


def test_the_time_for_the_lookup_counts(receiver, make_wire):
    receiver.answer("/", Answer(play=plays.hang))

    def resolve(host, port, **options):
        threading.Event().wait(1.5)
        return [(None, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    response = send(make_wire(resolve=resolve), receiver.url(host="a.example"), timeout_s=2)

    assert response.error == "timeout"
    assert 1900 < response.duration_ms < 3400
