"""A small Dataverse environment over a real socket: ids given by the caller, alternate keys, ETags, conditions, pages.

Made from https://learn.microsoft.com/power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api,
update-delete-entities-using-web-api, compose-http-requests-handle-errors and https://learn.microsoft.com/power-apps/developer/data-platform/api-limits.
"""

import re
from typing import Any

from tests.connectors.shapes_server import Asked, Reply, Shaped

ROOT = "/api/data/v9.2"
KEYS = {"accounts": "accountid", "contacts": "contactid", "leads": "leadid", "opportunities": "opportunityid"}
COLUMNS = {"name", "accountnumber", "lastname", "firstname", "subject", "estimatedvalue", "description"}
ALTERNATE = {"accountnumber"}
NEW_ID = "00000000-0000-0000-0000-{:012d}"


class Dataverse(Shaped):
    """The environment, and Entra ID beside it. records: by set, then id. scopes: that tokens were asked for."""

    always = {
        "x-ms-ratelimit-burst-remaining-xrm-requests": "5999",
        "x-ms-ratelimit-time-remaining-xrm-requests": "1,199.5",
        "REQ_ID": "5fe339e5-c75e-4dad-9597-b257ebce666b",
        "OData-Version": "4.0",
    }

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in KEYS}
        self.valid: set[str] = set()
        self.scopes: list[str | None] = []
        self.versions = 0

    def answer(self, asked: Asked) -> Reply:
        """As the pages say."""
        if asked.path == "/contoso.onmicrosoft.com/oauth2/v2.0/token":
            return self._token(asked.body)
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.valid:
            return 401, {}, None
        if (instead := self.instead()) is not None:
            return instead
        if asked.path == f"{ROOT}/WhoAmI":
            return 200, {}, {"UserId": NEW_ID.format(1)}
        found = re.fullmatch(rf"{ROOT}/(\w+)(?:\((.+)\))?", asked.path)
        if found is None or found[1] not in KEYS:
            return 404, {}, _error("0x8006088a", "Resource not found for the segment.")
        if found[2] is None:
            return self._list(found[1], asked)
        return self._row(found[1], found[2], asked)

    def _token(self, form: dict[str, str]) -> Reply:
        self.scopes.append(form.get("scope"))
        if form["client_secret"] != "secret" or form.get("refresh_token", "0.ARw") != "0.ARw":
            return 401, {}, {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret."}
        self.valid.add(token := f"eyJ0{len(self.scopes)}")
        return 200, {}, {"token_type": "Bearer", "expires_in": 3599, "access_token": token}

    def _row(self, name: str, key: str, asked: Asked) -> Reply:
        kept = self.records[name]
        column, _, value = key.partition("=")
        number, given = key, {}
        if value:
            if column not in ALTERNATE:
                return 400, {}, _error("0x80060888", f"The property '{column}' is not part of a key.")
            given = {column: value.strip("'")}
            number = next((each for each, row in kept.items() if row.get(column) == given[column]), "")
        record = kept.get(number)
        if asked.method == "GET":
            return (200, {}, record) if record else _missing(name)
        if asked.method == "DELETE":
            return (204, {}, kept.pop(number) and None) if record else _missing(name)
        return self._patch(name, number or NEW_ID.format(self.versions + 1), asked, given)

    def _patch(self, name: str, number: str, asked: Asked, given: dict[str, Any]) -> Reply:
        kept, match = self.records[name], asked.headers.get("if-match")
        record = kept.get(number)
        if record is not None and asked.headers.get("if-none-match") == "*":
            return 412, {}, _error("0x80040237", "A record with matching key values already exists.")
        if record is None and match is not None:
            return _missing(name)
        if record is not None and match not in {None, "*", record["@odata.etag"]}:
            text = "The version of the existing record doesn't match the RowVersion property provided."
            return 412, {}, _error("0x80060882", text)
        if unknown := asked.body.keys() - COLUMNS:
            return 400, {}, _error("0x80048d19", f"Invalid property '{min(unknown)}' was found in entity.")
        for column in ALTERNATE & asked.body.keys():
            if any(row.get(column) == asked.body[column] for each, row in kept.items() if each != number):
                return 412, {}, _error("0x80060892", f"Entity Key violated. The same value for {column} exists.")
        self.versions += 1
        made = {**(record or {KEYS[name]: number}), **given, **asked.body, "@odata.etag": f'W/"{self.versions}"'}
        kept[number] = made
        return 201 if record is None else 200, {}, made

    def _list(self, name: str, asked: Asked) -> Reply:
        rows = list(self.records[name].values())
        start = int(asked.query.get("$skiptoken", 0))
        more = {}
        if start + 2 < len(rows):
            more = {"@odata.nextLink": f"{self.url}{ROOT}/{name}?$skiptoken={start + 2}"}
        return 200, {}, {"value": rows[start : start + 2], **more}


def _missing(name: str) -> Reply:
    return 404, {}, _error("0x80040217", f"{name} With Id Does Not Exist")


def _error(code: str, message: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": message}}
