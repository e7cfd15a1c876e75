"""Salesforce outbound messages: SOAP, up to 100 notifications in one, known by the organization's id, and acknowledged in SOAP.

Source: https://developer.salesforce.com/docs/platform/api/guide/sforce-api-om-outboundmessaging-wsdl.html and
https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging_notifications.htm. They are not
signed: who knows the address and the organization's id could send them, so the address is the secret. The session id within is
a credential; events do not hold it.
"""

import hmac
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from hub.rules.inbound.received import ITEMS_MAX, Item, Options, Reason, Received, Refusal

OUTBOUND = "{http://soap.sforce.com/2005/09/outbound}"
SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"
INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
ACK = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>'
    b'<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>'
    b"</soapenv:Body></soapenv:Envelope>"
)
DEPTH_MAX = 10
ORGANIZATION_ID = re.compile(r"00D[A-Za-z0-9]{12}([A-Za-z0-9]{3})?")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def verify(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """None when it is an outbound message of the organization. Ids of 15 and 18 characters name the same one."""
    found = _notifications(received.body)
    if isinstance(found, Refusal):
        return found
    given = (found.findtext(f"{OUTBOUND}OrganizationId") or "").strip()
    if not hmac.compare_digest(given[:15].encode(), options.organization_id[:15].encode()):
        return Refusal(Reason.WRONG_SENDER, "The message is of another organization.")
    return None


def read(received: Received, options: Options) -> list[Item] | Refusal:
    """One event for each notification: its type is the object's, its id the notification's, which a repeat has, too."""
    found = _notifications(received.body)
    if isinstance(found, Refusal):
        return found
    action = (found.findtext(f"{OUTBOUND}ActionId") or "").strip()
    items: list[Item] = []
    for one in found.findall(f"{OUTBOUND}Notification"):
        notification_id = (one.findtext(f"{OUTBOUND}Id") or "").strip()
        record = one.find(f"{OUTBOUND}sObject")
        if not notification_id or record is None:
            return Refusal(Reason.MALFORMED_BODY, "A notification has no id or no object.")
        kind = record.get(f"{INSTANCE}type", "").rpartition(":")[2]
        fields = _fields(record, 0)
        if fields is None:
            return Refusal(Reason.MALFORMED_BODY, f"An object is nested more than {DEPTH_MAX} deep.")
        payload = {"notification_id": notification_id, "action_id": action, "object": kind, "fields": fields}
        items.append(Item(options.type or kind or "received", f"id:{notification_id}", payload, notification_id))
    if not 0 < len(items) <= ITEMS_MAX:
        return Refusal(Reason.MALFORMED_BODY, "The message has no notifications, or too many.")
    return items


def _notifications(body: bytes) -> Element | Refusal:
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return Refusal(Reason.MALFORMED_BODY, "The body is not XML, or declares entities or a document type.")
    found = root.find(f"{SOAP}Body/{OUTBOUND}notifications") if root.tag == f"{SOAP}Envelope" else None
    return Refusal(Reason.MALFORMED_BODY, "The body is no outbound message.") if found is None else found


def _fields(record: Element, depth: int) -> dict[str, Any] | None:
    """The record's fields as text, null where Salesforce says so; an object within becomes an object. None: too deep."""
    if depth > DEPTH_MAX:
        return None
    values: dict[str, Any] = {}
    for field in record:
        name = field.tag.rpartition("}")[2]
        if field.get(f"{INSTANCE}nil") == "true":
            values[name] = None
        elif len(field):
            values[name] = _fields(field, depth + 1)
            if values[name] is None:
                return None
        else:
            values[name] = _UNPRINTABLE.sub("", field.text or "")
    return values
