"""libcurl's sockets on epoll.

epoll through the socket-action interface has no limit of 1,024 descriptors, as `CurlMulti.select` has, and
its cost does not grow with what is idle.
"""

import os
import select
import threading
from contextlib import suppress
from time import monotonic

import pycurl

EVENTS_OF = {
    pycurl.POLL_IN: select.EPOLLIN,
    pycurl.POLL_OUT: select.EPOLLOUT,
    pycurl.POLL_INOUT: select.EPOLLIN | select.EPOLLOUT,
}
_READABLE = select.EPOLLIN | select.EPOLLHUP | select.EPOLLERR
MAX_EVENTS = 1024


class Poll:
    """Waits for what libcurl waits for.

    A socket stays registered between two transfers: unregistering and registering again would be two system
    calls a delivery. What happens on it meanwhile (the receiver hangs up) unregisters it.
    """

    def __init__(self, multi: pycurl.CurlMulti) -> None:
        self._multi = multi
        self._epoll = select.epoll()
        self._wake_fd = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._epoll.register(self._wake_fd, select.EPOLLIN)
        self._registered: dict[int, int] = {}
        self._wanted: dict[int, int] = {}
        self._due_at: float | None = None
        self._lock = threading.Lock()
        self._closed = False
        multi.setopt(pycurl.M_SOCKETFUNCTION, self._on_socket)
        multi.setopt(pycurl.M_TIMERFUNCTION, self._on_timer)

    def wake(self) -> None:
        """End the present or next wait. From any thread, also after `close`."""
        with self._lock:  # a lookup may end later than everything else; the number may be another file's by then
            if not self._closed:
                os.eventfd_write(self._wake_fd, 1)

    def opened(self, fd: int) -> None:
        """A new socket has this number now: what was known of an older one is void."""
        self._registered.pop(fd, None)

    def run(self, timeout_s: float) -> bool:
        """One round: wait until libcurl has something to do, and let it. Whether `wake` was called."""
        fired = self._fire_timer()
        woken = False
        for fd, events in self._epoll.poll(0.0 if fired else self._wait_s(timeout_s), MAX_EVENTS):
            if fd == self._wake_fd:
                os.eventfd_read(fd)
                woken = True
            elif fd in self._wanted:
                action = pycurl.CSELECT_IN if events & _READABLE else 0
                if events & select.EPOLLOUT:
                    action |= pycurl.CSELECT_OUT
                self._multi.socket_action(fd, action)
            else:
                self._unregister(fd)
        self._fire_timer()
        return woken

    def close(self) -> None:
        """Give the descriptors back; libcurl's sockets are its own."""
        with self._lock:
            self._closed = True
            self._epoll.close()
            os.close(self._wake_fd)

    def _wait_s(self, timeout_s: float) -> float:
        until_due_s = timeout_s if self._due_at is None else self._due_at - monotonic()
        return max(0.0, min(timeout_s, until_due_s))

    def _fire_timer(self) -> bool:
        """Whether it was due: something may have finished then, and the caller wants to hear of it before any wait."""
        if self._due_at is None or self._due_at > monotonic():
            return False
        self._due_at = None
        self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)
        return True

    def _on_timer(self, timeout_ms: int) -> None:
        self._due_at = None if timeout_ms < 0 else monotonic() + timeout_ms / 1000

    def _on_socket(self, what: int, fd: int, multi: pycurl.CurlMulti, data: object) -> None:
        if what == pycurl.POLL_REMOVE:
            self._wanted.pop(fd, None)
            return
        events = EVENTS_OF[what]
        self._wanted[fd] = events
        if self._registered.get(fd) == events:
            return
        if fd in self._registered:
            self._epoll.modify(fd, events)
        else:
            self._epoll.register(fd, events)
        self._registered[fd] = events

    def _unregister(self, fd: int) -> None:
        if self._registered.pop(fd, None) is not None:
            # Closed by libcurl since this round's events were read: epoll has forgotten it, or the number is another file's.
            with suppress(OSError):
                self._epoll.unregister(fd)
