"""A small HubSpot over a real socket, for what its document does not say: duplicates, unique properties, limits.

Made from https://developers.hubspot.com/docs/guides/api/crm/objects/contacts,
https://developers.hubspot.com/docs/api-reference/error-handling and https://developers.hubspot.com/docs/api/usage-details.
"""

import re
from typing import Any

from tests.connectors.shapes_server import Asked, Reply, Shaped

TOKEN = "pat-na1-hub"
CORRELATION = "aeb5f871-7f07-4993-9211-075dc63e7cbf"
UNIQUE = {"hub_reference", "email", "erp_number"}


class HubSpot(Shaped):
    """The account. records: by type, then id."""

    always = {
        "X-HubSpot-RateLimit-Daily": "250000",
        "X-HubSpot-RateLimit-Daily-Remaining": "249900",
        "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
        "X-HubSpot-RateLimit-Max": "100",
        "X-HubSpot-RateLimit-Remaining": "97",
    }

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[str, dict[str, Any]]] = {"contacts": {}, "companies": {}, "deals": {}}
        self.associated: set[tuple[str, str]] = set()

    def bearing(self, reference: str) -> int:
        """How many records bear a reference."""
        every = [record for kind in self.records.values() for record in kind.values()]
        return sum(record["properties"].get("hub_reference") == reference for record in every)

    def answer(self, asked: Asked) -> Reply:
        """As the pages say."""
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return 401, {}, _error("INVALID_AUTHENTICATION", "Authentication credentials not found.")
        if (instead := self.instead()) is not None:
            return instead
        if found := re.fullmatch(r"/crm/v4/objects/\w+/([^/]+)/associations/default/\w+/([^/]+)", asked.path):
            self.associated.add((found[1], found[2]))
            return 200, {}, {"status": "COMPLETE", "results": []}
        found = re.fullmatch(r"/crm/v3/objects/(contacts|companies|deals)(/.*)?", asked.path)
        if found is None:
            return 404, {}, _error("OBJECT_NOT_FOUND", "There is nothing here.")
        return self._object(self.records[found[1]], found[2] or "", asked)

    def _object(self, kept: dict[str, Any], rest: str, asked: Asked) -> Reply:
        if asked.method == "POST" and not rest:
            return _create(kept, asked.body["properties"])
        if rest == "/search":
            return self._search(kept, asked.body)
        if rest == "/batch/upsert":
            return 200, {}, _batch([_upsert(kept, each) for each in asked.body["inputs"]])
        if not rest:
            return 200, {}, {"results": list(kept.values())[: int(asked.query.get("limit", 10))]}
        record = _by(kept, rest[1:], asked.query.get("idProperty"))
        if record is None:
            return 404, {}, _error("OBJECT_NOT_FOUND", "Object not found.")
        if asked.method == "DELETE":
            kept.pop(record["id"])
            return 204, {}, None
        if asked.method == "PATCH":
            record["properties"].update(asked.body["properties"])
        return 200, {}, record

    def _search(self, kept: dict[str, Any], body: Any) -> Reply:
        groups = [group["filters"] for group in body["filterGroups"]]
        found = [
            record
            for record in kept.values()
            if not groups
            or any(all(record["properties"].get(f["propertyName"]) == f["value"] for f in each) for each in groups)
        ]
        start, size = int(body["after"]), body["limit"]
        paging = {"paging": {"next": {"after": str(start + size)}}} if start + size < len(found) else {}
        return 200, {}, {"total": len(found), "results": found[start : start + size], **paging}


def _create(kept: dict[str, Any], properties: dict[str, str]) -> Reply:
    for name in UNIQUE & properties.keys():
        if (other := _by(kept, properties[name], name)) is not None:
            text = f"Contact already exists. Existing ID: {other['id']}"
            return 409, {}, _error("CONFLICT", text) | {"errors": [{"message": text, "in": name}]}
    if properties.get("email") == "nonsense":
        text = "Property values were not valid"
        detail = {"message": "Email address nonsense is invalid", "context": {"propertyName": ["email"]}}
        return 400, {}, _error("VALIDATION_ERROR", text) | {"errors": [detail]}
    record = {
        "id": str(500 + len(kept) + 1),
        "properties": dict(properties),
        "createdAt": "2026-11-22T10:00:00.000Z",
        "updatedAt": "2026-11-22T10:00:00.000Z",
        "archived": False,
    }
    kept[record["id"]] = record
    return 201, {}, record


def _upsert(kept: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    record = _by(kept, given["id"], given["idProperty"])
    if record is not None:
        record["properties"].update(given["properties"])
        return record | {"new": False}
    _, _, made = _create(kept, given["properties"] | {given["idProperty"]: given["id"]})
    return made | {"new": True}


def _by(kept: dict[str, Any], value: str, name: str | None) -> dict[str, Any] | None:
    if name is None:
        return kept.get(value)
    return next((record for record in kept.values() if record["properties"].get(name) == value), None)


def _batch(results: list[Any]) -> dict[str, Any]:
    times = {"startedAt": "2026-11-22T10:00:00.000Z", "completedAt": "2026-11-22T10:00:01.000Z"}
    return {"status": "COMPLETE", "results": results, **times}


def _error(category: str, message: str) -> dict[str, Any]:
    return {"status": "error", "message": message, "correlationId": CORRELATION, "category": category}
