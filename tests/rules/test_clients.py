"""The client's address is what trusted proxies say, and nothing that a client says itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules.clients import client_address, networks, place_of

pytestmark = pytest.mark.pure

PROXY = "10.0.0.1"
TRUSTED = networks(("10.0.0.0/8", "2001:db8:aaaa::/48", "192.0.2.80"))


def through(forwarded, peer=PROXY, trusted=TRUSTED):
    return client_address(peer, forwarded, trusted=trusted)


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        # Whoever is no trusted proxy has said nothing.
        ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
        (PROXY, "", PROXY),
        (PROXY, "203.0.113.9", "203.0.113.9"),
        # The right-most stranger counts, whatever the stranger has put in front.
        (PROXY, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (PROXY, "1.1.1.1,203.0.113.9 ,10.2.3.4", "203.0.113.9"),
        (PROXY, "1.1.1.1, 203.0.113.9, 192.0.2.80, 10.2.3.4", "203.0.113.9"),
        ("2001:db8:aaaa::1", "203.0.113.9", "203.0.113.9"),
        ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
        # All of them proxies: the furthest.
        (PROXY, "10.9.9.9, 10.8.8.8", "10.9.9.9"),
        # Ports, brackets, zones.
        (PROXY, "203.0.113.9:51234", "203.0.113.9"),
        (PROXY, "[2001:db8::9]:51234", "2001:db8::9"),
        (PROXY, "[2001:db8::9]", "2001:db8::9"),
        (PROXY, "2001:DB8:0::9", "2001:db8::9"),
        (PROXY, "fe80::1%eth0", "fe80::1"),
        (PROXY, "::ffff:203.0.113.9", "203.0.113.9"),
        # What is no address counts for the proxy that passed it on.
        (PROXY, "203.0.113.9, unknown", PROXY),
        (PROXY, "203.0.113.9, nonsense, 10.2.3.4", "10.2.3.4"),
        (PROXY, "203.0.113.9,", PROXY),
        (PROXY, "203.0.113.999", PROXY),
        (PROXY, "[2001:db8::9", "2001:db8::9"),
        (PROXY, "[2001:db8::9]x", PROXY),
        (PROXY, "203.0.113.9:http", PROXY),
        (PROXY, "203.0.113.9/8", PROXY),
        (PROXY, "\u0661.\u0661.\u0661.\u0661", PROXY),
        # A transport without addresses is nobody's proxy.
        ("", "203.0.113.9", ""),
        ("unix:", "203.0.113.9", "unix:"),
    ],
)
def test_the_rightmost_address_that_is_no_trusted_proxys_is_the_clients(peer, forwarded, expected):
    assert through(forwarded, peer) == expected


def test_nobody_is_trusted_unless_named():
    assert through("203.0.113.9", trusted=()) == PROXY


def test_of_a_hundred_proxies_the_nearest_are_looked_at():
    assert through("203.0.113.9" + ", 10.0.0.2" * 100) == "10.0.0.2"
    assert through("203.0.113.9, " * 100 + "203.0.113.10") == "203.0.113.10"


@given(st.text(max_size=200))
def test_whatever_a_client_sends_is_left_of_what_the_proxy_saw(sent):
    assert through(f"{sent}, 203.0.113.9") == "203.0.113.9"


@given(st.text(max_size=200))
def test_no_header_is_an_error(sent):
    assert through(sent)


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
def test_an_address_counts_for_itself_and_of_ipv6_its_network(one, other, same):
    assert (place_of(one) == place_of(other)) is same
