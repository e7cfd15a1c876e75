"""A small Odoo over a real socket, JSON-2 and JSON-RPC, for what matters to the connector.

Made from https://www.odoo.com/documentation/19.0/developer/reference/external_api.html,
https://www.odoo.com/documentation/18.0/developer/reference/external_api.html and odoo/exceptions.py (statuses).
"""

from typing import Any

from tests.connectors.shapes_server import Asked, Reply, Shaped

KEY = "6578616d706c65206a736f6e20617069206b6579"
DATABASE, LOGIN, PASSWORD = "mycompany", "hub@example.com", "secret"
STATUSES = {"AccessDenied": 403, "AccessError": 403, "MissingError": 404, "UserError": 422, "ValidationError": 422}
KNOWN = {"res.partner", "product.product", "sale.order", "res.users", "crm.lead"}


class Fault(Exception):
    """An exception in Odoo. name: fully qualified."""

    def __init__(self, name: str, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.status = status or STATUSES.get(name.rsplit(".", 1)[-1], 500)

    def shown(self) -> dict[str, Any]:
        """As both protocols tell it."""
        text = str(self)
        return {"name": self.name, "message": text, "arguments": [text], "context": {}, "debug": "Traceback …"}


class Odoo(Shaped):
    """One database. records: by model, then id. faults: to be raised instead of the next calls of `object`."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, dict[int, dict[str, Any]]] = {model: {} for model in KNOWN}
        self.faults: list[Fault] = []
        self.calls: list[tuple[str, str]] = []

    def bearing(self, field: str, value: str) -> int:
        """How many records have that value in the field."""
        return sum(record.get(field) == value for kept in self.records.values() for record in kept.values())

    def answer(self, asked: Asked) -> Reply:
        """Either protocol."""
        if (instead := self.instead()) is not None:
            return instead
        if asked.path == "/jsonrpc":
            return self._rpc(asked.body["params"])
        try:
            if asked.headers.get("authorization") != f"bearer {KEY}":
                raise Fault("werkzeug.exceptions.Unauthorized", "Invalid apikey", 401)
            if asked.headers.get("x-odoo-database") != DATABASE:
                raise Fault("werkzeug.exceptions.NotFound", "No database is selected", 404)
            model, method = asked.path.removeprefix("/json/2/").split("/")
            return 200, {}, self._object(model, method, dict(asked.body))
        except Fault as fault:
            return fault.status, {}, fault.shown()

    def _rpc(self, params: dict[str, Any]) -> Reply:
        try:
            result = self._service(params["service"], params["args"])
        except Fault as fault:
            error = {"code": 200, "message": "Odoo Server Error", "data": fault.shown()}
            return 200, {}, {"jsonrpc": "2.0", "id": 1, "error": error}
        return 200, {}, {"jsonrpc": "2.0", "id": 1, "result": result}

    def _service(self, service: str, args: list[Any]) -> Any:
        if service == "common":
            return 2 if args[:3] == [DATABASE, LOGIN, PASSWORD] else False
        database, uid, password, model, method, positional, named = args
        if (database, uid, password) != (DATABASE, 2, PASSWORD):
            raise Fault("odoo.exceptions.AccessDenied", "Access Denied")
        if method == "create":
            return self._object(model, method, {"vals_list": positional[0], **named})
        return self._object(model, method, {"ids": positional[0], **named} if positional else named)

    def _object(self, model: str, method: str, named: dict[str, Any]) -> Any:
        self.calls.append((model, method))
        if self.faults and method not in {"search_read", "context_get"}:
            raise self.faults.pop(0)
        if model not in KNOWN:
            raise Fault("werkzeug.exceptions.NotFound", f"the model {model!r} does not exist", 404)
        kept = self.records[model]
        if method == "create":
            return [self._create(model, values) for values in named["vals_list"]]
        if method == "search_read":
            return _search(kept, named)
        if method == "context_get":
            return {"lang": "en_US", "uid": 2}
        missing = [each for each in named["ids"] if each not in kept]
        if missing:
            raise Fault("odoo.exceptions.MissingError", "Record does not exist or has been deleted.")
        for each in named["ids"]:
            kept[each].update(named["vals"] if method == "write" else {"state": "sale"})
        return True

    def _create(self, model: str, values: dict[str, Any]) -> int:
        if "nonsense" in values:
            raise Fault("builtins.ValueError", f"Invalid field 'nonsense' on model '{model}'")
        if values.get("email") == "nonsense":
            raise Fault("odoo.exceptions.ValidationError", "The e-mail address is not valid.")
        number = 1 + max((each for kept in self.records.values() for each in kept), default=0)
        state = {"state": "draft", "name": f"S{number:05}"} if model == "sale.order" else {}
        self.records[model][number] = {"id": number, **state, **values}
        return number


def _search(kept: dict[int, dict[str, Any]], named: dict[str, Any]) -> list[dict[str, Any]]:
    found = [record for record in kept.values() if all(_holds(record, term) for term in named["domain"])]
    start = named.get("offset", 0)
    page = found[start : start + named.get("limit", 1000)]
    return [{"id": record["id"]} | {name: record.get(name, False) for name in named["fields"]} for record in page]


def _holds(record: dict[str, Any], term: list[Any]) -> bool:
    field, operator, value = term
    held = record.get(field, False)
    return str(value).lower() in str(held).lower() if operator == "ilike" else held == value
