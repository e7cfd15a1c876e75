"""`hub.v1` over a WebSocket: signing in, topics, snapshots, bad clients, limits."""

import json
import time
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from hub.accounts import tickets
from hub.jobs import steering
from hub.rules import cursor
from hub.rules.ids import public_id

BAD_FRAMES = [
    "",
    "nonsense",
    "[]",
    "null",
    '"auth"',
    "{}",
    '{"op":null}',
    '{"op":["auth"]}',
    '{"op":"explode"}',
    '{"op":"auth"}',
    '{"op":"subscribe","sid":1,"topic":"tenant"}',
    '{"op":"subscribe","sid":"","topic":"tenant"}',
    '{"op":"subscribe","sid":"s"}',
    '{"op":"subscribe","sid":"s","topic":"tenant","since":7}',
    '{"op":"subscribe","sid":"\\ud800","topic":"tenant"}',
    '{"op":"auth","ticket":"\\ud800"}',
    b"\x00\xff",
    "[" * 5000,
]


def closed_with(socket) -> int:
    """The close code, after whatever is still under way."""
    try:
        while True:
            socket.next()
    except ConnectionClosed:
        return socket.raw.close_code


def subscribed(socket, topic: str = "tenant", sid: str = "s", **members: str) -> dict:
    answer = socket.ask("subscribe", sid=sid, topic=topic, **members)
    assert answer["op"] == "subscribed", answer
    return answer


def test_a_client_with_a_ticket_hears_its_tenants_events(joined, owner) -> None:
    socket = joined()

    answer = subscribed(socket, sid="all")
    event_id = owner.publish("order.placed", n=1)
    event = socket.next()

    assert (answer["sid"], answer["recovered"], answer["snapshot"]) == ("all", False, None)
    assert (event["op"], event["sid"], event["type"], event["data"]) == ("event", "all", "order.placed", {"n": 1})
    assert event["id"] == public_id("event", event_id)
    assert cursor.decode(event["cursor"]).id == event_id
    assert set(event) == {"op", "sid", "id", "cursor", "type", "timestamp", "data"}


def test_the_subprotocol_is_echoed_when_asked_for_and_not_needed(server) -> None:
    asked, silent = server.socket(), server.socket(subprotocols=None)

    assert asked.raw.subprotocol == "hub.v1"
    assert silent.raw.subprotocol is None
    asked.close()
    silent.close()


def test_the_ready_frame_says_what_the_ticket_is_good_for(server, owner) -> None:
    socket = server.socket()

    ready = socket.ask("auth", ticket=owner.ticket("tag:a", "tag:b"))

    assert ready["tenant_id"] == public_id("tenant", owner.id)
    assert ready["topics"] == ["tag:a", "tag:b"]
    assert (ready["ping_ms"], ready["max_frame_bytes"], ready["max_subscriptions"]) == (25_000, 16_384, 100)
    assert ready["expires_at"].endswith("Z")
    socket.close()


@pytest.mark.parametrize("ticket", ["", "nonsense", "hub_sk_" + "x" * 43, "a.b.c"])
def test_a_wrong_ticket_is_refused_and_the_stream_closed(server, ticket: str) -> None:
    socket = server.socket()

    assert socket.ask("auth", ticket=ticket)["code"] == "invalid_ticket"
    assert closed_with(socket) == 4401


def test_an_expired_ticket_is_refused(server, owner) -> None:
    socket = server.socket()

    assert socket.ask("auth", ticket=owner.ticket(lifetime_s=-1))["code"] == "invalid_ticket"
    assert closed_with(socket) == 4401


def test_nothing_is_told_before_auth(server) -> None:
    socket = server.socket()

    assert socket.ask("subscribe", sid="s", topic="tenant")["code"] == "unauthenticated"
    assert closed_with(socket) == 4401


def test_who_does_not_authenticate_in_time_is_closed(server) -> None:
    socket = server.socket()

    answer = socket.next(timeout_s=15)

    assert answer["code"] == "unauthenticated"
    assert closed_with(socket) == 4401


def test_a_ticket_limits_what_may_be_subscribed(joined) -> None:
    socket = joined("tag:mine")

    assert subscribed(socket, "tag:mine")["recovered"] is False
    assert socket.ask("subscribe", sid="t", topic="tenant")["code"] == "forbidden"
    assert socket.ask("subscribe", sid="u", topic="tag:other") == {
        "op": "error",
        "code": "forbidden",
        "detail": "The ticket does not name this topic.",
        "sid": "u",
    }


def test_each_topic_hears_its_own_events_only(joined, owner, make_subject) -> None:
    socket = joined()
    endpoint, connection = make_subject("endpoint"), make_subject("connection")
    for topic in (endpoint.topic, connection.topic, "tag:vip"):
        subscribed(socket, topic, sid=topic)

    owner.publish(n=0)
    owner.publish(n=1, topics=("tag:vip", "tag:else"))
    owner.publish(n=2, subject=endpoint.id)
    owner.publish(n=3, topics=(connection.topic,))
    owner.publish(n=4, subject=connection.id, topics=(connection.topic,))

    heard = [(event["sid"], event["data"]["n"]) for event in (socket.next() for _ in range(4))]
    assert heard == [("tag:vip", 1), (endpoint.topic, 2), (connection.topic, 3), (connection.topic, 4)]
    assert socket.quiet()


