"""Sales orders: what the operations do in Tryton. Their shapes are in sale_shapes.py.

The job's reference stands in the sale's Reference field (or Description or Comment: the connection's
`reference_field`), after the caller's own text: `PO-4711 [job_…]`.
"""

import asyncio
from decimal import Decimal
from typing import Any

from hub.connectors.base import Result
from hub.connectors.outbound import RemoteFailure
from hub.connectors.tryton.customers import like, require
from hub.connectors.tryton.rpc import TrytonSession, date_of
from hub.rules.outcomes import Category, Done, failed

SALE = "sale.sale"
READ = [
    "number", "state", "reference", "description", "comment", "sale_date", "shipping_date", "_timestamp",
    "untaxed_amount", "tax_amount", "total_amount", "currency.code", "party.code", "party.name",
    "lines.product.code", "lines.description", "lines.quantity", "lines.unit_price", "lines.amount",
]  # fmt: skip
# What moves a sale on from a state, in order.
STEPS = {"draft": "quote", "quotation": "confirm", "confirmed": "process"}
STATES = ["draft", "quotation", "confirmed", "processing", "done"]
# How many lines are priced at once: an ERP has few workers.
AT_ONCE = 4


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """A sale as the operations give it out; amounts as decimal text."""
    plain = ("id", "number", "state", "reference", "description", "comment", "sale_date", "shipping_date")
    return {
        **{key: row[key] or None for key in plain},
        "customer": {key: row["party."][key] for key in ("id", "code", "name")},
        "currency": row["currency."]["code"],
        **{f"{key}_amount": str(row[f"{key}_amount"]) for key in ("untaxed", "tax", "total")},
        "lines": [_line(line) for line in row["lines."] if line["unit_price"] is not None],
        "version": str(row["_timestamp"]),
    }


def _line(line: dict[str, Any]) -> dict[str, Any]:
    return {
        "product": (line["product."] or {}).get("code"),
        "description": line["description"] or None,
        "quantity": str(Decimal(str(line["quantity"]))),
        "unit_price": str(line["unit_price"]),
        "amount": str(line["amount"]),
    }


async def _only(session: TrytonSession, domain: list[Any]) -> dict[str, Any] | None:
    rows = await session.rows(SALE, domain, READ, limit=1)
    return rows[0] if rows else None


async def _of_key(session: TrytonSession, given: dict[str, Any]) -> dict[str, Any]:
    key = "id" if given["id"] else "number"
    row = await _only(session, [[key, "=", given[key]]])
    if row is None:
        text = f"Tryton has no sales order with {key} {given[key]}."
        raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={key: text}))
    return row


async def _by_reference(session: TrytonSession, reference: str) -> dict[str, Any] | None:
    field = session.config["reference_field"]
    rows = await session.rows(SALE, [[field, "ilike", f"%{like(reference)}%"]], READ, limit=10)
    exact = (row for row in rows if row[field] == reference or (row[field] or "").endswith(f"[{reference}]"))
    return next(exact, None)


async def create(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Create the order and bring it to the wanted state.

    These are several calls, so an order of this reference that an earlier try left behind is taken up again.
    """
    row = await _by_reference(session, reference)
    if row is None:
        values = await _new(session, given)
        field = session.config["reference_field"]
        values[field] = f"{values[field]} [{reference}]" if values.get(field) else reference
        (number,) = await session.call(SALE, "create", [values])
        row = await _of_key(session, {"id": number})
    return Done(shown(await _advance(session, row, until=given["state"])))


async def find_created(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The order of this reference, once it has the wanted state; until then `create` has work left."""
    row = await _by_reference(session, reference)
    return Done(shown(row)) if row and _reached(row, given["state"]) else None


async def _new(session: TrytonSession, given: dict[str, Any]) -> dict[str, Any]:
    """The values of a new sale, with what Tryton's own form would fill in: addresses, terms, prices, taxes."""
    key = "customer_id" if given["customer_id"] else "customer_code"
    party = await require(session, number=given["customer_id"], code=given["customer_code"], field=key)
    company = (await session.login()).context["company"]
    start = {"company": company, "party": party["id"], "lines": []}
    filled = await session.call(SALE, "on_change", start, ["company", "party"])
    header = {key: value for key, value in filled.items() if not key.endswith(".") and key != "lines"}
    products = await _products(session, given["lines"])
    own = {key: given[key] for key in ("reference", "description", "comment") if given[key]}
    if given["shipping_date"]:
        own["shipping_date"] = date_of(given["shipping_date"])
    return header | own | {"lines": [["create", await _all_priced(session, header, given["lines"], products)]]}


async def _products(session: TrytonSession, lines: list[dict[str, Any]]) -> dict[str, int]:
    """Product code → id; RemoteFailure `not_found` naming every line whose code Tryton does not sell."""
    codes = sorted({line["product"] for line in lines})
    domain = [["code", "in", codes], ["salable", "=", True]]
    rows = await session.rows("product.product", domain, ["code"], limit=len(codes) + 1)
    ids = {row["code"]: row["id"] for row in rows}
    missing = {
        f"lines.{place}.product": f"Tryton sells no product with code {line['product']}."
        for place, line in enumerate(lines)
        if line["product"] not in ids
    }
    if missing:
        text = next(iter(missing.values()))
        raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors=missing))
    return ids


