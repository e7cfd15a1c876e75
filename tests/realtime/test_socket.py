"""`hub.v1` over a WebSocket: signing in, subscribing, hearing."""


def test_a_client_with_a_ticket_hears_its_tenants_events(joined, owner) -> None:
    socket = joined()

    answer = socket.ask("subscribe", sid="all", topic="tenant")
    event_id = owner.publish("order.placed", n=1)
    event = socket.next()

    assert answer["op"] == "subscribed"
    assert (answer["sid"], answer["recovered"], answer["snapshot"]) == ("all", False, None)
    assert (event["op"], event["sid"], event["type"], event["data"]) == ("event", "all", "order.placed", {"n": 1})
    assert event["cursor"] > answer["cursor"]
