"""ERPNext: reads what Frappe packs twice into its refusals, so that messages and the fields that are missing can be told.

Source: https://docs.frappe.io/framework/user/en/api/rest and frappe/model/document.py: a MandatoryError's text is
`[<doctype>, <name>]: <field>, <field>`, which is the only place that names the fields.
"""

import json
import re
from typing import Any

from hub.connectors.base import Result
from hub.connectors.manifest.parts import Request
from hub.connectors.manifest.session import ManifestSession
from hub.connectors.outbound import Answer
from hub.rules.outcomes import Done

TAGS = re.compile(r"<[^>]+>")
MANDATORY = re.compile(r"\]: ([a-z0-9_]+(?:, [a-z0-9_]+)*)$")
TEXT_MAX = 500


def parse(session: ManifestSession, answer: Answer) -> Any:
    """The document; of a refusal with `text` (Frappe's messages to people) and `missing` (fields of a MandatoryError)."""
    document = answer.json()
    if answer.ok or not isinstance(document, dict):
        return document
    exception = str(document.get("exception") or "")
    found = MANDATORY.search(exception.strip()) if document.get("exc_type") == "MandatoryError" else None
    missing = [{"name": name, "text": "A value is required."} for name in found[1].split(", ")] if found else []
    return document | {"text": _told(document) or exception[:TEXT_MAX], "missing": missing}


def _told(document: dict[str, Any]) -> str:
    """`_server_messages`: a JSON list in a string, of JSON objects in strings, with HTML in their `message`."""
    try:
        packed = json.loads(document.get("_server_messages") or "[]")
        messages = [json.loads(each) for each in packed]
    except (ValueError, TypeError, RecursionError):
        return ""
    texts = [str(each.get("message") or "") for each in messages if isinstance(each, dict)]
    return " ".join(TAGS.sub("", text).strip() for text in texts if text)[:TEXT_MAX]


async def call_method(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """A whitelisted function."""
    request = Request(method="POST", path="/api/method/{{input.method}}", body="{{input.arguments}}")
    answer, document = await session.ask(request, session.values(given, reference))
    return Done({"result": document.get("message") if isinstance(document, dict) else None}, answer.request_id)


async def changed(session: ManifestSession, given: dict[str, Any], doctype: str, *, reference: str) -> Result | None:
    """The document, if it has the values that the change wants it to have; rows of tables are not compared."""
    path = "/api/resource/{{input.doctype}}/{{input.name}}"
    values = session.values({"doctype": doctype, "name": given["name"]}, reference)
    answer, document = await session.ask(Request(path=path), values)
    record = document.get("data") or {}
    plain = {name: value for name, value in given["fields"].items() if not isinstance(value, list)}
    if not plain or not all(record.get(name) == value for name, value in plain.items()):
        return None
    shown = {"id": str(record["name"]), "version": str(record.get("modified")), "record": record}
    return Done(shown, answer.request_id)


async def changed_customer(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The customer, if it is as the change wants it."""
    return await changed(session, given, "Customer", reference=reference)


async def changed_item(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The item, if it is as the change wants it."""
    return await changed(session, given, "Item", reference=reference)


async def changed_order(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The sales order, if it is as the change wants it."""
    return await changed(session, given, "Sales Order", reference=reference)


async def changed_document(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """A document of any type, if it is as the change wants it."""
    return await changed(session, given, given["doctype"], reference=reference)
