"""The addresses that no delivery may go to.

Sources: IANA's IPv4 and IPv6 special-purpose address registries; RFC 4291, 6052, 8215 and 5214 for IPv4
inside IPv6; the cloud providers' documentation for their metadata addresses.
"""

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def _special(*rows: tuple[str, str]) -> list[tuple[Network, str]]:
    table: list[tuple[Network, str]] = [(ip_network(network), reason) for network, reason in rows]
    return sorted(table, key=lambda row: -row[0].prefixlen)


# Most exact first.
SPECIAL = _special(
    ("0.0.0.0/32", "unspecified"),
    ("0.0.0.0/8", "this-network"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "cgnat"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", "documentation"),
    ("192.88.99.0/24", "6to4"),
    ("192.168.0.0/16", "private"),
    ("198.18.0.0/15", "benchmark"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("255.255.255.255/32", "broadcast"),
    ("::/128", "unspecified"),
    ("::1/128", "loopback"),
    ("::/96", "v4-compat"),
    ("::ffff:0:0/96", "v4-mapped"),
    ("::ffff:0:0:0/96", "v4-translated"),
    ("64:ff9b::/96", "nat64"),
    ("64:ff9b:1::/48", "nat64"),
    ("100::/64", "discard"),
    ("2001::/23", "reserved"),
    ("2001::/32", "teredo"),
    ("2001:2::/48", "benchmark"),
    ("2001:db8::/32", "documentation"),
    ("2002::/16", "6to4"),
    ("3fff::/20", "documentation"),
    ("fc00::/7", "ula"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "site-local"),
    ("ff00::/8", "multicast"),
    # Only 2000::/3 is handed out as global unicast (RFC 4291, 2.4): the rest of the space is nobody's.
    ("::/3", "reserved"),
    ("4000::/2", "reserved"),
    ("8000::/1", "reserved"),
)
METADATA: frozenset[Address] = frozenset(
    [
        IPv4Address("169.254.169.254"),  # AWS, Azure, GCP, Oracle, OpenStack, DigitalOcean
        IPv4Address("169.254.170.2"),  # AWS ECS task credentials
        IPv4Address("169.254.170.23"),  # AWS EKS pod identity
        IPv6Address("fd00:ec2::254"),
        IPv6Address("fd00:ec2::23"),
        IPv6Address("fd20:ce::254"),  # GCP
        IPv4Address("100.100.100.200"),  # Alibaba
        IPv4Address("192.0.0.192"),  # Oracle, older
        IPv4Address("168.63.129.16"),  # Azure's wire server: a public address with private powers
    ]
)
_LAST_32 = tuple(
    ip_network(net) for net in ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48")
)
_ISATAP = (0x00005EFE, 0x02005EFE)  # RFC 5214, 6.1


def check_addresses(addresses: Iterable[Address], allow: Sequence[Network]) -> str | None:
    """Why these addresses of one name are refused, or None: a single forbidden one refuses them all.

    Otherwise a name could offer a good address for the check and a bad one for the connection.
    """
    return next((why for address in addresses if (why := forbidden(address, allow))), None)


def forbidden(address: Address, allow: Sequence[Network]) -> str | None:
    """Why no delivery may go to the address (`private`, `metadata` …), or None.

    allow: networks that an installation opens. A metadata address needs an entry of its own, and an IPv4
    address inside an IPv6 form is checked too, so that opening the form opens nothing else.
    """
    if address in METADATA and not any(network.num_addresses == 1 and address in network for network in allow):
        return "metadata"
    inner = _embedded(address)
    if any(address in network for network in allow):
        return forbidden(inner, allow) if inner else None
    reasons = (reason for network, reason in SPECIAL if address in network)
    return next(reasons, None) or (forbidden(inner, allow) if inner else None)


def _embedded(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if any."""
    if isinstance(address, IPv4Address):
        return None
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    number = int(address)
    if (number >> 32) & 0xFFFFFFFF in _ISATAP or (number > 1 and any(address in net for net in _LAST_32)):
        return IPv4Address(number & 0xFFFFFFFF)
    return None
