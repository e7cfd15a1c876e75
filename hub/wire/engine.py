"""The delivery engine: many requests in flight in one thread."""

import ssl
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf
from socket import getaddrinfo
from time import monotonic

import certifi
import pycurl

from hub.rules.errors import HubError
from hub.rules.targets import Network, Target, parse_target
from hub.wire.messages import Request, Response
from hub.wire.names import GRACE_S, SLOW_S, Answer, Names, Resolve
from hub.wire.poll import Poll
from hub.wire.transfer import Errand, Transfer

TOOK_TOO_LONG = Answer([], "dns", "the lookup took too long", 0.0)
MAX_CONNECTIONS = 512
CACHED_TARGETS = 10_000


class Wire:
    """Starts requests and collects responses. Used by one thread, except `wake`; made after a fork, not before."""

    def __init__(
        self,
        *,
        allow: Sequence[Network],
        allow_http: bool,
        resolve: Resolve = getaddrinfo,
        max_connections: int = MAX_CONNECTIONS,
        ca_file: str | None = None,
    ) -> None:
        """allow: forbidden networks that an installation opens. max_connections: open at once, idle ones
        included.

        ca_file: PEM bundle to trust; else SSL_CERT_FILE or the system's, else certifi's.
        """
        self._allow = tuple(allow)
        self._ca_file = ca_file or ssl.get_default_verify_paths().cafile or certifi.where()
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_MAX_TOTAL_CONNECTIONS, max_connections)
        self._multi.setopt(pycurl.M_MAXCONNECTS, max_connections)
        self._poll = Poll(self._multi)
        self._names = Names(resolve, self._allow, wake=self._poll.wake)
        self._target = lru_cache(maxsize=CACHED_TARGETS)(lambda url: _target(url, allow_http))
        self._idle: list[Transfer] = []
        self._active: set[Transfer] = set()
        self._waiting: defaultdict[str, list[Errand]] = defaultdict(list)
        self._done: list[Response] = []

    @property
    def in_flight(self) -> int:
        """Requests started and not collected yet."""
        return len(self._active) + sum(map(len, self._waiting.values())) + len(self._done)

    def start(self, requests: Iterable[Request]) -> None:
        """Send these; each comes back once from `collect`."""
        now = monotonic()
        for request in requests:
            target = self._target(request.url)
            if isinstance(target, str):
                self._done.append(Response(request.key, error="invalid_url", error_detail=target))
            elif _broken(request.headers):
                detail = "a header is not one line of ASCII"
                self._done.append(Response(request.key, error="invalid_header", error_detail=detail))
            else:
                self._send_or_wait(Errand(request, target, now), now)

    def collect(self, timeout_s: float) -> list[Response]:
        """Drive the transfers until something has finished, `wake` was called, or the time is up.

        Everything that has finished by then comes at once.
        """
        end = monotonic() + timeout_s
        while True:
            now = monotonic()
            until = min(end, self._first_deadline(now))
            woken = self._poll.run(0.0 if self._done else max(0.0, until - now))
            arrived = self._names.arrived(now)
            self._admit(arrived)
            self._reap()
            if self._waiting:
                self._give_up_waiting()
            if self._done or monotonic() >= end or (woken and not arrived):
                done, self._done = self._done, []
                return done

    def wake(self) -> None:
        """Make `collect` return, now or when it is called next. From any thread."""
        self._poll.wake()

    def close(self) -> None:
        """Drop what is in flight and close every connection."""
        self._names.close()
        for transfer in (*self._active, *self._idle):
            if transfer in self._active:
                self._multi.remove_handle(transfer.handle)
            transfer.handle.close()
        self._active.clear()
        self._idle.clear()
        self._multi.close()
        self._poll.close()

    def _send_or_wait(self, errand: Errand, now: float) -> None:
        host, address = errand.target.host, errand.target.address
        answer = self._names.get(host, now)
        if answer is None and address is not None:
            answer = self._names.literal(host, address)
        if answer is not None:
            self._send(errand, answer, now)
            return
        self._waiting[host].append(errand)
        self._names.ask(host)

    def _send(self, errand: Errand, answer: Answer, now: float) -> None:
        if answer.error is not None:
            self._done.append(_failed(errand, answer.error, answer.detail, now))
            return
        errand.addresses = list(answer.addresses)
        tls = errand.request.tls
        transfer = self._idle.pop() if self._idle and tls is None else self._new_transfer()
        if tls is not None:
            transfer.use(tls)
        self._put(transfer, errand, now)

    def _put(self, transfer: Transfer, errand: Errand, now: float) -> None:
        transfer.prepare(errand, now)
        self._active.add(transfer)
        self._multi.add_handle(transfer.handle)

    def _new_transfer(self) -> Transfer:
        return Transfer(self._allow, ca_file=self._ca_file, opened=self._poll.opened)

    def _admit(self, arrived: list[tuple[str, Answer]]) -> None:
        now = monotonic()
        for host, answer in arrived:
            for errand in self._waiting.pop(host, ()):
                self._send(errand, answer, now)

    def _reap(self) -> None:
        queued = 1
        while queued:
            queued, succeeded, failed = self._multi.info_read()
            for handle in succeeded:
                self._finish(handle.transfer, 0, "")
            for handle, code, detail in failed:
                self._finish(handle.transfer, code, detail)

    def _finish(self, transfer: Transfer, code: int, detail: str) -> None:
        self._multi.remove_handle(transfer.handle)
        self._active.discard(transfer)
        now = monotonic()
        errand = transfer.errand
        assert errand is not None  # noqa: S101 it was under way
        if code and transfer.failed_to_connect(code):
            self._names.prefer_others(errand.target.host, errand.addresses.pop(0))
            if errand.addresses and now < errand.started_at + errand.request.timeout_s:
                self._put(transfer, errand, now)
                return
        self._done.append(transfer.response(code, detail, now))
        # Of TLS of its own nothing may remain for the next request; the connection is the multi handle's and stays.
        if errand.request.tls is not None:
            transfer.handle.close()
            return
        transfer.release()
        self._idle.append(transfer)

    def _first_deadline(self, now: float) -> float:
        again = now + SLOW_S if self._names.queued else inf
        for host, errands in self._waiting.items():
            patience_s = self._patience_s(host, now)
            again = min(again, *(_name_deadline(errand, patience_s) for errand in errands))
        return again

    def _patience_s(self, host: str, now: float) -> float:
        """How long an answer is waited for: not for long when the former one can be used."""
        return inf if self._names.known(host, now) is None else GRACE_S

    def _give_up_waiting(self) -> None:
        now = monotonic()
        for host, errands in list(self._waiting.items()):
            patience_s = self._patience_s(host, now)
            late = [errand for errand in errands if _name_deadline(errand, patience_s) <= now]
            left = [errand for errand in errands if _name_deadline(errand, patience_s) > now]
            if left:
                self._waiting[host] = left
            else:
                del self._waiting[host]
            known = self._names.use_known(host, now) if late else None
            for errand in late:
                self._send(errand, known or TOOK_TOO_LONG, now)


def _target(url: str, allow_http: bool) -> Target | str:
    """The checked URL, or what is wrong with it."""
    try:
        return parse_target(url, allow_http=allow_http)
    except HubError as error:
        return error.detail


def _broken(headers: list[str]) -> bool:
    """Whether a header would break out of its line or cannot be sent; endpoints are checked, this is the last lock."""
    text = "".join(headers)
    return not text.isascii() or "\n" in text or "\r" in text or "\0" in text


def _failed(errand: Errand, error: str, detail: str, now: float) -> Response:
    duration_ms = (now - errand.started_at) * 1000
    return Response(errand.request.key, error=error, error_detail=detail, duration_ms=duration_ms)


def _name_deadline(errand: Errand, patience_s: float) -> float:
    request = errand.request
    return errand.started_at + min(request.connect_timeout_s, request.timeout_s, patience_s)