def test_a_job_topic_starts_with_the_jobs_present_state(joined, owner) -> None:
    job_id = owner.submit(tags=["vip"])
    topic = f"job:{public_id('job', job_id)}"
    socket = joined(topic)

    answer = subscribed(socket, topic)
    steering.cancel(owner.id, job_id, by="key_1")
    event = socket.next()

    assert (answer["snapshot"]["status"], answer["snapshot"]["version"]) == ("queued", 1)
    assert answer["snapshot"]["id"] == public_id("job", job_id)
    assert (event["type"], event["data"]["version"]) == ("job.cancelled", 2)
    assert event["data"].keys() == answer["snapshot"].keys()


def test_a_job_is_heard_by_its_connection_and_its_tags_too(joined, owner) -> None:
    socket = joined()
    connection = f"connection:{public_id('connection', owner.connection_id)}"
    subscribed(socket, connection, sid="connection")
    subscribed(socket, "tag:vip", sid="tag")

    owner.submit(tags=["vip"])

    assert {socket.next()["sid"], socket.next()["sid"]} == {"connection", "tag"}


def test_another_tenants_job_is_not_found_as_one_that_does_not_exist(joined, make_owner, make_subject) -> None:
    theirs = f"job:{public_id('job', make_owner().submit())}"
    nobodys = make_subject("job").topic
    socket = joined()

    answers = [socket.ask("subscribe", sid="s", topic=topic) for topic in (theirs, nobodys)]

    assert (
        answers[0]
        == answers[1]
        == {
            "op": "error",
            "code": "not_found",
            "detail": "There is no job with this id.",
            "sid": "s",
        }
    )


def test_nobody_hears_another_tenants_events(joined, owner, make_owner, make_subject) -> None:
    other, shared = make_owner(), make_subject("connection")
    socket = joined()
    for topic in ("tenant", "tag:vip", shared.topic):
        subscribed(socket, topic, sid=topic, since=cursor.encode(cursor.START))

    other.publish(n=1, subject=shared.id, topics=("tag:vip", shared.topic))
    other.publish(n=2)
    owner.publish(n=3)

    assert (socket.next()["data"], socket.quiet()) == ({"n": 3}, True)


def test_after_unsubscribe_nothing_comes_and_the_sid_is_free(joined, owner) -> None:
    socket = joined()
    subscribed(socket)
    assert socket.ask("subscribe", sid="s", topic="tenant")["code"] == "sid_in_use"

    socket.send("unsubscribe", sid="s")
    assert socket.ask("ping") == {"op": "pong"}
    owner.publish(n=1)

    assert socket.quiet()
    assert subscribed(socket)["recovered"] is False


def test_a_new_ticket_in_place_keeps_what_it_still_covers(joined, owner) -> None:
    socket = joined("tag:a", "tag:b")
    subscribed(socket, "tag:a", sid="a")
    subscribed(socket, "tag:b", sid="b")

    dropped = socket.ask("auth", ticket=owner.ticket("tag:b"))
    ready = socket.next()
    owner.publish(n=1, topics=("tag:a", "tag:b"))

    assert (dropped["code"], dropped["sid"]) == ("forbidden", "a")
    assert ready["topics"] == ["tag:b"]
    assert (socket.next()["sid"], socket.quiet()) == ("b", True)


def test_another_tenants_ticket_ends_the_stream(joined, make_owner) -> None:
    socket = joined()

    assert socket.ask("auth", ticket=make_owner().ticket())["code"] == "forbidden"
    assert closed_with(socket) == 4403


def test_a_bad_new_ticket_is_refused_and_the_old_one_goes_on(joined, owner) -> None:
    socket = joined()
    subscribed(socket)

    assert socket.ask("auth", ticket="nonsense")["code"] == "invalid_ticket"
    owner.publish(n=1)

    assert socket.next()["data"] == {"n": 1}


def test_when_the_ticket_has_expired_nothing_is_told_until_a_new_one_comes(joined, owner) -> None:
    socket = joined(ticket=owner.ticket(lifetime_s=2))
    subscribed(socket)

    assert socket.next()["code"] == "ticket_expired"
    owner.publish(n=1)
    owner.publish(n=2)
    assert socket.quiet()
    assert socket.ask("auth", ticket=owner.ticket())["op"] == "ready"

    assert [socket.next()["data"]["n"] for _ in range(2)] == [1, 2]


