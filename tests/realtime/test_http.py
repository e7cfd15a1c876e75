"""Long polling and server-sent events at /stream/v1."""

import json
import threading
import time
from collections.abc import Iterator

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from hub.rules import cursor
from hub.rules.cursor import START
from hub.rules.ids import public_id
from tests.realtime.schema import checked
from tests.stacks import until

BEGINNING = cursor.encode(START)
# Name of a server-sent event → the schema of its data.
DATA = {"": "LogEvent", "ready": "SseReady", "lagged": "SseLagged", "closing": "SseClosing"}


@pytest.fixture
def web(server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=15) as client:
        yield client


@pytest.fixture
def poll(web: httpx.Client, owner):
    key = owner.key("events:read")

    def ask(token: str = key, **params) -> httpx.Response:
        answer = web.get("/stream/v1/events", params=params, headers={"Authorization": f"Bearer {token}"})
        if answer.status_code == 200:
            checked("PollAnswer", answer.json())
        return answer

    return ask


class Later:
    """A call in a thread of its own."""

    def __init__(self, call, **arguments) -> None:
        self._answer = None

        def run() -> None:
            self._answer = call(**arguments)

        self._thread = threading.Thread(target=run)
        self._thread.start()

    def result(self) -> httpx.Response:
        self._thread.join(20)
        assert self._answer is not None
        return self._answer


def test_polling_with_a_cursor_returns_what_came_since_at_once(poll, owner) -> None:
    ids = [owner.publish(n=n) for n in range(3)]

    page = poll(after=BEGINNING, limit=2).json()
    rest = poll(after=page["next_cursor"], wait=0).json()
    empty = poll(after=rest["next_cursor"], wait=0).json()

    assert [event["data"]["n"] for event in page["data"] + rest["data"]] == [0, 1, 2]
    assert [event["id"] for event in page["data"]] == [public_id("event", id_) for id_ in ids[:2]]
    assert set(page["data"][0]) == {"cursor", "id", "type", "data", "timestamp"}
    assert page["next_cursor"] == page["data"][-1]["cursor"]
    assert empty["data"] == []


def test_polling_waits_until_an_event_comes(poll, owner) -> None:
    start = poll(wait=0).json()["next_cursor"]
    began = time.monotonic()
    later = Later(poll, after=start, wait=10)

    owner.publish(n=1)

    assert [event["data"] for event in later.result().json()["data"]] == [{"n": 1}]
    assert time.monotonic() - began < 5


def test_polling_without_a_cursor_starts_now(poll, owner) -> None:
    owner.publish(n=1)

    first = poll(wait=0).json()
    owner.publish(n=2)
    second = poll(after=first["next_cursor"]).json()

    assert first["data"] == []
    assert [event["data"]["n"] for event in second["data"]] == [2]


def test_polling_that_waits_in_vain_returns_empty_and_a_cursor_that_works(poll, owner) -> None:
    began = time.monotonic()
    answer = poll(wait=1).json()
    waited_s = time.monotonic() - began

    owner.publish(n=1)

    assert answer["data"] == []
    assert 0.9 < waited_s < 3
    assert [event["data"]["n"] for event in poll(after=answer["next_cursor"]).json()["data"]] == [1]


def test_polling_again_and_again_gets_each_event_once_in_order(poll, owner) -> None:
    place, seen = poll(wait=0).json()["next_cursor"], []
    for n in range(120):
        owner.publish(n=n)
        if n % 7 == 0:
            page = poll(after=place, limit=10, wait=0).json()
            seen += [event["data"]["n"] for event in page["data"]]
            place = page["next_cursor"]
    while len(seen) < 120:
        page = poll(after=place, limit=50).json()
        seen += [event["data"]["n"] for event in page["data"]]
        place = page["next_cursor"]

    assert seen == list(range(120))


@pytest.mark.parametrize("limit", [199, 200])
def test_polling_through_more_than_memory_holds_leaves_nothing_out(poll, owner, limit: int) -> None:
    place, seen = poll(wait=0).json()["next_cursor"], []
    for n in range(650):
        owner.publish(n=n)
    last = Later(poll, after=place, wait=10, types="none")

    while len(seen) < 650:
        page = poll(after=place, limit=limit).json()
        seen += [event["data"]["n"] for event in page["data"]]
        place = page["next_cursor"]

    assert seen == list(range(650))
    owner.publish("none")
    assert len(last.result().json()["data"]) == 1


def test_streams_over_http_are_limited(own_server, owner) -> None:
    server = own_server(HUB_STREAM_LIMIT_PER_TENANT="1")
    headers = {"Authorization": f"Bearer {owner.key()}"}
    with httpx.stream("GET", f"{server.url}/stream/v1/sse", headers=headers, timeout=15) as first:
        blocks = Blocks(first)
        assert blocks.next()["event"] == "ready"

        refused = httpx.get(f"{server.url}/stream/v1/events", headers=headers)

    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_streams")
    assert refused.headers["retry-after"] == "5"


