"""Change notifications of Microsoft Graph and Business Central: a handshake, then lists whose entries carry our own secret.

Sources: https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks and
https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/api-reference/v2.0/dynamics-subscriptions. Both call
the address with `validationToken` when a subscription is made (Business Central also when it is renewed) and want it back as
plain text within 10 (5) seconds. Notifications are not signed; each holds the subscription's `clientState`.
"""

import hmac
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from hub.rules.inbound import payloads, signatures
from hub.rules.inbound.received import ITEMS_MAX, Item, Options, Reason, Received, Refusal

TOKEN_MAX = 4096
FIELDS_MAX = 20
_LAST_NAME = re.compile(r"([A-Za-z0-9_]+)(\([^/]*\))?/?$")


def handshake(received: Received) -> str | None:
    """The token to send back, None when this is no handshake."""
    query = urlsplit(received.url).query
    if "validationToken=" not in query or query.count("&") > FIELDS_MAX:
        return None
    found = parse_qs(query).get("validationToken", [])
    return found[0] if len(found) == 1 and len(found[0]) <= TOKEN_MAX else None


def verify(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """None when every notification has a live secret as its `clientState`: one that has not spoils all."""
    if not secrets:
        return signatures.no_secret()
    found = _notifications(received)
    if isinstance(found, Refusal):
        return found
    live = [secret.encode() for secret in secrets]
    for one in found:
        given = one.get("clientState")
        text = given.encode(errors="replace") if isinstance(given, str) else b""
        if not any(hmac.compare_digest(text, secret) for secret in live):
            return Refusal(Reason.WRONG_SENDER, "A notification's clientState is no live secret of this source.")
    return None


def read(received: Received, options: Options) -> list[Item] | Refusal:
    """One event for each notification, `<entity>.<changeType>`; the secret is taken out of what is published."""
    found = _notifications(received)
    if isinstance(found, Refusal):
        return found
    items = []
    for one in found:
        payload = {name: value for name, value in one.items() if name != "clientState"}
        own = one.get("id") if isinstance(one.get("id"), str) else None
        # Business Central sends no id, but the entity and when it was changed last.
        key = f"id:{own}" if own else f"hash:{payloads.digest(payload)}"
        items.append(Item(options.type or _type(one), key, payload, own))
    return items


def _notifications(received: Received) -> list[dict[str, Any]] | Refusal:
    value = payloads.parse(received)
    if isinstance(value, Refusal):
        return value
    found = value.get("value") if isinstance(value, dict) else None
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        return Refusal(Reason.MALFORMED_BODY, "The body has no list of notifications in `value`.")
    if len(found) > ITEMS_MAX:
        return Refusal(Reason.TOO_MANY_EVENTS, f"A request holds at most {ITEMS_MAX} events.")
    return found


def _type(one: dict[str, Any]) -> str:
    if isinstance(one.get("lifecycleEvent"), str):
        return f"lifecycle.{one['lifecycleEvent']}"
    change = one.get("changeType")
    return f"{_entity(one)}.{change if isinstance(change, str) and change else 'changed'}"


def _entity(one: dict[str, Any]) -> str:
    """Graph: the last word of `#Microsoft.Graph.Message`. Business Central: the last of `…/companies(id)/customers(id)`."""
    data = one.get("resourceData")
    kind = data.get("@odata.type") if isinstance(data, dict) else None
    if isinstance(kind, str) and kind:
        return kind.rpartition(".")[2].lstrip("#") or "resource"
    resource = one.get("resource")
    match = _LAST_NAME.search(resource) if isinstance(resource, str) and "(" in resource else None
    return match.group(1) if match else "resource"
