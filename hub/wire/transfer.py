"""One easy handle of libcurl, used for one request after the other.

What never changes is set once; between requests only what differs is set again (a reset and everything anew
would cost more than the transfer).
"""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

import pycurl

from hub.rules.targets import Address, Network, Target, forbidden
from hub.wire.messages import NOT_SENT, Request, Response, Tls

KEPT_BODY_BYTES = 16 * 1024
# Read and thrown away so that the connection can be used again; longer bodies cost the connection.
READ_BODY_BYTES = 64 * 1024
KEPT_HEADERS = 64
KEPT_HEADER_BYTES = 8 * 1024
# Of all answers to one request: interim ones (1xx) count too.
READ_HEADER_BYTES = 64 * 1024
DETAIL_CHARS = 200
# Receivers drop idle connections after some tens of seconds; a moved name must be followed some time.
IDLE_CONNECTION_S = 30
CONNECTION_LIFE_S = 300

# By number (https://curl.se/libcurl/c/libcurl-errors.html); some have no name in pycurl.
ERROR_OF_CODE = {
    pycurl.E_URL_MALFORMAT: "invalid_url",
    pycurl.E_COULDNT_RESOLVE_HOST: "dns",
    pycurl.E_COULDNT_CONNECT: "connect",
    pycurl.E_SSL_CONNECT_ERROR: "tls",
    pycurl.E_PEER_FAILED_VERIFICATION: "tls",
    pycurl.E_SSL_CERTPROBLEM: "tls",
    pycurl.E_SSL_CIPHER: "tls",
    pycurl.E_SSL_ISSUER_ERROR: "tls",
    pycurl.E_GOT_NOTHING: "early_close",
    pycurl.E_PARTIAL_FILE: "early_close",
    pycurl.E_SEND_ERROR: "early_close",
    pycurl.E_RECV_ERROR: "early_close",
    100: "headers_too_large",  # CURLE_TOO_LARGE
}
# Where libcurl only knows that a callback of ours refused.
OUR_DETAILS = {
    "headers_too_large": "the answer has more than 64 KiB of headers",
    "forbidden_address": "the connection would go to a forbidden address",
}
BAD_ADDRESS = -1


@dataclass(slots=True)
class Errand:
    """A request on its way: where it goes and what is left of its time.

    addresses: still to be tried, best first.
    """

    request: Request
    target: Target
    started_at: float
    addresses: list[Address] = field(default_factory=list)


