"""A small Pipedrive company over a real socket: records with custom fields, cursors, limits as headers.

Made from https://pipedrive.readme.io/docs/core-api-concepts-responses, https://pipedrive.readme.io/docs/pipedrive-api-v2-migration-guide
and https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting.
"""

import re
from typing import Any

from tests.connectors.shapes_server import Asked, Reply, Shaped

TOKEN = "pipedrive-token"
PERSON = "dcf558aac1ae4e8c4f849ba5e668430d8df9be12"
NAMED = {"persons": "name", "organizations": "name", "deals": "title"}


class Pipedrive(Shaped):
    """The company. records: by kind, then id."""

    always = {
        "x-ratelimit-limit": "40",
        "x-ratelimit-remaining": "39",
        "x-ratelimit-reset": "2",
        "x-daily-requests-left": "9999",
    }

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[int, dict[str, Any]]] = {kind: {} for kind in NAMED}

    def bearing(self, reference: str) -> int:
        """How many records bear a reference."""
        every = [record for kind in self.records.values() for record in kind.values()]
        return sum(reference in record["custom_fields"].values() for record in every)

    def answer(self, asked: Asked) -> Reply:
        """As the pages say."""
        if asked.headers.get("x-api-token") != TOKEN:
            return 401, {}, {"success": False, "error": "unauthorized access", "errorCode": 401}
        if (instead := self.instead()) is not None:
            return instead
        if asked.path == "/api/v2/pipelines":
            return 200, {}, _page([])
        found = re.fullmatch(r"/api/v2/(persons|organizations|deals)(?:/(\w+))?", asked.path)
        if found is None:
            return 404, {}, _error("Unknown method.")
        kept = self.records[found[1]]
        if found[2] is None:
            return self._all(found[1], kept, asked)
        if found[2] == "search":
            items = [{"result_score": 1, "item": each} for each in kept.values() if asked.query["term"] in str(each)]
            return 200, {}, {"success": True, "data": {"items": items}, "additional_data": {"next_cursor": None}}
        return self._one(kept, int(found[2]), asked)

    def _all(self, kind: str, kept: dict[int, dict[str, Any]], asked: Asked) -> Reply:
        if asked.method == "POST":
            if not asked.body.get(NAMED[kind]):
                return 400, {}, _error(f"Validation failed: {NAMED[kind]}: Field is required")
            number = len(kept) + 1
            kept[number] = {"custom_fields": {}, **asked.body, "id": number, "update_time": "2026-11-22T10:00:00Z"}
            return 201, {}, {"success": True, "data": kept[number]}
        rows = sorted(kept.values(), key=lambda each: each["id"], reverse=asked.query.get("sort_direction") == "desc")
        start, size = int(asked.query.get("cursor", 0)), int(asked.query.get("limit", 100))
        after = str(start + size) if start + size < len(rows) else None
        return 200, {}, _page(rows[start : start + size], after)

    def _one(self, kept: dict[int, dict[str, Any]], number: int, asked: Asked) -> Reply:
        if number not in kept:
            return 404, {}, _error("Person not found")
        if asked.method == "DELETE":
            del kept[number]
            return 200, {}, {"success": True, "data": {"id": number}}
        if asked.method == "PATCH":
            kept[number].update(asked.body)
        return 200, {}, {"success": True, "data": kept[number]}


def _page(rows: list[Any], cursor: str | None = None) -> dict[str, Any]:
    return {"success": True, "data": rows, "additional_data": {"next_cursor": cursor}}


def _error(text: str) -> dict[str, Any]:
    return {"success": False, "error": text, "error_info": "Please check developers.pipedrive.com", "data": None}