async def _all_priced(
    session: TrytonSession, header: dict[str, Any], lines: list[dict[str, Any]], products: dict[str, int]
) -> list[dict[str, Any]]:
    gate = asyncio.Semaphore(AT_ONCE)
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(_priced(session, header, line, products[line["product"]], gate=gate))
                for line in lines
            ]
    except ExceptionGroup as failures:
        # The group has ended the other calls; one reason is enough.
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]


async def _priced(
    session: TrytonSession, header: dict[str, Any], line: dict[str, Any], product: int, *, gate: asyncio.Semaphore
) -> dict[str, Any]:
    """One line with Tryton's unit, price and taxes; the caller's own price wins."""
    parents = {f"_parent_sale.{key}": header.get(key) for key in ("company", "currency", "party", "sale_date")}
    quantity = float(line["quantity"])
    start = {"type": "line", "product": product, "quantity": quantity, **parents}
    async with gate:
        filled = await session.call("sale.line", "on_change", start, ["product"])
    price = Decimal(line["unit_price"]) if line["unit_price"] is not None else filled.get("unit_price")
    values = {"product": product, "quantity": quantity, "unit": filled["unit"], "unit_price": price}
    if filled.get("taxes"):
        values["taxes"] = [["add", filled["taxes"]]]
    if line["description"]:
        values["description"] = line["description"]
    return values


def _reached(row: dict[str, Any], until: str) -> bool:
    return row["state"] in STATES[STATES.index(until) :]


async def _advance(session: TrytonSession, row: dict[str, Any], *, until: str) -> dict[str, Any]:
    """Move the sale on, step by step, until it has that state or a later one. RemoteFailure if Tryton refuses."""
    while not _reached(row, until):
        before = row["state"]
        if before not in STEPS:
            text = f"The sales order is {before}."
            raise RemoteFailure(failed(Category.CONFLICT, text, provider_code=before))
        refusal: RemoteFailure | None = None
        try:
            await session.call(SALE, STEPS[before], [row["id"]])
        except RemoteFailure as failure:
            if failure.outcome.category is not Category.VALIDATION:
                raise
            refusal = failure
        row = await _of_key(session, {"id": row["id"]})
        if row["state"] == before:
            # Refused, and nobody else has moved it on in the meantime either.
            raise refusal or RemoteFailure(failed(Category.CONFLICT, f"The sales order stays {before}."))
    return row


async def confirm(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Bring an order to `confirmed` (or `processing`); one that is there already is done."""
    return Done(shown(await _advance(session, await _of_key(session, given), until=given["state"])))


async def find_confirmed(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The order, if it has the wanted state."""
    row = await _of_key(session, given)
    return Done(shown(row)) if _reached(row, given["state"]) else None


async def read(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """One order."""
    return Done(shown(await _of_key(session, given)))


async def search(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Orders by what is given, newest first."""
    domain: list[Any] = [
        [field, "=", given[key]]
        for key, field in (("customer_id", "party"), ("customer_code", "party.code"), ("state", "state"))
        if given[key]
    ]
    if given["reference"]:
        domain.append([session.config["reference_field"], "ilike", f"%{like(given['reference'])}%"])
    rows = await session.rows(SALE, domain, READ, limit=given["limit"], newest_first=True)
    return Done({"sale_orders": [shown(row) for row in rows]})


CHANGEABLE = ("reference", "description", "comment", "shipping_date")


def _same(row: dict[str, Any], given: dict[str, Any]) -> bool:
    return all(row[key] == given[key] for key in CHANGEABLE if given[key] is not None)


async def update(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Write what differs; with `version`, only if nobody has changed the order since it was read."""
    row = await _of_key(session, given)
    if not _same(row, given):
        values = {key: given[key] for key in CHANGEABLE if given[key] is not None}
        if "shipping_date" in values:
            values["shipping_date"] = date_of(values["shipping_date"])
        seen = {f"{SALE},{row['id']}": given["version"]} if given["version"] else None
        await session.call(SALE, "write", [row["id"]], values, unless_changed=seen)
    return Done(shown(await _of_key(session, {"id": row["id"]})))


async def find_updated(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The order, if it already is as the update wants it."""
    row = await _of_key(session, given)
    return Done(shown(row)) if _same(row, given) else None