def test_streams_over_http_are_limited_by_address(own_server, owner) -> None:
    server = own_server(HUB_STREAM_LIMIT_PER_ADDRESS="1", HUB_TRUSTED_PROXIES="127.0.0.1")

    def ask(address: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {owner.key()}", "X-Forwarded-For": address}
        return httpx.get(f"{server.url}/stream/v1/events?wait=0", headers=headers)

    socket = server.socket(additional_headers={"X-Forwarded-For": "203.0.113.7"})
    refused, other = ask("203.0.113.7"), ask("203.0.113.8")
    with pytest.raises(InvalidStatus) as handshake:
        server.socket(additional_headers={"X-Forwarded-For": "203.0.113.7"})
    socket.close()

    assert (refused.status_code, refused.json()["code"], other.status_code) == (429, "too_many_streams", 200)
    assert handshake.value.response.status_code == 429
    assert handshake.value.response.headers["retry-after"] == "5"
    until(lambda: ask("203.0.113.7").status_code == 200, "the address to be free again", timeout_s=10)


def test_polling_filters_by_type_and_topic(poll, owner, make_subject) -> None:
    endpoint = make_subject("endpoint")
    owner.publish("order.placed", n=0)
    owner.publish("order.paid", n=1, topics=("tag:vip",))
    owner.publish("invoice.sent", n=2, topics=("tag:vip",))
    owner.publish("endpoint.disabled", n=3, subject=endpoint.id)

    def found(**params) -> list[int]:
        return [event["data"]["n"] for event in poll(after=BEGINNING, wait=0, **params).json()["data"]]

    assert found(types="order.*") == [0, 1]
    assert found(types="order.paid,invoice.sent") == [1, 2]
    assert found(topic="tag:vip") == [1, 2]
    assert found(topic="tag:vip", types="order.*") == [1]
    assert found(topic=endpoint.topic) == [3]


def test_a_waiting_poll_is_not_woken_by_other_events(poll, owner) -> None:
    start = poll(wait=0).json()["next_cursor"]
    later = Later(poll, after=start, wait=10, types="order.paid")

    owner.publish("order.placed", n=0)
    owner.publish("order.paid", n=1)

    assert [event["data"]["n"] for event in later.result().json()["data"]] == [1]


@pytest.mark.parametrize(
    ("params", "code", "field"),
    [
        ({"after": "nonsense"}, "invalid_cursor", "query.after"),
        ({"wait": "61"}, "invalid_fields", "query.wait"),
        ({"wait": "-1"}, "invalid_fields", "query.wait"),
        ({"limit": "0"}, "invalid_fields", "query.limit"),
        ({"limit": "x"}, "invalid_fields", "query.limit"),
        ({"types": "a b"}, "invalid_event_type", "query.types"),
        ({"topic": "nonsense"}, "invalid_topic", "query.topic"),
        ({"nonsense": "1"}, "unknown_parameter", "query.nonsense"),
    ],
)
def test_wrong_parameters_are_problems_that_name_the_field(poll, params: dict, code: str, field: str) -> None:
    answer = poll(**params)

    problem = answer.json()
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert (problem["code"], problem["status"], problem["instance"]) == (code, 422, "/stream/v1/events")
    assert [error["field"] for error in problem["errors"]] == [field]
    assert problem["request_id"] == answer.headers["x-request-id"]


def test_only_keys_with_a_reading_scope_and_tickets_may_poll(poll, owner, make_owner, web) -> None:
    assert poll(token=owner.key("stream:read"), wait=0).status_code == 200
    assert poll(token=owner.ticket(), wait=0).status_code == 200
    assert poll(token=owner.ticket("tag:a"), wait=0, topic="tag:a").status_code == 200

    assert poll(token=owner.key("jobs:write"), wait=0).json()["code"] == "forbidden"
    assert poll(token=owner.ticket("tag:a"), wait=0).json()["code"] == "forbidden"
    assert poll(token=owner.ticket(lifetime_s=-1), wait=0).json()["code"] == "unauthenticated"
    assert poll(token="hub_sk_" + "x" * 43, wait=0).json()["code"] == "unauthenticated"
    anonymous = web.get("/stream/v1/events")
    assert (anonymous.status_code, anonymous.headers["www-authenticate"]) == (401, 'Bearer realm="hub"')


def test_nobody_polls_another_tenants_events(poll, owner, make_owner) -> None:
    other = make_owner()
    job = f"job:{public_id('job', other.submit())}"
    other.publish(n=1, topics=("tag:vip",))
    owner.publish(n=2)

    assert [event["data"]["n"] for event in poll(after=BEGINNING).json()["data"]] == [2]
    assert poll(after=BEGINNING, wait=0, topic="tag:vip").json()["data"] == []
    assert poll(topic=job).status_code == 404


def test_pages_of_listed_origins_may_read_the_answers(web, owner) -> None:
    listed, other = "http://localhost:3000", "https://evil.example"
    asked = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}

    preflight = web.options("/stream/v1/events", headers={"Origin": listed, **asked})
    refused = web.options("/stream/v1/events", headers={"Origin": other, **asked})

    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == listed
    assert "Authorization" in preflight.headers["access-control-allow-headers"]
    assert "access-control-allow-origin" not in refused.headers
    assert refused.headers["vary"] == "Origin"


