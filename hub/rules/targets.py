"""Where deliveries may go: reading a callback URL. Where its name may lead to is `addresses.py`.

Sources: RFC 3986; WHATWG URL (IPv4 spellings); Fetch (port blocking).
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote

import idna

from hub.rules.addresses import Address, Network, check_addresses, forbidden
from hub.rules.errors import HubError

__all__ = ["Address", "Network", "Target", "check_addresses", "forbidden", "parse_target"]

MAX_URL = 2048
DEFAULT_PORTS = {"https": 443, "http": 80}
# Fetch standard, "port blocking": other protocols' ports, where a POST could be taken for a command.
_BLOCKED = """
1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119
123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636
989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6379 6566 6665 6666 6667 6668 6669 6679
6697 10080
"""
BLOCKED_PORTS = frozenset(int(port) for port in _BLOCKED.split())

_URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^/?#]*)(?P<rest>[^#]*)(?P<fragment>#.*)?")
_AUTHORITY = re.compile(r"(?P<host>\[[^\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{0,5}))?")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\\]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_KEPT = "/?:@!$&'()*+,;=-._~%[]"


@dataclass(frozen=True, slots=True)
class Target:
    """A checked callback URL.

    host: lower-case ASCII name without trailing dot, or an address without brackets. address: the host when
    it is a literal. path_and_query: starts with `/`, ASCII.
    """

    scheme: str
    host: str
    port: int
    path_and_query: str
    address: Address | None

    @property
    def host_in_url(self) -> str:
        """The host as a URL writes it: IPv6 in brackets."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def url(self) -> str:
        """The one spelling of this target; a default port is left out."""
        port = "" if DEFAULT_PORTS[self.scheme] == self.port else f":{self.port}"
        return f"{self.scheme}://{self.host_in_url}{port}{self.path_and_query}"


def parse_target(url: str, *, allow_http: bool, field: str = "url") -> Target:
    """Read a callback URL. Raises HubError `invalid_url` with what is wrong with it.

    allow_http: whether plain `http://` will do. Says nothing yet about where the name leads: see
    `check_addresses`.
    """
    if len(url) > MAX_URL or _UNSEEN.search(url):
        raise _invalid(
            f"A URL has no spaces, control characters or backslashes, and at most {MAX_URL} characters.",
            field,
        )
    match = _URL.fullmatch(url)
    scheme = match["scheme"].lower() if match else ""
    if match is None or scheme not in DEFAULT_PORTS:
        raise _invalid(f"The URL must start with {'http:// or ' if allow_http else ''}https://.", field)
    if scheme == "http" and not allow_http:
        raise _invalid("Plain http:// is not allowed here; use https://.", field)
    if match["fragment"] is not None:
        raise _invalid("A callback URL has no #fragment.", field)
    if "@" in match["authority"]:
        raise _invalid("A callback URL has no user or password; use a custom header.", field)
    parts = _AUTHORITY.fullmatch(match["authority"])
    if parts is None:
        raise _invalid("The URL's host or port cannot be read.", field)
    host, address = _host(parts["host"], field)
    port = _port(parts["port"], scheme, field)
    rest = match["rest"] if match["rest"].startswith("/") else "/" + match["rest"]
    return Target(scheme, host, port, quote(rest, safe=_KEPT), address)


def _host(text: str, field: str) -> tuple[str, Address | None]:
    if text.startswith("["):
        try:
            address: Address = IPv6Address(text[1:-1])
        except ValueError:
            raise _invalid("The IPv6 address cannot be read.", field) from None
        if "%" in text:
            raise _invalid("An IPv6 address with a zone only means something on one machine.", field)
        return address.compressed, address
    name = _ascii_name(text, field)
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        address = _ipv4(labels, field)
        return str(address), address
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _invalid("The URL's host is not a valid name.", field)
    return name, None


def _ascii_name(text: str, field: str) -> str:
    name = text.lower()
    if not name.isascii() or "xn--" in name:
        try:
            name = idna.encode(name, uts46=True).decode()
        except (idna.IDNAError, UnicodeError):
            raise _invalid("The URL's host is not a valid international name.", field) from None
    return name.removesuffix(".")


def _ipv4(labels: list[str], field: str) -> IPv4Address:
    """WHATWG URL, "IPv4 parser": 1 to 4 decimal, octal or hex numbers; the last fills what is left."""
    try:
        numbers = [int(label, _base(label)) if label != "0x" else 0 for label in labels]
    except ValueError:
        numbers = []
    *heads, last = numbers or [0]
    if not numbers or len(numbers) > 4 or any(head > 255 for head in heads) or last >= 256 ** (4 - len(heads)):
        raise _invalid("The IPv4 address cannot be read.", field)
    return IPv4Address(last + sum(head << (24 - 8 * place) for place, head in enumerate(heads)))


def _base(label: str) -> int:
    if label.startswith("0x"):
        return 16
    return 8 if len(label) > 1 and label[0] == "0" else 10


def _port(text: str | None, scheme: str, field: str) -> int:
    port = int(text) if text else DEFAULT_PORTS[scheme]
    if not 0 < port < 65536 or port in BLOCKED_PORTS:
        raise _invalid(f"Port {port} cannot be used.", field)
    return port


def _invalid(detail: str, field: str) -> HubError:
    return HubError("invalid_url", detail, field=field)
