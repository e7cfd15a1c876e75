"""A small Xero over a real socket: made from the pages and the document that xero.yaml names."""

import re
from typing import Any
from uuid import UUID

from tests.connectors.shapes_server import Asked, Reply, Shaped

TOKEN = "eyJ.xero"
TENANT = "45e4708e-d862-4111-ab3a-dd8cd03913e1"
KEYS = {"Contacts": "ContactID", "Invoices": "InvoiceID", "Payments": "PaymentID"}
LEFT = {"X-DayLimit-Remaining": "4990", "X-MinLimit-Remaining": "57", "X-AppMinLimit-Remaining": "9990"}


class Xero(Shaped):
    """An organisation. records: by set, then id. honours_keys: whether it remembers idempotency keys."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in KEYS}
        self.honours_keys = True
        self._answered: dict[str, Reply] = {}

    def answer(self, asked: Asked) -> Reply:
        """`/<set>` and `/<set>/<id>`; a request with a known key gets the first one's answer."""
        if (instead := self.instead()) is not None:
            return instead
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return 401, {}, {"Title": "Unauthorized", "Status": 401, "Detail": "TokenExpired: token expired"}
        if asked.headers.get("xero-tenant-id") != TENANT:
            return 403, {}, {"Title": "Forbidden", "Status": 403, "Detail": "AuthenticationUnsuccessful"}
        key = asked.headers.get("idempotency-key", "")
        if self.honours_keys and key in self._answered:
            return self._answered[key]
        status, headers, document = self._first(asked)
        if key and status == 200:
            self._answered[key] = status, headers | LEFT, document
        return status, headers | LEFT, document

    def _first(self, asked: Asked) -> Reply:
        _, name, *rest = asked.path.split("/")
        kept = self.records[name]
        if asked.method == "PUT":
            return self._create(name, asked.body[name][0])
        if not rest:
            return 200, {}, {name: _found(list(kept.values()), asked.query)}
        if rest[0] not in kept:
            return 404, {}, {"Type": "NotFoundException", "Message": "The resource you're looking for cannot be found"}
        if asked.method == "POST":
            kept[rest[0]].update(asked.body[name][0])
        return 200, {}, {name: [kept[rest[0]]]}

    def _create(self, name: str, given: dict[str, Any]) -> Reply:
        others = self.records[name].values()
        if name == "Contacts" and any(each["Name"] == given.get("Name") for each in others):
            return invalid(given, f"The contact name {given['Name']} is already assigned to another contact.")
        if name == "Invoices" and not given.get("Contact"):
            return invalid(given, "A Contact must be specified for this type of transaction")
        number = str(UUID(int=1 + sum(map(len, self.records.values()))))
        self.records[name][number] = {KEYS[name]: number, **given}
        return 200, {}, {name: [self.records[name][number]]}


def invalid(given: dict[str, Any], message: str) -> Reply:
    """A validation exception."""
    element = given | {"ValidationErrors": [{"Message": message}]}
    exception = {"ErrorNumber": 10, "Type": "ValidationException", "Message": "A validation exception occurred"}
    return 400, {}, exception | {"Elements": [element]}


def _found(rows: list[dict[str, Any]], query: dict[str, str]) -> list[dict[str, Any]]:
    if term := re.fullmatch(r'(\w+)=="([^"]*)"', query.get("where", "")):
        rows = [each for each in rows if each.get(term[1]) == term[2]]
    start = 100 * (int(query.get("page", 1)) - 1)
    return rows[start : start + 100]
