"""A TCP proxy that loses answers: the server has done its work, and the client never hears of it."""

import socket
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urlsplit

CHUNK = 65536


@dataclass
class Loss:
    """What to lose: the answers to the next `times` requests that contain `match`. how: close, or keep silent."""

    match: bytes
    how: Literal["cut", "hang"]
    times: int
    done: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def wait(self, timeout_s: float = 10) -> None:
        """Wait until one more answer has come from the server and has been lost; AssertionError if none is."""
        assert self.done.acquire(timeout=timeout_s), f"no answer to {self.match!r} was lost"


class Proxy:
    """Forwards to one server. A context manager; stopped for good at its end."""

    def __init__(self, target: str) -> None:
        """target: the server's URL; `url` is the same through the proxy."""
        parts = urlsplit(target)
        self._target = (str(parts.hostname), int(parts.port or 80))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}{parts.path}"
        self._loss: Loss | None = None
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def lose(self, match: bytes, *, how: Literal["cut", "hang"], times: int = 1) -> Loss:
        """Lose the answers to the next `times` requests that contain `match`; replaces an earlier wish."""
        with self._lock:
            self._loss = Loss(match, how, times)
            return self._loss

    def stop(self) -> None:
        """Close everything: from now on connections are refused."""
        with self._lock:
            sockets = [self._listener, *self._open]
            self._open.clear()
        for each in sockets:
            _shut(each)
        for thread in list(self._threads):
            if thread is not threading.current_thread():
                thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self._target, timeout=5)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            pipe = _Pipe(self, client, server)
            with self._lock:
                self._open |= {client, server}
            for pump in (pipe.requests, pipe.answers):
                thread = threading.Thread(target=pump, daemon=True)
                self._threads.append(thread)
                thread.start()

    def _claim(self, seen: bytes) -> Loss | None:
        """The loss that these bytes of a request ask for."""
        with self._lock:
            loss = self._loss
            if loss is None or loss.times < 1 or loss.match not in seen:
                return None
            loss.times -= 1
            return loss

    def _forget(self, *sockets: socket.socket) -> None:
        with self._lock:
            self._open -= set(sockets)
        for each in sockets:
            _shut(each)


class _Pipe:
    """One client's connection. loss: the answer under way is to be lost."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self.proxy, self.client, self.server = proxy, client, server
        self.loss: Loss | None = None

    def requests(self) -> None:
        seen = b""
        while data := _receive(self.client):
            seen = seen[-1024:] + data
            if self.loss is None and (loss := self.proxy._claim(seen)):
                # Before the request goes on, so that its answer cannot be quicker.
                self.loss, seen = loss, b""
            if not _send(self.server, data):
                break
        if self.loss is None:
            self.proxy._forget(self.client, self.server)

    def answers(self) -> None:
        lost = False
        while data := _receive(self.server):
            if self.loss is None:
                if not _send(self.client, data):
                    break
                continue
            if not lost:
                # The first byte of an answer comes after the server's commit.
                lost = True
                if self.loss.how == "cut":
                    break
                self.loss.done.release()
        if self.loss is None or self.loss.how == "cut":
            self.proxy._forget(self.client, self.server)
            if lost and self.loss:
                self.loss.done.release()


def _receive(source: socket.socket) -> bytes:
    try:
        return source.recv(CHUNK)
    except OSError:
        return b""


def _send(sink: socket.socket, data: bytes) -> bool:
    try:
        sink.sendall(data)
    except OSError:
        return False
    return True


def _shut(each: socket.socket) -> None:
    """Close, and wake a thread that waits on it: closing alone does not."""
    try:
        each.shutdown(socket.SHUT_RDWR)
    except OSError:
        each.close()
        return
    each.close()
