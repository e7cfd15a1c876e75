"""Customers' invoices and their payments: what the operations do in Tryton. Their shapes are in invoice_shapes.py.

The job's reference stands in the invoice as it does in a sale (`reference_field`), and a payment has it in the
description of its move, whose origin is the invoice.
"""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from hub.connectors.base import Result
from hub.connectors.outbound import RemoteFailure
from hub.connectors.tryton.customers import like, require
from hub.connectors.tryton.rpc import TrytonSession, date_of
from hub.rules.outcomes import Category, Done, failed

INVOICE = "account.invoice"
READ = [
    "number", "state", "type", "reference", "description", "comment", "invoice_date", "_timestamp", "company", "account",
    "untaxed_amount", "tax_amount", "total_amount", "amount_to_pay", "currency.code", "party.code", "party.name",
    "lines.product.code", "lines.description", "lines.quantity", "lines.unit_price", "lines.amount", "lines.type",
]  # fmt: skip
OPEN = ("draft", "validated")
DONE = ("posted", "paid")


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """An invoice as the operations give it out; amounts as decimal text."""
    plain = ("id", "number", "state", "reference", "description", "comment", "invoice_date")
    return {
        **{key: row[key] or None for key in plain},
        "customer": {key: row["party."][key] for key in ("id", "code", "name")},
        "currency": row["currency."]["code"],
        **{f"{key}_amount": str(row[f"{key}_amount"]) for key in ("untaxed", "tax", "total")},
        "amount_to_pay": str(row["amount_to_pay"]),
        "lines": [_line(line) for line in row["lines."] if line["type"] == "line"],
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


async def _rows(session: TrytonSession, domain: list[Any], *, limit: int = 1) -> list[dict[str, Any]]:
    return await session.rows(INVOICE, [["type", "=", "out"], *domain], READ, limit=limit, newest_first=True)


async def _of_key(session: TrytonSession, given: dict[str, Any]) -> dict[str, Any]:
    key = "id" if given["id"] else "number"
    rows = await _rows(session, [[key, "=", given[key]]])
    if rows:
        return rows[0]
    text = f"Tryton has no customer's invoice with {key} {given[key]}."
    raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={key: text}))


def _bears(text: str | None, reference: str) -> bool:
    return text == reference or (text or "").endswith(f"[{reference}]")


async def _by_reference(session: TrytonSession, reference: str) -> dict[str, Any] | None:
    field = session.config["reference_field"]
    rows = await _rows(session, [[field, "ilike", f"%{like(reference)}%"]], limit=10)
    return next((row for row in rows if _bears(row[field], reference)), None)


async def create(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Create the invoice and bring it to the wanted state; one of this reference is taken up again."""
    row = await _by_reference(session, reference)
    if row is None:
        values = await _new(session, given)
        field = session.config["reference_field"]
        values[field] = f"{values[field]} [{reference}]" if values.get(field) else reference
        (number,) = await session.call(INVOICE, "create", [values])
        row = await _of_key(session, {"id": number})
    return Done(shown(await _posted(session, row) if given["state"] == "posted" else row))


async def find_created(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The invoice of this reference, once it has the wanted state; until then `create` has work left."""
    row = await _by_reference(session, reference)
    if row is None or (given["state"] == "posted" and row["state"] not in DONE):
        return None
    return Done(shown(row))


async def _new(session: TrytonSession, given: dict[str, Any]) -> dict[str, Any]:
    """The values of a new invoice, with what Tryton's own form would fill in: account, address, terms, taxes."""
    key = "customer_id" if given["customer_id"] else "customer_code"
    party = await require(session, number=given["customer_id"], code=given["customer_code"], field=key)
    company = (await session.login()).context["company"]
    start = {"company": company, "type": "out", "party": party["id"], "lines": []}
    filled = await session.call(INVOICE, "on_change", start, ["type", "party"])
    header = {key: value for key, value in filled.items() if not key.endswith(".") and key != "lines"}
    header |= {"company": company, "type": "out", "party": party["id"]}
    lines = [await _filled(session, header, line, place) for place, line in enumerate(given["lines"])]
    own = {key: given[key] for key in ("reference", "description", "comment") if given[key]}
    if given["invoice_date"]:
        own["invoice_date"] = date_of(given["invoice_date"])
    return header | own | {"lines": [["create", lines]]}


async def _filled(session: TrytonSession, header: dict[str, Any], line: dict[str, Any], place: int) -> dict[str, Any]:
    """One line with Tryton's account, unit and taxes, and the product's list price unless another is given."""
    rows = await session.rows("product.product", [["code", "=", line["product"]]], ["list_price_used"], limit=1)
    if not rows:
        text = f"Tryton has no product with code {line['product']}."
        raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={f"lines.{place}.product": text}))
    parents = {f"_parent_invoice.{key}": header.get(key) for key in ("company", "type", "party")}
    quantity = float(line["quantity"])
    start = {"type": "line", "product": rows[0]["id"], "quantity": quantity, "company": header["company"], **parents}
    filled = await session.call("account.invoice.line", "on_change", start, ["product"])
    price = Decimal(line["unit_price"]) if line["unit_price"] is not None else rows[0]["list_price_used"]
    values = {"type": "line", "product": rows[0]["id"], "quantity": quantity, "unit_price": price}
    values |= {key: filled[key] for key in ("account", "unit") if filled.get(key)}
    if filled.get("taxes"):
        values["taxes"] = [["add", filled["taxes"]]]
    if line["description"]:
        values["description"] = line["description"]
    return values


