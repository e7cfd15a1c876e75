"""`hub listen`: a tenant's events at a local URL while somebody develops its receiver."""

import queue
import secrets
import signal
import sys
import threading
from collections import deque

import click

from hub.cli.forwarding import Forwarder, Shown
from hub.cli.http import Api
from hub.cli.keys import DigitKeys
from hub.cli.stream import Event, Stream
from hub.rules import cursor, signing
from hub.rules.errors import HubError
from hub.rules.targets import parse_target

REMEMBERED = 9


@click.command()
@click.option("--forward", "-f", "url", help="Post each event here, signed as in production.")
@click.option("--types", help="Only these, comma separated: job.succeeded,order.*")
@click.option("--since", help="Begin behind this cursor; without it with what comes.")
@click.option("--secret", help="Sign with this whsec_… or whsk_… secret; without it with a new one.")
def listen(url: str | None, types: str | None, since: str | None, secret: str | None) -> None:
    """Follow a tenant's events, and forward them to a local URL (Ctrl-C ends it).

    The keys 1 to 9 send the last, the last but one, … again.

    \b
    hub listen --forward http://localhost:3000/hooks --types 'job.*'
    """
    _check_place(since)
    _check_url(url)
    shown = Shown(sys.stdout)
    forwarder = None
    if url:
        text = _checked(secret)
        forwarder = Forwarder(url, text)
        shown.note(f"forwarding to {url}")
        shown.note(f"signing secret: {text}" if secret is None else "signing with your secret")
    things: queue.SimpleQueue[object] = queue.SimpleQueue()
    stream = Stream(Api(), types=types, cursor=since, put=things.put, note=shown.note)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: things.put(None))
    with DigitKeys(things.put):
        threading.Thread(target=stream.run, name="stream", daemon=True).start()
        last = forward(things, forwarder, shown)
    if last:
        shown.note(f"go on behind the last one: hub listen --since {last}")


def forward(things: "queue.SimpleQueue[object]", forwarder: Forwarder | None, shown: Shown) -> str | None:
    """One thing after the other until None comes: an Event, a number of a key, an error to raise. The last event's cursor."""
    last: deque[Event] = deque(maxlen=REMEMBERED)
    while (thing := things.get()) is not None:
        if isinstance(thing, Event):
            last.appendleft(thing)
            shown.event(thing, forwarder.send(thing) if forwarder else None)
        elif isinstance(thing, int) and thing <= len(last):
            event = last[thing - 1]
            shown.event(event, forwarder.send(event) if forwarder else None, again=True)
        elif isinstance(thing, Exception):
            raise thing
    return last[0].cursor if last else None


def _check_place(since: str | None) -> None:
    try:
        cursor.decode(since or cursor.encode(cursor.START))
    except HubError as error:
        detail = "this is no cursor: take the one that `hub listen` ends with, or an event's"
        raise click.BadParameter(detail, param_hint="--since") from error


def _check_url(url: str | None) -> None:
    try:
        parse_target(url or "http://localhost/", allow_http=True)
    except HubError as error:
        raise click.BadParameter(error.detail, param_hint="--forward") from error


def _checked(secret: str | None) -> str:
    """The secret that is given, or a new one."""
    text = secret or signing.new_secret(secrets.token_bytes(32))
    try:
        signing.check_secret(text)
    except HubError as error:
        raise click.BadParameter(error.detail, param_hint="--secret") from error
    return text
