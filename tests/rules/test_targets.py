"""No lying addresses: what a callback URL may say, and where its name may lead."""

from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules.errors import HubError
from hub.rules.targets import Target, check_addresses, forbidden, parse_target

pytestmark = pytest.mark.pure

LONGEST = "https://example.com/" + "a" * 2028


def refusal(url: str, *, allow_http: bool = False) -> HubError:
    with pytest.raises(HubError) as refused:
        parse_target(url, allow_http=allow_http, field="body.url")
    return refused.value


def test_a_url_is_read_into_its_parts():
    target = parse_target("https://hooks.example.com:8443/in/1?a=b&c=d", allow_http=False)

    assert target == Target("https", "hooks.example.com", 8443, "/in/1?a=b&c=d", None)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://EXAMPLE.com.:443/A", "https://example.com/A"),
        ("https://example.com:/x", "https://example.com/x"),
        ("https://example.com?x=1", "https://example.com/?x=1"),
        ("https://bücher.example/ü?q=ö", "https://xn--bcher-kva.example/%C3%BC?q=%C3%B6"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://example。com/", "https://example.com/"),
        ("https://my_host.example/", "https://my_host.example/"),
        ("https://[2606:4700:0:0::1111]:8443/", "https://[2606:4700::1111]:8443/"),
        ("https://example.com/%7Euser/../x", "https://example.com/%7Euser/../x"),
        (LONGEST, LONGEST),
    ],
)
def test_a_url_has_one_spelling(url, expected):
    target = parse_target(url, allow_http=False)

    assert target.url == expected
    assert parse_target(expected, allow_http=False) == target


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "１２７.0.0.1",  # noqa: RUF001
        "127。0。0。1",
        "0x7F.0x0.0x0.0x1",
        "127.0.0.0x1",
        "00000177.1",
    ],
)
def test_every_spelling_of_an_ipv4_address_is_that_address(host):
    target = parse_target(f"https://{host}/", allow_http=False)

    assert (target.host, target.address) == ("127.0.0.1", IPv4Address("127.0.0.1"))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.com",
        "//example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "https:/example.com",
        "https://",
        "https:///path",
        "https://user@example.com/",
        "https://user:pw@example.com/",
        "https://example.com@evil.example/",
        "https://example.com/#part",
        "https://example.com/#",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:99999999/",
        "https://example.com:-1/",
        "https://example.com:http/",
        "https://example.com:٤٤٣/",
        "https://example.com:25/",
        "https://example.com:6379/",
        "https://[::1",
        "https://::1/",
        "https://[::1]evil.example/",
        "https://[fe80::1%25eth0]/",
        "https://[fe80::1%eth0]/",
        "https://[127.0.0.1]/",
        "https://[v1.fe]/",
        "https://256.1.1.1/",
        "https://1.2.3.4.5/",
        "https://1.2.3.08/",
        "https://4294967296/",
        "https://example.1/",
        "https://a..b/",
        "https://.example.com/",
        "https://-a.example/",
        "https://exam%70le.com/",
        "https://exam ple.com/",
        "https://example.com/a b",
        "https://example.com/\r\nX-Evil: 1",
        "https://example.com/\t",
        "https://example.com\\@evil.example/",
        "https://example.com/\x00",
        "https://example.com/\ud800",
        "https://" + "a" * 64 + ".example/",
        "https://" + "a." * 127 + "example/",
        "https://xn--zzzzzzzzz-.example/",
        LONGEST + "a",
        " https://example.com/",
        "https://exa\u00admple!.com/",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(url):
    error = refusal(url)

    assert (error.code, error.field) == ("invalid_url", "body.url")


def test_plain_http_needs_permission():
    assert "https" in refusal("http://example.com/").detail
    assert parse_target("http://example.com:8080/x", allow_http=True).url == "http://example.com:8080/x"
    assert parse_target("http://example.com:80/", allow_http=True).url == "http://example.com/"


@given(url=st.text(max_size=60).map("https://".__add__) | st.text(max_size=30))
def test_no_text_breaks_the_reader_and_what_it_accepts_is_plain_ascii(url):
    with suppress(HubError):
        target = parse_target(url, allow_http=True)
        assert target.url.isascii()
        assert parse_target(target.url, allow_http=True) == target