async def _posted(session: TrytonSession, row: dict[str, Any]) -> dict[str, Any]:
    """Post an invoice that is not posted yet. RemoteFailure `conflict` for a cancelled one."""
    if row["state"] in DONE:
        return row
    if row["state"] not in OPEN:
        text = f"The invoice is {row['state']}."
        raise RemoteFailure(failed(Category.CONFLICT, text, provider_code=row["state"]))
    await session.call(INVOICE, "post", [row["id"]])
    return await _of_key(session, {"id": row["id"]})


async def post(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Post the invoice; one that is posted or paid is done."""
    return Done(shown(await _posted(session, await _of_key(session, given))))


async def find_posted(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The invoice, if it is posted."""
    row = await _of_key(session, given)
    return Done(shown(row)) if row["state"] in DONE else None


async def read(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """One invoice."""
    return Done(shown(await _of_key(session, given)))


async def search(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Invoices by what is given, newest first."""
    domain: list[Any] = [
        [field, "=", given[key]]
        for key, field in (("customer_id", "party"), ("customer_code", "party.code"), ("state", "state"))
        if given[key]
    ]
    if given["sale_order"]:
        domain.append(["lines.origin.sale.number", "=", given["sale_order"], "sale.line"])
    if given["reference"]:
        domain.append([session.config["reference_field"], "ilike", f"%{like(given['reference'])}%"])
    return Done({"invoices": [shown(row) for row in await _rows(session, domain, limit=given["limit"])]})


async def _payment(session: TrytonSession, invoice: int, reference: str) -> dict[str, Any] | None:
    """The move that a job of this reference has paid the invoice with."""
    domain = [["origin", "=", f"{INVOICE},{invoice}"], ["description", "ilike", f"%{like(reference)}%"]]
    rows = await session.rows("account.move", domain, ["description", "number", "date"], limit=10)
    return next((row for row in rows if _bears(row["description"], reference)), None)


async def pay(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Pay an invoice by Tryton's own wizard, in one transaction; a payment of this reference is not made again."""
    row = await _of_key(session, given)
    if await _payment(session, row["id"], reference) is None:
        data = {"start": await _payment_of(session, row, given, reference), "ask": {"type": "partial"}}
        await session.run_wizard("account.invoice.pay", (INVOICE, row["id"]), data, state="pay")
    return Done(await _paid(session, row["id"], reference))


async def find_paid(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The invoice with the payment of this reference."""
    row = await _of_key(session, given)
    if await _payment(session, row["id"], reference) is None:
        return None
    return Done(await _paid(session, row["id"], reference))


async def _payment_of(
    session: TrytonSession, row: dict[str, Any], given: dict[str, Any], reference: str
) -> dict[str, Any]:
    """What the wizard's first view holds. RemoteFailure `conflict` for an invoice that waits for no payment."""
    if row["state"] != "posted":
        text = f"The invoice is {row['state']}."
        raise RemoteFailure(failed(Category.CONFLICT, text, provider_code=row["state"]))
    name = given["payment_method"]
    domain = [["company", "=", row["company"]], *([["name", "=", name]] if name else [])]
    methods = await session.rows("account.invoice.payment.method", domain, ["name"], limit=1)
    if not methods:
        text = f"Tryton has no payment method {name!r}." if name else "Tryton has no payment method for invoices."
        raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={"payment_method": text}))
    note = given["description"]
    return {
        "payee": row["party."]["id"],
        "amount": Decimal(given["amount"]) if given["amount"] is not None else row["amount_to_pay"],
        "currency": row["currency."]["id"],
        "company": row["company"],
        "invoice_account": row["account"],
        "payment_method": methods[0]["id"],
        "date": date_of(given["date"] or datetime.now(UTC).date().isoformat()),
        "description": f"{note} [{reference}]" if note else reference,
    }


async def _paid(session: TrytonSession, invoice: int, reference: str) -> dict[str, Any]:
    move = await _payment(session, invoice, reference) or {}
    payment = {"id": move.get("id"), "number": move.get("number") or None, "date": move.get("date")}
    return shown(await _of_key(session, {"id": invoice})) | {"payment": payment}
