"""Whom a request is from, behind proxies that are trusted to say so, and whom clients are counted by."""

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from hub.rules.addresses import Address, Network

# No chain of proxies is longer; a header may be.
MOST_PROXIES = 20


@lru_cache(maxsize=16)
def networks(texts: tuple[str, ...]) -> tuple[Network, ...]:
    """Networks from CIDRs and single addresses. Raises ValueError."""
    return tuple(ip_network(text) for text in texts)


def client_address(peer: str, forwarded: str, *, trusted: Sequence[Network]) -> str:
    """The right-most address that is no trusted proxy's; the furthest proxy's where there is none, or `peer` as it is.

    peer: whom the connection is from. forwarded: `X-Forwarded-For`, several joined by commas. Each proxy appends whom it was
    asked by, so whatever is left of the first stranger is that stranger's word. What is no address ends the walk, too: such
    a request counts for the proxy that passed it on, and no client can make itself new ones out of nonsense.
    """
    nearest = _read(peer)
    if nearest is None:
        return peer
    for entry in reversed(forwarded.rsplit(",", MOST_PROXIES)[-MOST_PROXIES:]):
        if not any(nearest in network for network in trusted):
            break
        further = _read(entry)
        if further is None:
            break
        nearest = further
    return str(nearest)


def place_of(address: str) -> str | None:
    """Whom an address is counted for: itself, or of IPv6 the /64 that one customer has. None for what is no address."""
    found = _read(address)
    if found is None:
        return None
    return str(found) if isinstance(found, IPv4Address) else found.packed[:8].hex()


def _read(text: str) -> Address | None:
    """The address in `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`, without its zone; IPv4 as IPv4."""
    host = text.strip()
    if host.startswith("["):
        host, _, port = host[1:].partition("]")
        port = port.removeprefix(":")
    else:
        host, _, port = host.partition(":") if host.count(":") == 1 else (host, "", "")
    if port and not (port.isascii() and port.isdigit()):
        return None
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