FORBIDDEN = {
    "0.0.0.0": "unspecified",  # noqa: S104
    "0.1.2.3": "this-network",
    "10.0.0.1": "private",
    "10.255.255.255": "private",
    "100.64.0.1": "cgnat",
    "100.100.100.200": "metadata",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "168.63.129.16": "metadata",
    "169.254.0.1": "link-local",
    "169.254.169.254": "metadata",
    "169.254.170.2": "metadata",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.0.0.1": "reserved",
    "192.0.0.192": "metadata",
    "192.0.2.1": "documentation",
    "192.88.99.1": "6to4",
    "192.168.1.1": "private",
    "198.18.0.1": "benchmark",
    "198.19.255.255": "benchmark",
    "198.51.100.1": "documentation",
    "203.0.113.1": "documentation",
    "224.0.0.1": "multicast",
    "239.255.255.255": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "broadcast",
    "::": "unspecified",
    "::1": "loopback",
    "::8.8.8.8": "v4-compat",
    "::ffff:8.8.8.8": "v4-mapped",
    "::ffff:127.0.0.1": "v4-mapped",
    "::ffff:0:8.8.8.8": "v4-translated",
    "64:ff9b::8.8.8.8": "nat64",
    "64:ff9b:1::1": "nat64",
    "100::1": "discard",
    "2001::1": "teredo",
    "2001:2::1": "benchmark",
    "2001:10::1": "reserved",
    "2001:db8::1": "documentation",
    "2002:808:808::1": "6to4",
    "3fff::1": "documentation",
    "5f00::1": "reserved",
    "1000::1": "reserved",
    "4000::1": "reserved",
    "fc00::1": "ula",
    "fd00::1": "ula",
    "fd00:ec2::254": "metadata",
    "fd20:ce::254": "metadata",
    "fe80::1": "link-local",
    "febf::1": "link-local",
    "fec0::1": "site-local",
    "ff02::1": "multicast",
    "2a00::5efe:10.0.0.1": "private",
}


@pytest.mark.parametrize(("address", "reason"), FORBIDDEN.items())
def test_no_delivery_goes_to_special_addresses(address, reason):
    assert forbidden(ip_address(address), []) == reason


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2a00:1450::1",
        "2620:fe::fe",
        "3ffe::1",
    ],
)
def test_public_addresses_are_fine(address):
    assert forbidden(ip_address(address), []) is None


@given(address=st.ip_addresses())
def test_nothing_that_python_knows_to_be_special_gets_through(address):
    if not address.is_global or address.is_multicast:
        known_public = ip_network("192.0.0.0/24"), ip_network("2001::/23")
        assert forbidden(address, []) is not None or any(
            address in network for network in known_public if network.version == address.version
        )


def test_an_allowed_network_opens_what_is_in_it_and_nothing_else():
    allow = [ip_network("10.20.0.0/16"), ip_network("::1/128")]

    assert forbidden(IPv4Address("10.20.3.4"), allow) is None
    assert forbidden(IPv6Address("::1"), allow) is None
    assert forbidden(IPv4Address("10.21.0.1"), allow) == "private"
    assert forbidden(IPv4Address("127.0.0.1"), allow) == "loopback"


@pytest.mark.parametrize("address", ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "64:ff9b::169.254.169.254"])
def test_a_metadata_address_is_not_opened_by_a_network_around_it(address):
    allow = [ip_network("0.0.0.0/0"), ip_network("::/0")]

    assert forbidden(ip_address(address), allow) == "metadata"


def test_a_metadata_address_is_opened_by_its_own_entry():
    assert forbidden(IPv4Address("169.254.169.254"), [ip_network("169.254.169.254/32")]) is None


@pytest.mark.parametrize(
    "form", ["64:ff9b::10.0.0.1", "::ffff:10.0.0.1", "::10.0.0.1", "2002:a00:1::", "::ffff:0:10.0.0.1"]
)
def test_opening_an_ipv6_form_does_not_open_the_ipv4_address_inside(form):
    assert forbidden(ip_address(form), [ip_network("::/0")]) == "private"
    assert forbidden(ip_address(form), [ip_network("::/0"), ip_network("10.0.0.0/8")]) is None


def test_nat64_to_a_public_address_can_be_opened():
    assert forbidden(IPv6Address("64:ff9b::8.8.8.8"), [ip_network("64:ff9b::/96")]) is None


def test_one_bad_address_among_good_ones_refuses_them_all():
    good, bad = IPv4Address("8.8.8.8"), IPv4Address("10.0.0.1")

    assert check_addresses([good, good], []) is None
    assert check_addresses([good, bad], []) == "private"
    assert check_addresses([bad, good], []) == "private"
