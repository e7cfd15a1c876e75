"""A small NetSuite over a real socket: made from Oracle's pages that netsuite.yaml names."""

import re
from typing import Any
from uuid import UUID

from tests.connectors.shapes_server import Asked, Reply, Shaped

TOKEN = "eyJ.netsuite"
RECORD, JOB = "/services/rest/record/v1", "/services/rest/async/v1/job"


class NetSuite(Shaped):
    """An account. records: by type, then id. jobs: idempotency key → job id."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[str, dict[str, Any]]] = {}
        self.jobs: dict[str, str] = {}

    def bearing(self, external_id: str) -> int:
        """How many records have the external id."""
        return sum(each.get("externalId") == external_id for kept in self.records.values() for each in kept.values())

    def answer(self, asked: Asked) -> Reply:
        """Records, SuiteQL and jobs."""
        if (instead := self.instead()) is not None:
            return instead
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return refusal(401, "INVALID_LOGIN", "Invalid login attempt.")
        if asked.path.startswith("/services/rest/query/v1/suiteql"):
            assert asked.headers["prefer"] == "transient"
            rows = [{"id": each["id"]} for each in self.records.get("customer", {}).values()]
            return 200, {}, _page(rows, asked.query)
        if asked.path.startswith(JOB):
            number = asked.path.removeprefix(f"{JOB}/").split("/")[0]
            return 200, {}, {"id": number, "completed": True, "progress": "succeeded"}
        if asked.path == f"{RECORD}/metadata-catalog/customer":
            return 200, {}, {}
        kind, _, number = asked.path.removeprefix(f"{RECORD}/").partition("/")
        kept = self.records.setdefault(kind, {})
        if not number:
            return (
                self._create(kind, asked)
                if asked.method == "POST"
                else (200, {}, _page(list(kept.values()), asked.query))
            )
        return self._one(kind, number, asked)

    def _create(self, kind: str, asked: Asked) -> Reply:
        if asked.headers.get("prefer") != "respond-async":
            return self._made(kind, asked.body)
        key = str(UUID(asked.headers["x-netsuite-idempotency-key"]))
        known = key in self.jobs
        job = self.jobs.setdefault(key, str(123456 + len(self.jobs)))
        headers = {"Location": f"{JOB}/{job}", "Preference-Applied": "respond-async"}
        if known:
            return (
                400,
                headers,
                refusal(400, "IDEMPOTENCY_ERROR", "A request with the same key is already submitted.")[2],
            )
        self._made(kind, asked.body)
        return 202, headers, None

    def _made(self, kind: str, given: dict[str, Any]) -> Reply:
        kept = self.records[kind]
        for place, line in enumerate(given.get("item", {}).get("items", [])):
            if line["item"]["id"] == "9999":
                path = f"item.items[{place}].item"
                return refusal(400, "INVALID_CONTENT", "You have entered an Invalid Field Value 9999", path)
        if given.get("externalId") and self.bearing(given["externalId"]):
            return refusal(400, "USER_ERROR", "A record with the same external id is there.")
        number = str(647 + sum(map(len, self.records.values())))
        kept[number] = {"id": number, **given}
        return 204, {"Location": f"https://1234567.suitetalk.api.netsuite.com{RECORD}/{kind}/{number}"}, None

    def _one(self, kind: str, number: str, asked: Asked) -> Reply:
        kept = self.records[kind]
        external = re.fullmatch("eid:(.+)", number)
        found = next((each for each in kept.values() if external and each.get("externalId") == external[1]), None)
        record = kept.get(number) or found
        if asked.method == "PUT" and record is None and external:
            return self._made(kind, {**asked.body, "externalId": external[1]})
        if record is None:
            return refusal(404, "NONEXISTENT_ID", "The record instance does not exist.")
        if asked.method == "GET":
            return 200, {}, record
        record.update(asked.body)
        return 204, {"Location": f"https://1234567.suitetalk.api.netsuite.com{RECORD}/{kind}/{record['id']}"}, None


def refusal(status: int, code: str, detail: str, path: str | None = None) -> Reply:
    """An error as NetSuite answers it."""
    details = {"detail": detail, "o:errorCode": code} | ({"o:errorPath": path} if path else {})
    kind = "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html"
    return status, {}, {"type": kind, "title": "Error", "status": status, "o:errorDetails": [details]}


def _page(rows: list[Any], query: dict[str, str]) -> dict[str, Any]:
    start, size = int(query.get("offset", 0)), int(query.get("limit", 1000))
    page = rows[start : start + size]
    return {"items": page, "count": len(page), "offset": start, "hasMore": start + size < len(rows)}
