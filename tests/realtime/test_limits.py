"""Whom streams are counted for."""

import pytest

from hub.realtime.limits import Streams, place_of
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::1", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
    ],
)
def test_an_address_counts_for_itself_and_of_ipv6_its_network(one: str, other: str, same: bool) -> None:
    assert (place_of((one, 1)) == place_of((other, 2))) is same


@pytest.mark.parametrize("client", [None, ("", 0), ("unix:", 0)])
def test_where_no_address_is_known_none_is_limited(client) -> None:
    streams = Streams(per_process=9, per_tenant=9, per_address=1)

    for _ in range(9):
        streams.connect(place_of(client))

    with pytest.raises(HubError, match="full"):
        streams.connect(place_of(client))


def test_who_goes_makes_room_for_another() -> None:
    streams = Streams(per_process=9, per_tenant=9, per_address=1)
    streams.connect("a")

    with pytest.raises(HubError, match="Too many"):
        streams.connect("a")
    streams.connect("b")
    streams.disconnect("a")

    streams.connect("a")
