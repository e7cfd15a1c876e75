"""Posting an event to a local URL as the hub would to a partner, and one readable line about it."""

import json
import time
from dataclasses import dataclass
from typing import TextIO

import httpx

from hub.cli.stream import Event
from hub.rules import signing

TIMEOUT_S = 15


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. status: None when nothing did; then error says why. took_ms: until then."""

    status: int | None
    error: str
    took_ms: float

    @property
    def good(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class Forwarder:
    """Sends events to one URL, signed with one secret (Standard Webhooks). The address is the developer's own: not checked."""

    def __init__(self, url: str, secret: str) -> None:
        self._url = url
        self._secret = secret
        self._http = httpx.Client(timeout=TIMEOUT_S, trust_env=False, follow_redirects=False)

    def send(self, event: Event) -> Answer:
        """One attempt; failures are answers."""
        began = time.monotonic()
        now_s = int(time.time())
        headers = {
            "content-type": "application/json",
            "user-agent": "hub-webhooks/1",
            "webhook-id": event.id,
            "webhook-timestamp": str(now_s),
            "webhook-signature": signing.sign([self._secret], event.id, now_s, event.body),
        }
        try:
            status, error = self._http.post(self._url, content=event.body, headers=headers).status_code, ""
        except httpx.HTTPError as failure:
            status, error = None, type(failure).__name__
        return Answer(status, error, (time.monotonic() - began) * 1000)

    def close(self) -> None:
        """Close its connections."""
        self._http.close()


class Shown:
    """Lines about what comes and what became of it: time, answer, milliseconds, type, id."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def note(self, text: str) -> None:
        """A line about the listening itself."""
        print(f"{time.strftime('%H:%M:%S')}  -- {text}", file=self._out, flush=True)

    def event(self, event: Event, answer: Answer | None, *, again: bool = False) -> None:
        """A line about an event. answer: None when nothing is forwarded. again: a key asked for it."""
        outcome = "" if answer is None else f"{answer.status or answer.error!s:>3}  {answer.took_ms:6.0f} ms  "
        about = f"{event.type}  {event.id}{_subject(event)}{'  (again)' if again else ''}"
        print(f"{time.strftime('%H:%M:%S')}  {outcome}{about}", file=self._out, flush=True)


def _subject(event: Event) -> str:
    """The id of what the event is about, when its data has one."""
    data = json.loads(event.body)["data"]
    subject = data.get("id") if isinstance(data, dict) else None
    return f"  {subject}" if isinstance(subject, str) else ""