class Transfer:
    """An easy handle and what its answer has been so far."""

    def __init__(self, allow: Sequence[Network], *, ca_file: str, opened: Callable[[int], None]) -> None:
        """opened: told the descriptor of each new socket."""
        self.errand: Errand | None = None
        self._allow = allow
        self._opened = opened
        self._set: dict[int, Any] = {}
        self._address: Address | None = None
        self.handle = pycurl.Curl()
        self.handle.transfer = self
        self._clear()
        for option, value in _fixed(ca_file).items():
            self.handle.setopt(option, value)
        self.handle.setopt(pycurl.OPENSOCKETFUNCTION, self._open_socket)
        self.handle.setopt(pycurl.HEADERFUNCTION, self._on_header)
        self.handle.setopt(pycurl.WRITEFUNCTION, self._on_body)

    def prepare(self, errand: Errand, now: float) -> None:
        """Point the handle at the errand's first address."""
        request = errand.request
        self._clear()
        self.errand = errand
        left_s = max(0.001, errand.started_at + request.timeout_s - now)
        address = errand.addresses[0]
        self._setopt(pycurl.URL, errand.target.url)
        if address is not self._address:  # by identity: the cache hands out the same objects, text costs 1 µs
            # Whatever host and port the URL is read as, the connection goes to the checked address.
            pin = f"::[{address}]:" if address.version == 6 else f"::{address}:"
            self.handle.setopt(pycurl.CONNECT_TO, [pin])
            self._address = address
        self._setopt(pycurl.CONNECTTIMEOUT_MS, max(1, int(min(request.connect_timeout_s, left_s) * 1000)))
        self._setopt(pycurl.TIMEOUT_MS, max(1, int(left_s * 1000)))
        self.handle.setopt(pycurl.HTTPHEADER, [*request.headers, "Expect:"])
        self.handle.setopt(pycurl.POSTFIELDS, request.body)
        if request.may_send is not None:
            # From then on for all of its requests: a microsecond each, so only where somebody wants it.
            self._setopt(pycurl.PREREQFUNCTION, self._before_request)

    def use(self, tls: Tls) -> None:
        """For the rest of the handle's life. libcurl shares a connection only between requests with the same certificates."""
        if tls.certificate is not None and tls.key is not None:
            self.handle.setopt(pycurl.SSLCERT_BLOB, tls.certificate)
            self.handle.setopt(pycurl.SSLKEY_BLOB, tls.key)
        if tls.ca is not None:
            self.handle.setopt(pycurl.CAINFO_BLOB, tls.ca)

    def failed_to_connect(self, code: int) -> bool:
        """Whether nothing was sent yet, so that another address may be tried."""
        if self._vetoed:
            return False
        return code == pycurl.E_COULDNT_CONNECT or (code == pycurl.E_OPERATION_TIMEDOUT and self._before_sending())

    def response(self, code: int, detail: str, now: float) -> Response:
        """The errand's response; code: libcurl's, 0 for success."""
        assert self.errand is not None  # noqa: S101 only transfers under way end
        status = self.handle.getinfo(pycurl.RESPONSE_CODE)
        error = self._error(code) if code else None
        return Response(
            self.errand.request.key,
            status if status >= 200 else None,  # 0: none came; 1xx: only interim ones did
            error,
            OUR_DETAILS.get(error, detail[:DETAIL_CHARS]) if error else "",
            (now - self.errand.started_at) * 1000,
            _parse_headers(self._header_lines),
            bytes(self._body),
        )

    def release(self) -> None:
        """Forget the errand; the handle waits for the next one and keeps no body alive."""
        self.errand = None
        self._clear()

    def _clear(self) -> None:
        self._header_lines: list[bytes] = []
        self._header_bytes = 0
        self._body = b""
        self._body_bytes = 0
        self._vetoed = ""

    def _setopt(self, option: int, value: Any) -> None:
        if self._set.get(option) != value:
            self.handle.setopt(option, value)
            self._set[option] = value

    def _error(self, code: int) -> str | None:
        if self._vetoed:
            return self._vetoed
        if code == pycurl.E_WRITE_ERROR:
            # We hung up: over too many headers, or with more of the body than anybody wants.
            return "headers_too_large" if self._header_bytes > READ_HEADER_BYTES else None
        if code == pycurl.E_OPERATION_TIMEDOUT:
            return "connect_timeout" if self._before_sending() else "timeout"
        return ERROR_OF_CODE.get(code, "protocol")

    def _before_sending(self) -> bool:
        # Not by PRETRANSFER_TIME: libcurl 8.23 sets it for connections that were never made.
        return not self.handle.getinfo(pycurl.REQUEST_SIZE)

    def _open_socket(self, purpose: int, address: Any) -> int:
        """The second lock: whatever led here, no socket is made for an address that is not the checked one."""
        assert self.errand is not None  # noqa: S101 sockets open for transfers under way
        peer = ip_address(address.addr[0])
        if peer != self.errand.addresses[0] or forbidden(peer, self._allow):
            self._vetoed = "forbidden_address"
            return BAD_ADDRESS
        try:
            made = socket.socket(address.family, address.socktype, address.protocol)
        except OSError:  # out of descriptors
            return BAD_ADDRESS
        # A bare descriptor: of a socket object pycurl would keep a duplicate, without close-on-exec.
        self._opened(made.fileno())
        return made.detach()

    def _before_request(self, *addresses: Any) -> int:
        assert self.errand is not None  # noqa: S101 requests are sent for transfers under way
        may_send = self.errand.request.may_send
        if may_send is None or may_send():
            return pycurl.PREREQFUNC_OK
        self._vetoed = NOT_SENT
        return pycurl.PREREQFUNC_ABORT

    def _on_header(self, line: bytes) -> int:
        self._header_bytes += len(line)
        if self._header_bytes > READ_HEADER_BYTES:
            return -1
        if line.startswith(b"HTTP/"):
            self._header_lines = []
        else:
            self._header_lines.append(line)
        return len(line)

    def _on_body(self, data: bytes) -> int:
        room = KEPT_BODY_BYTES - len(self._body)
        if room > 0:
            self._body = self._body + data[:room] if self._body else data[:room]
        self._body_bytes += len(data)
        return len(data) if self._body_bytes <= READ_BODY_BYTES else -1


def _fixed(ca_file: str) -> dict[int, Any]:
    return {
        pycurl.POST: 1,
        pycurl.NOSIGNAL: 1,
        pycurl.PROTOCOLS: pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS,
        pycurl.FOLLOWLOCATION: 0,
        pycurl.HTTP_VERSION: pycurl.CURL_HTTP_VERSION_1_1,
        # An empty proxy also switches off the ones in the environment.
        pycurl.PROXY: "",
        pycurl.NOPROXY: "*",
        # The request's headers say who sends; pycurl would list its libraries.
        pycurl.USERAGENT: "",
        pycurl.HTTP_CONTENT_DECODING: 0,
        pycurl.PATH_AS_IS: 1,
        pycurl.TCP_NODELAY: 1,
        pycurl.SSL_VERIFYPEER: 1,
        pycurl.SSL_VERIFYHOST: 2,
        pycurl.SSLVERSION: pycurl.SSLVERSION_TLSv1_2,
        pycurl.CAINFO: ca_file,
        pycurl.MAXAGE_CONN: IDLE_CONNECTION_S,
        pycurl.MAXLIFETIME_CONN: CONNECTION_LIFE_S,
    }


def _parse_headers(lines: list[bytes]) -> dict[str, str]:
    headers: dict[str, str] = {}
    kept_bytes = 0
    for line in lines:
        kept_bytes += len(line)
        if kept_bytes > KEPT_HEADER_BYTES or len(headers) >= KEPT_HEADERS:
            break
        raw_name, colon, raw_value = line.partition(b":")
        if not colon:
            continue
        name = raw_name.decode("latin-1").strip().lower()
        value = raw_value.decode("latin-1").strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
