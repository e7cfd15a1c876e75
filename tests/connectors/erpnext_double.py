"""A small ERPNext over a real socket, for what matters to the connector.

Made from https://docs.frappe.io/framework/user/en/api/rest, frappe/api/v1.py and frappe/exceptions.py of version 15.
"""

import itertools
import json
from typing import Any

from tests.connectors.shapes_server import Asked, Reply, Shaped

KEY, SECRET = "4f0e7a", "9c1d2b"
REFERENCE = "custom_hub_reference"
STATUSES = {"AuthenticationError": 401, "PermissionError": 403, "DoesNotExistError": 404, "DuplicateEntryError": 409}
MANDATORY = {"Customer": ["customer_name"], "Item": ["item_code", "item_group"], "Sales Order": ["customer", "items"]}


class Erpnext(Shaped):
    """A site. records: by document type, then name."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[str, dict[str, Any]]] = {}
        self._numbers = itertools.count(1)

    def bearing(self, reference: str) -> int:
        """How many documents bear a reference."""
        return sum(each.get(REFERENCE) == reference for kept in self.records.values() for each in kept.values())

    def answer(self, asked: Asked) -> Reply:
        """The routes of frappe/api/v1.py."""
        if (instead := self.instead()) is not None:
            return instead
        if asked.headers.get("authorization") != f"token {KEY}:{SECRET}":
            return refusal("AuthenticationError", "")
        _, _, what, *rest = asked.path.split("/")
        if what == "method":
            return 200, {}, {"message": "hub@example.com"}
        doctype, name = rest[0], rest[1] if len(rest) > 1 else None
        kept = self.records.setdefault(doctype, {})
        if name is None:
            return self._create(kept, doctype, asked.body) if asked.method == "POST" else _list(kept, asked.query)
        if name not in kept:
            return refusal("DoesNotExistError", f"{doctype} {name} not found")
        return self._change(kept[name], asked.body) if asked.method == "PUT" else (200, {}, {"data": kept[name]})

    def _create(self, kept: dict[str, Any], doctype: str, given: dict[str, Any]) -> Reply:
        missing = [field for field in MANDATORY.get(doctype, []) if not given.get(field)]
        if missing:
            labels = [f"Error: Value missing for {doctype}: <b>{field}</b>" for field in missing]
            return refusal("MandatoryError", f"[{doctype}, new-1]: {', '.join(missing)}", labels)
        named = given.get("item_code") or given.get("customer_name") or f"{doctype}-{next(self._numbers):05}"
        taken = [each for each in kept.values() if given.get(REFERENCE) and each[REFERENCE] == given[REFERENCE]]
        if named in kept or taken:
            return refusal("DuplicateEntryError", f"('{doctype}', '{named}', IntegrityError(1062))", ["Duplicate name"])
        kept[named] = {"name": named, "docstatus": 0, "modified": self._now(), **given}
        return 200, {}, {"data": kept[named]}

    def _change(self, record: dict[str, Any], given: dict[str, Any]) -> Reply:
        if given.get("modified", record["modified"]) != record["modified"]:
            return refusal("TimestampMismatchError", "Document has been modified", ["Please refresh."])
        before, after = record["docstatus"], given.get("docstatus", record["docstatus"])
        if before == 2 or after < before or after == 2 > before + 1:
            return refusal("DocstatusTransitionError", f"Cannot change docstatus from {before} to {after}")
        record.update({**given, "modified": self._now()})
        return 200, {}, {"data": record}

    def _now(self) -> str:
        return f"2026-11-22 10:00:00.{next(self._numbers):06}"


def refusal(exc_type: str, text: str, messages: list[str] | None = None) -> Reply:
    """An exception as Frappe answers it."""
    document: dict[str, Any] = {"exception": f"frappe.exceptions.{exc_type}: {text}", "exc_type": exc_type}
    if messages:
        packed = [json.dumps({"message": each, "title": "Message", "indicator": "red"}) for each in messages]
        document["_server_messages"] = json.dumps(packed)
    return STATUSES.get(exc_type, 417), {}, document


def _list(kept: dict[str, dict[str, Any]], query: dict[str, str]) -> Reply:
    filters = json.loads(query.get("filters", "[]"))
    found = [each for each in kept.values() if all(each.get(field) == value for field, _, value in filters)]
    start, size = int(query.get("limit_start", 0)), int(query.get("limit_page_length", 20))
    fields = json.loads(query.get("fields", '["name"]'))
    page = [each if fields == ["*"] else {field: each.get(field) for field in fields} for each in found]
    return 200, {}, {"data": page[start : start + size]}
