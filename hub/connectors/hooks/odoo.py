"""Odoo: JSON-2 requests as they are for version 19, as JSON-RPC `execute_kw` for 14 to 18; and what takes two steps.

Source: https://www.odoo.com/documentation/19.0/developer/reference/external_api.html (JSON-2, transactions, errors) and
https://www.odoo.com/documentation/18.0/developer/reference/external_api.html (services common and object).
"""

import json
from dataclasses import replace
from typing import Any

from hub.connectors.base import Result
from hub.connectors.credentials import chosen
from hub.connectors.manifest.parts import Request
from hub.connectors.manifest.session import ManifestSession, Sent
from hub.connectors.outbound import Answer, RemoteFailure
from hub.rules.outcomes import Category, Done, failed

RPC = "/jsonrpc"
JSON = {"Content-Type": "application/json"}
CONFIRMED = ("sale", "done")
ORDER_FIELDS = ["id", "name", "state", "client_order_ref", "partner_id", "amount_total", "order_line"]


def _by_rpc(session: ManifestSession) -> bool:
    return chosen(session.manifest.auth, session.access.credentials) == "rpc"


async def prepare(session: ManifestSession) -> None:
    """JSON-RPC wants the user's id with each call: `authenticate` gives it, false for a wrong login."""
    if not _by_rpc(session) or "uid" in session.state:
        return
    credentials = session.access.credentials
    args = [session.config["database"], credentials["login"], credentials["password"], {}]
    sent = Sent("POST", RPC, False, JSON, content=_rpc("common", "authenticate", args))
    answer = await session.plain(sent)
    document = parse(session, answer)
    if not answer.ok or _fault(document):
        raise RemoteFailure(session.meaning(answer, document, wrote=False, values={}))
    if not document:
        text = "Odoo does not accept the login and password."
        raise RemoteFailure(failed(Category.AUTH, text, provider_code="odoo.exceptions.AccessDenied"))
    session.state["uid"] = document


async def before_request(session: ManifestSession, sent: Sent) -> Sent:
    """`POST /json/2/<model>/<method>` as `execute_kw`: ids and `vals_list` by position, everything else by name."""
    if sent.path == RPC:
        return sent
    if sent.path.endswith("/write"):
        _refuse_additions(json.loads(sent.content or b"{}").get("vals") or {})
    if not _by_rpc(session):
        return sent
    _, _, _, model, method = sent.path.split("/")
    named = json.loads(sent.content or b"{}")
    # `create` reads its first argument by position (odoo/api.py, _call_kw_model_create), all that has records does.
    first = next((key for key in ("vals_list", "ids") if key in named), None)
    positional = [named.pop(first)] if first else []
    credentials = session.access.credentials
    args = [session.config["database"], session.state["uid"], credentials["password"], model, method, positional, named]
    return replace(sent, path=RPC, content=_rpc("object", "execute_kw", args))


def _refuse_additions(values: dict[str, Any]) -> None:
    """A change is sent again when its answer was lost; the command `[0, 0, values]` would add a line each time."""
    for name, value in values.items():
        commands = value if isinstance(value, list) else []
        if any(isinstance(each, list) and each[:1] == [0] for each in commands):
            text = f"A change of {name} cannot add records: add them by record.create."
            raise RemoteFailure(failed(Category.VALIDATION, text, field_errors={f"fields.{name}": text}))


def parse(session: ManifestSession, answer: Answer) -> Any:
    """The method's result; of a failure `{"fault": {name, message, …}}`, wherever it stands."""
    document = answer.json()
    if isinstance(document, dict) and "jsonrpc" in document:
        error = document.get("error")
        return {"fault": error.get("data") or error} if isinstance(error, dict) else document.get("result")
    return document if answer.ok else {"fault": document}


def _rpc(service: str, method: str, args: list[Any]) -> bytes:
    params = {"service": service, "method": method, "args": args}
    return json.dumps({"jsonrpc": "2.0", "method": "call", "id": 1, "params": params}).encode()


def _fault(document: Any) -> bool:
    return isinstance(document, dict) and "fault" in document


async def _call(session: ManifestSession, model: str, method: str, *, writes: bool, **named: Any) -> Any:
    request = Request(method="POST", path=f"/json/2/{model}/{method}", body=named)
    _, document = await session.ask(request, session.values({}, ""), writes=writes)
    return document


async def _rows(session: ManifestSession, model: str, domain: list[Any], fields: list[str]) -> list[dict[str, Any]]:
    found = await _call(
        session, model, "search_read", writes=False, domain=domain, fields=fields, limit=1, order="id asc"
    )
    return found if isinstance(found, list) else []


async def _one(session: ManifestSession, model: str, number: int, fields: list[str]) -> dict[str, Any]:
    """A record, archived or not. RemoteFailure `not_found` naming the input's field."""
    context = {"lang": session.config["language"], "active_test": False}
    found = await _call(
        session,
        model,
        "search_read",
        writes=False,
        domain=[["id", "=", number]],
        fields=fields,
        limit=1,
        context=context,
    )
    if found:
        return found[0]
    text = f"Odoo has no {model} with id {number}, or hides it from this user."
    raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={"id": text}))


def _shown(record: dict[str, Any]) -> dict[str, Any]:
    return {"id": str(record["id"]), "record": record}


async def read_partner(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """One partner."""
    return Done(_shown(await _one(session, "res.partner", given["id"], given["fields"])))


async def read_product(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """One product."""
    return Done(_shown(await _one(session, "product.product", given["id"], given["fields"])))


async def read_order(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """One sales order."""
    return Done(_shown(await _one(session, "sale.order", given["id"], given["fields"])))


async def read_record(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """One record of any model."""
    return Done(_shown(await _one(session, given["model"], given["id"], given["fields"])))


async def create_product(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """Odoo itself would take a second product of the same code, so that looking comes first."""
    code = given["default_code"]
    if await find_product(session, given, reference=reference):
        text = f"Odoo has a product with the internal reference {code} already."
        return failed(Category.DUPLICATE, text, field_errors={"default_code": text})
    values = {"name": given["name"], **given["fields"], "default_code": code}
    made = await _call(session, "product.product", "create", writes=True, vals_list=[values])
    return Done({"id": str(made[0])})


async def find_product(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The product with that code: the code is what makes it this one."""
    rows = await _rows(session, "product.product", [["default_code", "=", given["default_code"]]], ["id"])
    return Done({"id": str(rows[0]["id"])}) if rows else None


async def confirm_order(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """Bring a quotation to `sale`; one that is there already is done."""
    order = await _one(session, "sale.order", given["id"], ORDER_FIELDS)
    if order["state"] == "cancel":
        return failed(Category.CONFLICT, "The sales order is cancelled.", provider_code="cancel")
    if order["state"] not in CONFIRMED:
        await _call(session, "sale.order", "action_confirm", writes=True, ids=[given["id"]])
        order = await _one(session, "sale.order", given["id"], ORDER_FIELDS)
    return Done(_shown(order))


async def find_confirmed(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The order, if it is confirmed."""
    order = await _one(session, "sale.order", given["id"], ORDER_FIELDS)
    return Done(_shown(order)) if order["state"] in CONFIRMED else None


async def call_method(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """Any public method of any model."""
    named = {"context": {"lang": session.config["language"]}, **given["arguments"]}
    if given["ids"]:
        named["ids"] = given["ids"]
    return Done({"result": await _call(session, given["model"], given["method"], writes=True, **named)})


async def check(session: ManifestSession) -> Result:
    """Whether address, database and credentials work."""
    await _call(session, "res.users", "context_get", writes=False)
    return Done({"database": session.config["database"]})
