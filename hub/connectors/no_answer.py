"""Why there is no complete answer, in our own words: those of the library may hold host names."""

import asyncio
import ssl

import httpx

from hub.connectors.dial import ForbiddenTarget


class NotSent(httpx.RequestError):
    """A request that was about to leave when the job was no more its worker's (during.py)."""


_WORDS: dict[type[BaseException], str] = {
    httpx.ConnectTimeout: "connecting took too long",
    httpx.ConnectError: "the connection was refused or the name is not known",
    httpx.ReadTimeout: "the system took too long",
    httpx.ReadError: "the connection broke",
    httpx.WriteError: "the connection broke",
    NotSent: "the worker had stood still for so long that another one may have the job",
    httpx.RemoteProtocolError: "the connection ended before the answer was complete",
}
_CLASSES: dict[type[BaseException], str] = {
    ForbiddenTarget: "target_forbidden",
    asyncio.CancelledError: "stopped",
    httpx.ConnectTimeout: "connect_timeout",
    httpx.ConnectError: "connect_failed",
    httpx.ReadTimeout: "read_timeout",
    NotSent: "not_sent",
}


def words(error: httpx.RequestError) -> str:
    """For the message of an outcome."""
    if cause := _tls_error(error):
        return "no secure connection came about: " + (cause.reason or "TLS").lower().replace("_", " ")
    return _WORDS.get(type(error), type(error).__name__)


def error_class(error: BaseException) -> str:
    """For the exchanges of a run. `stopped`: the call's time was up, or somebody stopped it."""
    return "tls" if _tls_error(error) else _CLASSES.get(type(error), "connection_lost")


def _tls_error(error: BaseException) -> ssl.SSLError | None:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None
