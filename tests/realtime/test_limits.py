"""Whom streams are counted for."""

from typing import Any

import pytest
from django.conf import settings

from hub.realtime.limits import Streams
from hub.realtime.places import place_of
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure


def scope(peer: str, *forwarded: str) -> dict[str, Any]:
    return {"client": (peer, 1), "headers": [(b"x-forwarded-for", each.encode()) for each in forwarded]}


def test_behind_a_trusted_proxy_the_clients_address_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    claimed = scope("10.0.0.1", "198.51.100.1", "203.0.113.9")
    assert place_of(claimed) == "10.0.0.1"

    monkeypatch.setattr(settings.HUB, "trusted_proxies", ["10.0.0.0/8"])

    assert place_of(claimed) == "203.0.113.9"
    assert place_of(scope("10.0.0.1", "203.0.113.9, 10.0.0.2")) == "203.0.113.9"
    assert place_of(scope("203.0.113.8", "203.0.113.9")) == "203.0.113.8"


@pytest.mark.parametrize("client", [None, ("", 0), ("unix:", 0)])
def test_where_no_address_is_known_none_is_limited(client) -> None:
    streams = Streams(per_process=9, per_tenant=9, per_address=1)

    for _ in range(9):
        streams.connect(place_of({"client": client, "headers": []}))

    with pytest.raises(HubError, match="full"):
        streams.connect(place_of({"client": client, "headers": []}))


def test_who_goes_makes_room_for_another() -> None:
    streams = Streams(per_process=9, per_tenant=9, per_address=1)
    streams.connect("a")

    with pytest.raises(HubError, match="Too many"):
        streams.connect("a")
    streams.connect("b")
    streams.disconnect("a")

    streams.connect("a")
