"""A small Business Central over a real socket: made from the pages that business_central.yaml names."""

import re
from typing import Any
from uuid import UUID

from tests.connectors.shapes_server import Asked, Reply, Shaped

TOKEN = "eyJ.entra"
COMPANY = "8c60c1e5-3a5e-ea11-bb3b-000d3a2feca1"
SETS = ("customers", "items", "salesOrders", "salesInvoices")


class BusinessCentral(Shaped):
    """One company. records: by entity set, then id."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in SETS}

    def answer(self, asked: Asked) -> Reply:
        """`/companies(…)/<set>(<id>)`."""
        if (instead := self.instead()) is not None:
            return instead
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return refusal(401, "Authentication_InvalidCredentials", "The server has rejected the client credentials.")
        if asked.path in {"/companies", f"/companies({COMPANY})"}:
            company = {"id": COMPANY, "name": "CRONUS"}
            return 200, {}, {"value": [company]} if asked.path == "/companies" else company
        found = re.fullmatch(rf"/companies\({COMPANY}\)/(\w+)(?:\(([0-9a-f-]+)\))?(?:/(.+))?", asked.path)
        if found is None:
            return refusal(404, "BadRequest_ResourceNotFound", "Resource not found for the segment.")
        kept, number = self.records[found[1]], found[2]
        if number is None:
            return self._create(found[1], asked.body) if asked.method == "POST" else _list(kept, asked.query)
        if number not in kept:
            return refusal(404, "Internal_RecordNotFound", "The record does not exist.")
        if found[3]:
            return self._within(kept[number], found[3], asked.body)
        return _change(kept[number], asked) if asked.method == "PATCH" else (200, {}, kept[number])

    def _create(self, name: str, given: dict[str, Any]) -> Reply:
        kept = self.records[name]
        if name == "salesOrders" and given["customerNumber"] == "NOBODY":
            return refusal(400, "Internal_InvalidTableRelation", "The field Customer No. contains a value (NOBODY).")
        if any(given.get("number") and each.get("number") == given["number"] for each in kept.values()):
            return refusal(400, "Internal_EntityWithSameKeyExists", f"The {name} already exists.")
        record = {"id": str(UUID(int=1000 + sum(map(len, self.records.values())))), "@odata.etag": 'W/"1"', **given}
        kept[record["id"]] = record
        return 201, {}, record

    def _within(self, record: dict[str, Any], what: str, body: Any) -> Reply:
        if what == "salesOrderLines":
            record["salesOrderLines"].append(body)
            return 201, {}, {"id": str(UUID(int=7)), "@odata.etag": 'W/"1"', **body}
        # Microsoft.NAV.shipAndInvoice: the order becomes an invoice.
        self._create("salesInvoices", {"orderId": record["id"], "customerNumber": record["customerNumber"]})
        del self.records["salesOrders"][record["id"]]
        return 204, {}, None


def refusal(status: int, code: str, message: str) -> Reply:
    """An error as the API answers it."""
    return status, {}, {"error": {"code": code, "message": f"{message}  CorrelationId:  5e0bd2b7."}}


def _change(record: dict[str, Any], asked: Asked) -> Reply:
    if asked.headers["if-match"] not in {"*", record["@odata.etag"]}:
        return refusal(409, "Request_EntityChanged", "Another user has already changed the record.")
    version = int(record["@odata.etag"].strip('W/"')) + 1
    record.update({**asked.body, "@odata.etag": f'W/"{version}"'})
    return 200, {}, record


def _list(kept: dict[str, dict[str, Any]], query: dict[str, str]) -> Reply:
    found = list(kept.values())
    if term := query.get("$filter"):
        name, value = term.split(" eq ")
        found = [each for each in found if each.get(name) == value.strip("'")]
    start = int(query.get("$skip", 0))
    return 200, {}, {"value": found[start : start + int(query.get("$top", 20000))]}
