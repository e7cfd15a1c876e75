"""A small Salesforce org: records with an external ID field, SOQL in pages of two, collections, composites, tokens.

Made from https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm and the other pages
that the manifest names.
"""

import re
from copy import deepcopy
from typing import Any

import jwt

from tests.connectors.shapes_server import Asked, Reply, Shaped

ROOT = "/services/data/v67.0"
ACCESS = "00DS7000000oxzo!AR8A"
EXTERNAL = {"Hub_Reference__c", "Erp_Number__c"}
REQUIRED = {"Account": ["Name"], "Contact": ["LastName"], "Lead": ["LastName", "Company"], "Case": []}
PREFIX = {"Account": "001", "Contact": "003", "Lead": "00Q", "Case": "500"}


class Salesforce(Shaped):
    """The org. records: by id. public_key: of the app that signs in by JWT. valid: the access tokens that hold."""

    always = {"Sforce-Limit-Info": "api-usage=25/5000; per-app-api-usage=17/250(appName=hub)"}

    def __init__(self, public_key: str = "") -> None:
        super().__init__()
        self.public_key = public_key
        self.records: dict[str, dict[str, Any]] = {}
        self.valid: set[str] = set()
        self.versions: dict[str, int] = {}
        self.tokens: list[dict[str, str]] = []

    def bearing(self, reference: str) -> int:
        """How many records bear a reference."""
        return sum(each.get("Hub_Reference__c") == reference for each in self.records.values())

    def answer(self, asked: Asked) -> Reply:
        """As the pages say."""
        if asked.path == "/services/oauth2/token":
            return self._token(asked.body)
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.valid:
            return 401, {}, [{"message": "Session expired or invalid", "errorCode": "INVALID_SESSION_ID"}]
        if (instead := self.instead()) is not None:
            return instead
        found = re.fullmatch(rf"{ROOT}/sobjects/\w+/(\w+)", asked.path)
        held = self._held(found[1]) if found and found[1] in self.records else {}
        for condition, name in (("if-match", "ETag"), ("if-unmodified-since", "Last-Modified")):
            if held and asked.headers.get(condition, held[name]) != held[name]:
                return 412, {}, None
        status, headers, document = self._within(asked.method, asked.path.removeprefix(ROOT), asked.query, asked.body)
        return status, headers | held, document

    def _held(self, record_id: str) -> dict[str, str]:
        """What a record's version is told by."""
        version = self.versions.get(record_id, 0)
        return {"ETag": f'"U5iW{version}=--gzip"', "Last-Modified": f"Sun, 22 Nov 2026 10:00:{version:02d} GMT"}

    def _token(self, form: dict[str, str]) -> Reply:
        self.tokens.append(form)
        kind = form["grant_type"]
        if kind.endswith("jwt-bearer"):
            try:
                claims = jwt.decode(form["assertion"], self.public_key, ["RS256"], audience=self.url)
                known = (claims["iss"], claims["sub"]) == ("app", "hub@example.com")
            except jwt.PyJWTError:
                known = False
        elif kind == "refresh_token":
            known = form["refresh_token"] == "5Aep8"
        else:
            known = kind == "client_credentials" and form["client_secret"] == "secret"
        if not known:
            return 400, {}, {"error": "invalid_grant", "error_description": "authentication failure"}
        self.valid.add(token := f"{ACCESS}{len(self.tokens)}")
        return 200, {}, {"access_token": token, "instance_url": self.url, "token_type": "Bearer", "issued_at": "1"}

    def _within(self, method: str, path: str, query: dict[str, str], body: Any) -> Reply:
        if path == "/limits":
            return 200, {}, {"DailyApiRequests": {"Max": 5000, "Remaining": 4975}}
        if path.startswith("/query"):
            return self._query(path, query)
        if path == "/composite":
            return self._composite(body)
        if path.startswith("/composite/sobjects"):
            return self._collection(method, path.removeprefix("/composite/sobjects").strip("/").split("/"), query, body)
        if found := re.fullmatch(r"/sobjects/(\w+)/?", path):
            return self._create(found[1], body)
        if found := re.fullmatch(r"/sobjects/(\w+)/(\w+)/(.+)", path):
            return self._external(method, found[1], found[2], found[3], body)
        found = re.fullmatch(r"/sobjects/(\w+)/(\w+)", path)
        return self._row(method, found[2] if found else "", body)

    def _row(self, method: str, record_id: str, body: Any) -> Reply:
        record = self.records.get(record_id)
        if record is None:
            return 404, {}, _error("NOT_FOUND", "The requested resource does not exist")
        if method == "GET":
            return 200, {}, record
        if method == "DELETE":
            del self.records[record_id]
            return 204, {}, None
        if wrong := _wrong(record["attributes"]["type"], {**record, **body}):
            return 400, {}, wrong
        record.update(body)
        self.versions[record_id] = self.versions.get(record_id, 0) + 1
        return 204, {}, None

    def _external(self, method: str, kind: str, field: str, value: str, body: Any) -> Reply:
        if field not in EXTERNAL:
            return (
                404,
                {},
                _error("NOT_FOUND", f"Provided external ID field does not exist or is not accessible: {field}"),
            )
        found = [
            each for each in self.records.values() if each["attributes"]["type"] == kind and each.get(field) == value
        ]
        if method == "GET":
            return (
                (200, {}, found[0])
                if found
                else (404, {}, _error("NOT_FOUND", "The requested resource does not exist"))
            )
        if field in body:
            return (
                400,
                {},
                _error("INVALID_FIELD", f"The {field} field should not be specified in the sobject data.", field),
            )
        if found:
            status, headers, document = self._row("PATCH", found[0]["Id"], body)
            made = {"id": found[0]["Id"], "success": True, "errors": [], "created": False}
            return (200, {}, made) if status == 204 else (status, headers, document)
        status, headers, document = self._create(kind, {**body, field: value})
        return status, headers, document | {"created": True} if status == 201 else document

    def _create(self, kind: str, body: dict[str, Any]) -> Reply:
        if wrong := _wrong(kind, body):
            return 400, {}, wrong
        record_id = f"{PREFIX[kind]}D0000000{len(self.records):04d}AAA"
        self.records[record_id] = {"attributes": {"type": kind}, "Id": record_id, **body}
        return 201, {}, {"id": record_id, "success": True, "errors": []}

    def _query(self, path: str, query: dict[str, str]) -> Reply:
        kind, start = "Account", int(path.rpartition("-")[2]) if "-" in path else 0
        if start == 0 and "FROM" not in query["q"]:
            return 400, {}, _error("MALFORMED_QUERY", "unexpected token")
        rows = [each for each in self.records.values() if each["attributes"]["type"] == kind]
        more = {"nextRecordsUrl": f"{ROOT}/query/01gD0000002HU6KIAW-{start + 2}"} if start + 2 < len(rows) else {}
        return 200, {}, {"totalSize": len(rows), "done": not more, "records": rows[start : start + 2], **more}

    def _collection(self, method: str, rest: list[str], query: dict[str, str], body: Any) -> Reply:
        if method == "POST":
            return 200, {}, [self.records.get(each) for each in body["ids"]]
        before = deepcopy(self.records)
        whole = query.get("allOrNone") == "true" if method == "DELETE" else body["allOrNone"]
        if method == "DELETE":
            results = [_result(self._row("DELETE", each, None), each) for each in query["ids"].split(",")]
        else:
            results = [self._save(rest, dict(each)) for each in body["records"]]
        if whole and not all(each["success"] for each in results):
            self.records = before
            rolled = {"statusCode": "ALL_OR_NONE_OPERATION_ROLLED_BACK", "message": "Record rolled back", "fields": []}
            results = [{"success": False, "errors": [rolled]} if each["success"] else each for each in results]
        return 200, {}, results

    def _save(self, rest: list[str], fields: dict[str, Any]) -> dict[str, Any]:
        del fields["attributes"]
        if len(rest) == 2:
            value = fields.pop(rest[1])
            return _result(self._external("PATCH", rest[0], rest[1], value, fields), None)
        record_id = fields.pop("id")
        return _result(self._row("PATCH", record_id, fields), record_id)

    def _composite(self, body: Any) -> Reply:
        before, shown, known = deepcopy(self.records), [], {}
        for each in body["compositeRequest"]:
            given = {
                name: re.sub(r"@\{(\w+)\.id\}", lambda found: known.get(found[1], ""), value)
                for name, value in (each.get("body") or {}).items()
            }
            status, _, document = self._within(each["method"], each["url"].removeprefix(ROOT), {}, given)
            if status == 201:
                known[each["referenceId"]] = document["id"]
            shown.append(
                {"body": document, "httpHeaders": {}, "httpStatusCode": status, "referenceId": each["referenceId"]}
            )
        if body["allOrNone"] and any(each["httpStatusCode"] >= 300 for each in shown):
            self.records = before
            halted = _error("PROCESSING_HALTED", "The transaction was rolled back since another operation failed.")
            shown = [
                each if each["httpStatusCode"] >= 300 else each | {"body": halted, "httpStatusCode": 400}
                for each in shown
            ]
        return 200, {}, {"compositeResponse": shown}


def _wrong(kind: str, fields: dict[str, Any]) -> list[dict[str, Any]] | None:
    missing = [name for name in REQUIRED[kind] if not fields.get(name)]
    if missing:
        return _error("REQUIRED_FIELD_MISSING", f"Required fields are missing: {missing}", *missing)
    if len(fields.get("Name", "")) > 255:
        return _error("STRING_TOO_LONG", "Account Name: data value too large (max length=255)", "Name")
    if fields.get("Name") == "Twin":
        return _error("DUPLICATES_DETECTED", "Use one of these records?")
    return None


def _error(code: str, message: str, *fields: str) -> list[dict[str, Any]]:
    return [{"message": message, "errorCode": code, "fields": list(fields)}]


def _result(reply: Reply, record_id: str | None) -> dict[str, Any]:
    status, _, document = reply
    if status < 300:
        return document or {"id": record_id, "success": True, "errors": []}
    errors = [{"statusCode": e["errorCode"], "message": e["message"], "fields": e["fields"]} for e in document]
    return {"success": False, "errors": errors}