def test_who_brings_no_new_ticket_is_closed_after_the_grace(joined, owner) -> None:
    socket = joined(ticket=owner.ticket(lifetime_s=1))
    began = time.monotonic()

    assert socket.next()["code"] == "ticket_expired"

    with pytest.raises(ConnectionClosed):
        socket.next(timeout_s=15)
    assert socket.raw.close_code == 4401
    assert 9 < time.monotonic() - began < 14


@pytest.mark.parametrize("frame", BAD_FRAMES)
def test_a_bad_frame_is_answered_and_the_stream_goes_on(joined, frame) -> None:
    socket = joined()

    socket.raw.send(frame)

    assert socket.next()["code"] == "bad_frame"
    assert socket.ask("ping") == {"op": "pong"}


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"topic": "nonsense"}, "invalid_topic"),
        ({"topic": "job:job_nonsense"}, "invalid_topic"),
        ({"topic": "tag:" + "x" * 65}, "invalid_topic"),
        ({"topic": "tenant", "since": "nonsense"}, "invalid_cursor"),
        ({"topic": "tenant", "since": "\x00é"}, "invalid_cursor"),
    ],
)
def test_a_wrong_subscription_is_answered(joined, members: dict, code: str) -> None:
    socket = joined()

    answer = socket.ask("subscribe", sid="s", **members)

    assert (answer["code"], answer["sid"]) == (code, "s")
    assert subscribed(socket)["recovered"] is False


def test_a_client_that_sends_only_rubbish_is_closed(joined) -> None:
    socket = joined()

    for _ in range(5):
        socket.raw.send("rubbish")

    assert closed_with(socket) == 4400


@pytest.mark.parametrize("padding", ["x" * 16_385, "x" * 200_000, "\N{GRINNING FACE}" * 16_000])
def test_a_frame_of_too_many_bytes_ends_the_stream(joined, padding: str) -> None:
    socket = joined()

    socket.raw.send(json.dumps({"op": "ping", "padding": padding}, ensure_ascii=False))

    assert closed_with(socket) == 1009


def test_a_client_that_floods_is_closed(joined) -> None:
    socket = joined()

    with suppress(ConnectionClosed):
        for _ in range(1000):
            socket.send("ping")

    assert closed_with(socket) == 4429


def test_a_page_of_another_origin_gets_no_stream(server) -> None:
    with pytest.raises(InvalidStatus) as refused:
        server.socket(origin="https://evil.example")
    listed = server.socket(origin="http://localhost:3000")

    assert refused.value.response.status_code == 403
    listed.close()


def test_an_address_that_does_not_exist_is_no_stream(server) -> None:
    with pytest.raises(InvalidStatus) as refused:
        server.socket(path="/ws/v2")

    assert refused.value.response.status_code == 403


def test_streams_are_limited_by_process_tenant_and_ticket(own_server, owner, make_owner) -> None:
    server = own_server(HUB_STREAM_LIMIT="25", HUB_STREAM_LIMIT_PER_TENANT="22")
    ticket = owner.ticket()

    def join(ticket: str):
        socket = server.socket()
        return socket, socket.ask("auth", ticket=ticket)

    same = [join(ticket) for _ in range(21)]
    others = [join(owner.ticket("tag:a")), join(owner.ticket("tag:b")), join(owner.ticket("tag:c"))]
    stranger = join(make_owner().ticket())

    assert [answer["op"] for _, answer in same] == ["ready"] * 20 + ["error"]
    assert [answer["op"] for _, answer in others] == ["ready", "ready", "error"]
    assert same[-1][1]["code"] == others[-1][1]["code"] == "too_many_streams"
    assert closed_with(same[-1][0]) == 4429
    assert closed_with(others[-1][0]) == 4429
    assert stranger[1]["op"] == "ready"
    more = [join(make_owner().ticket()), join(make_owner().ticket())]
    with pytest.raises(InvalidStatus) as refused:
        server.socket()
    assert refused.value.response.status_code == 503
    for socket, _ in [*same, *others, stranger, *more]:
        socket.close()


def test_each_ticket_counts_for_itself_also_those_of_the_same_second(owner) -> None:
    assert len({owner.ticket() for _ in range(10)}) == 10


def test_a_subscription_limit_is_told(joined) -> None:
    socket = joined()
    for number in range(100):
        subscribed(socket, f"tag:{number}", sid=str(number))

    assert socket.ask("subscribe", sid="x", topic="tenant")["code"] == "too_many_subscriptions"


def test_the_log_has_one_line_for_each_end_and_no_ticket(own_server, owner) -> None:
    server, ticket = own_server(), owner.ticket()
    socket = server.socket()
    socket.ask("auth", ticket=ticket)
    subscribed(socket)
    owner.publish(n=1)
    socket.next()
    socket.close()

    server.stop()

    text = server.process.log.read_text()
    assert text.count("stream.opened") == text.count("stream.closed") == 1
    closed = next(line for line in text.splitlines() if "stream.closed" in line)
    assert public_id("tenant", owner.id) in closed
    assert "sent=1" in closed
    assert ticket not in text
    assert tickets.verify(ticket)