@pytest.mark.parametrize(("method", "path", "status"), [("POST", "events", 405), ("GET", "nothing", 404)])
def test_other_requests_are_problems(web, method: str, path: str, status: int) -> None:
    answer = web.request(method, f"/stream/v1/{path}")

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_waiting_polls_are_answered_when_the_server_stops(own_server, owner) -> None:
    server = own_server()
    headers = {"Authorization": f"Bearer {owner.key()}"}
    with httpx.Client(base_url=server.url, headers=headers, timeout=15) as client:
        later = Later(client.get, url="/stream/v1/events?wait=30")
        probe = httpx.get(f"{server.url}/stream/v1/events?wait=0", headers=headers)

        server.stop()

        assert probe.status_code == 200
        assert later.result().json()["data"] == []


class Blocks:
    """The blocks of an SSE response; the data of each is what docs/asyncapi.json says."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.iter_lines()

    def next(self) -> dict[str, str]:
        """The next block that is not a comment: field → value."""
        block: dict[str, str] = {}
        for line in self._lines:
            if line:
                name, _, value = line.partition(": ")
                block[name] = value
            elif block:
                checked(DATA[block.get("event", "")], json.loads(block["data"]))
                return block
        return block


def test_a_stream_of_server_sent_events_resumes_with_last_event_id(web, owner) -> None:
    headers = {"Authorization": f"Bearer {owner.key()}", "Accept": "text/event-stream"}
    with web.stream("GET", "/stream/v1/events", headers=headers) as response:
        blocks = Blocks(response)
        ready = blocks.next()
        owner.publish(n=1)
        owner.publish(n=2)
        event = blocks.next()
    resumed = {**headers, "Last-Event-ID": event["id"]}
    with web.stream("GET", "/stream/v1/sse", headers=resumed) as back:
        blocks = Blocks(back)
        again, next_event = blocks.next(), blocks.next()

    assert response.headers["content-type"] == "text/event-stream"
    assert ready["event"] == "ready"
    assert json.loads(event["data"])["data"] == {"n": 1}
    assert json.loads(event["data"])["cursor"] == event["id"]
    assert json.loads(again["data"]) == {"recovered": True, "snapshot": None}
    assert json.loads(next_event["data"])["data"] == {"n": 2}


def test_a_job_streamed_by_sse_starts_with_its_state(web, owner) -> None:
    job = public_id("job", owner.submit())
    headers = {"Authorization": f"Bearer {owner.ticket(f'job:{job}')}"}
    with web.stream("GET", "/stream/v1/sse", params={"topic": f"job:{job}"}, headers=headers) as response:
        ready = Blocks(response).next()

    assert json.loads(ready["data"])["snapshot"]["status"] == "queued"


def test_an_sse_stream_ends_with_its_ticket(web, owner) -> None:
    began = time.monotonic()
    headers = {"Authorization": f"Bearer {owner.ticket(lifetime_s=2)}"}
    with web.stream("GET", "/stream/v1/sse", headers=headers) as response:
        blocks = Blocks(response)
        assert blocks.next()["event"] == "ready"

        assert blocks.next() == {}

    assert time.monotonic() - began < 6


def test_an_sse_client_is_told_when_to_come_back(own_server, owner) -> None:
    server = own_server()
    headers = {"Authorization": f"Bearer {owner.key()}"}
    with httpx.stream("GET", f"{server.url}/stream/v1/sse", headers=headers, timeout=15) as response:
        blocks = Blocks(response)
        blocks.next()

        stopping = threading.Thread(target=server.stop)
        stopping.start()
        goodbye = blocks.next()

        assert goodbye["event"] == "closing"
        assert json.loads(goodbye["data"])["reconnect_after_ms"] == int(goodbye["retry"])
        assert blocks.next() == {}
    stopping.join()


def test_a_wrong_request_for_a_stream_is_a_problem(web, owner) -> None:
    answer = web.get("/stream/v1/sse?topic=nonsense", headers={"Authorization": f"Bearer {owner.key()}"})

    assert answer.json()["code"] == "invalid_topic"
