"""A small Zoho CRM organisation over a real socket: per-record results, unique fields, COQL, its own accounts server.

Made from https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html, upsert-records.html and
https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html.
"""

import re
from typing import Any

from tests.connectors.shapes_server import Asked, Reply, Shaped

MANDATORY = {"Contacts": "Last_Name", "Accounts": "Account_Name", "Leads": "Last_Name", "Deals": "Deal_Name"}
UNIQUE = ("Hub_Reference", "Email")


class Zoho(Shaped):
    """The organisation. records: by module, then id. valid: access tokens that hold. late: a status for refusals of records."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[str, dict[str, Any]]] = {module: {} for module in MANDATORY}
        self.valid: set[str] = set()
        self.refusal_status = 400

    def bearing(self, reference: str) -> int:
        """How many records bear a reference."""
        return sum(each.get("Hub_Reference") == reference for kept in self.records.values() for each in kept.values())

    def answer(self, asked: Asked) -> Reply:
        """As the pages say."""
        if asked.path == "/oauth/v2/token":
            if asked.body["refresh_token"] != "1000.3421":
                return 200, {}, {"error": "invalid_code"}
            self.valid.add(token := f"1000.{len(self.valid)}")
            return 200, {}, {"access_token": token, "api_domain": self.url, "token_type": "Bearer", "expires_in": 3600}
        if asked.headers.get("authorization", "").removeprefix("Zoho-oauthtoken ") not in self.valid:
            return 401, {}, _told("INVALID_TOKEN", "invalid oauth token")
        if (instead := self.instead()) is not None:
            return instead
        if asked.path == "/crm/v8/users":
            return 200, {}, {"users": [{"id": "1"}]}
        if asked.path == "/crm/v8/coql":
            return self._query(asked.body["select_query"])
        found = re.fullmatch(r"/crm/v8/(\w+)(?:/(\w+))?", asked.path)
        module, rest = (found[1], found[2]) if found else ("", "")
        if module not in self.records:
            return 400, {}, _told("INVALID_MODULE", "the module name given seems to be invalid")
        return self._module(module, rest, asked)

    def _module(self, module: str, rest: str | None, asked: Asked) -> Reply:
        kept = self.records[module]
        if rest is None:
            return self._insert(module, asked.body["data"][0], ())
        if rest == "upsert":
            return self._insert(module, asked.body["data"][0], asked.body["duplicate_check_fields"])
        if rest == "search":
            return self._search(kept, asked.query)
        if rest not in kept:
            wrong = _told("INVALID_DATA", "the id given seems to be invalid", id=rest)
            return (204, {}, None) if asked.method == "GET" else (400, {}, {"data": [wrong]})
        return self._one(kept, rest, asked)

    def _insert(self, module: str, fields: dict[str, Any], check: Any) -> Reply:
        kept = self.records[module]
        for name in check:
            same = next((each for each in kept.values() if fields.get(name) and each.get(name) == fields[name]), None)
            if same is not None:
                same.update(fields)
                return 200, {}, {"data": [_done(same) | {"action": "update"}]}
        if not fields.get(MANDATORY[module]):
            wrong = _told("MANDATORY_NOT_FOUND", "required field not found", api_name=MANDATORY[module])
            return self.refusal_status, {}, {"data": [wrong]}
        for name in UNIQUE:
            same = next((each for each in kept.values() if fields.get(name) and each.get(name) == fields[name]), None)
            if same is not None:
                wrong = _told("DUPLICATE_DATA", "duplicate data", api_name=name, id=same["id"])
                return self.refusal_status, {}, {"data": [wrong]}
        number = f"48768760000003{len(kept):05d}"
        kept[number] = {**fields, "id": number, "Modified_Time": "2026-11-22T10:00:00+00:00"}
        return 201, {}, {"data": [_done(kept[number]) | {"action": "insert"}]}

    def _one(self, kept: dict[str, dict[str, Any]], number: str, asked: Asked) -> Reply:
        record = kept[number]
        if asked.method == "GET":
            return 200, {}, {"data": [record]}
        if asked.method == "DELETE":
            del kept[number]
            return 200, {}, {"data": [_done(record)]}
        since = asked.headers.get("if-unmodified-since")
        if since is not None and since != record["Modified_Time"]:
            return 412, {}, _told("PRE_CONDITION_FAILED", "the record has been modified")
        record.update(asked.body["data"][0])
        record["Modified_Time"] = "2026-11-22T11:00:00+00:00"
        return 200, {}, {"data": [_done(record)]}

    def _search(self, kept: dict[str, dict[str, Any]], query: dict[str, str]) -> Reply:
        rows = [each for each in kept.values() if query.get("word", "") in str(each)]
        start = (int(query["page"]) - 1) * int(query["per_page"])
        shown = rows[start : start + int(query["per_page"])]
        if not shown:
            return 204, {}, None
        return 200, {}, {"data": shown, "info": {"more_records": start + len(shown) < len(rows)}}

    def _query(self, text: str) -> Reply:
        found = re.fullmatch(r"select id, Hub_Reference from (\w+) where Hub_Reference = '([^']*)' limit 1", text)
        if found is None:
            return 400, {}, _told("INVALID_QUERY", "invalid query formed", column_name="Nothing")
        rows = [each for each in self.records[found[1]].values() if each.get("Hub_Reference") == found[2]]
        shown = [{"id": each["id"], "Hub_Reference": each["Hub_Reference"]} for each in rows[:1]]
        return (200, {}, {"data": shown, "info": {"count": 1, "more_records": False}}) if shown else (204, {}, None)


def _told(code: str, message: str, **details: Any) -> dict[str, Any]:
    return {"code": code, "details": details, "message": message, "status": "error"}


def _done(record: dict[str, Any]) -> dict[str, Any]:
    details = {"id": record["id"], "Modified_Time": record["Modified_Time"]}
    return {"code": "SUCCESS", "details": details, "message": "record added", "status": "success"}
