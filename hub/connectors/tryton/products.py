"""Products: Tryton's variants with their templates. Their shapes are in product_shapes.py.

The job's reference becomes one of the product's identifiers, without a type; the product's code stays the caller's.
"""

from decimal import Decimal
from typing import Any

from hub.connectors.base import Result
from hub.connectors.outbound import RemoteFailure
from hub.connectors.tryton.customers import like
from hub.connectors.tryton.rpc import TrytonSession
from hub.rules.outcomes import Category, Done, failed

PRODUCT, TEMPLATE = "product.product", "product.template"
READ = [
    "code", "active", "template.name", "template.type", "template.list_price", "template._timestamp", "template.salable",
    "template.default_uom.symbol", "template.account_category.name",
]  # fmt: skip


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """A product as the operations give it out; the price as decimal text."""
    template = row["template."]
    price = template["list_price"]
    return {
        "id": row["id"],
        "code": row["code"] or None,
        "name": template["name"],
        "type": template["type"],
        "unit": template["default_uom."]["symbol"],
        "list_price": str(price) if price is not None else None,
        "category": (template["account_category."] or {}).get("name"),
        "salable": bool(template["salable"]),
        "active": row["active"],
        "version": str(template["_timestamp"]),
    }


async def _of_key(session: TrytonSession, given: dict[str, Any]) -> dict[str, Any]:
    key = "id" if given["id"] else "code"
    rows = await session.rows(PRODUCT, [[key, "=", given[key]], ["active", "in", [True, False]]], READ, limit=1)
    if rows:
        return rows[0]
    text = f"Tryton has no product with {key} {given[key]}."
    raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={key: text}))


async def find_created(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The product with the reference among its identifiers."""
    rows = await session.rows(PRODUCT, [["identifiers.code", "=", reference]], READ)
    return Done(shown(rows[0])) if rows else None


async def create(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Create the template with its one product, in one transaction of Tryton's.

    One of this reference is taken as it is: an earlier try may have made it and failed to read it back.
    """
    if found := await find_created(session, given, reference=reference):
        return found
    taken = [["code", "=", given["code"]], ["active", "in", [True, False]]]
    if given["code"] and await session.rows(PRODUCT, taken, []):
        text = f"Tryton has a product with code {given['code']} already."
        return failed(Category.DUPLICATE, text, field_errors={"code": text})
    variant = {"identifiers": [["create", [{"code": reference}]]]}
    values = await _values(session, given) | {"products": [["create", [variant]]]}
    await session.call(TEMPLATE, "create", [values])
    rows = await session.rows(PRODUCT, [["identifiers.code", "=", reference]], READ)
    return Done(shown(rows[0]))


async def _values(session: TrytonSession, given: dict[str, Any]) -> dict[str, Any]:
    """The template's values, names looked up. RemoteFailure `not_found` naming the input's field."""
    unit = await _named(session, "product.uom", [["symbol", "=", given["unit"]]], field="unit")
    values: dict[str, Any] = {
        "name": given["name"],
        "type": given["type"],
        "default_uom": unit,
        "list_price": Decimal(given["list_price"]),
        "salable": given["salable"],
    }
    if given["salable"]:
        values["sale_uom"] = unit
    if given["code"]:
        values["code"] = given["code"]
    if given["category"]:
        values["account_category"] = await _category(session, given["category"])
    return values


async def _category(session: TrytonSession, name: str) -> int:
    domain = [["name", "=", name], ["accounting", "=", True]]
    return await _named(session, "product.category", domain, field="category")


async def _named(session: TrytonSession, model: str, domain: list[Any], *, field: str) -> int:
    """The id of the one that the domain's first term names; RemoteFailure `not_found` naming the input's field."""
    rows = await session.rows(model, domain, [], limit=1)
    if rows:
        return int(rows[0]["id"])
    text = f"Tryton has no {field} {domain[0][2]!r}."
    raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={field: text}))


async def read(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """One product."""
    return Done(shown(await _of_key(session, given)))


async def search(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Products by what is given, oldest first."""
    domain: list[Any] = []
    if given["name"]:
        domain.append(["template.name", "ilike", f"%{like(given['name'])}%"])
    if given["code"]:
        domain.append(["code", "=", given["code"]])
    if given["reference"]:
        domain.append(["identifiers.code", "=", given["reference"]])
    rows = await session.rows(PRODUCT, domain, READ, limit=given["limit"])
    return Done({"products": [shown(row) for row in rows]})


def _same(row: dict[str, Any], given: dict[str, Any]) -> bool:
    now = shown(row)
    if given["list_price"] is not None and Decimal(now["list_price"] or 0) != Decimal(given["list_price"]):
        return False
    return all(now[key] == given[key] for key in ("name", "category", "salable", "active") if given[key] is not None)


async def find_updated(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The product, if it already is as the update wants it."""
    row = await _of_key(session, given)
    return Done(shown(row)) if _same(row, given) else None


async def update(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Write what is given to the template; with `version`, only if nobody has changed it since it was read."""
    row = await _of_key(session, given)
    if not _same(row, given):
        template = row["template."]["id"]
        values: dict[str, Any] = {key: given[key] for key in ("name", "salable", "active") if given[key] is not None}
        if given["list_price"] is not None:
            values["list_price"] = Decimal(given["list_price"])
        if given["category"]:
            values["account_category"] = await _category(session, given["category"])
        if given["salable"]:
            values["sale_uom"] = row["template."]["default_uom."]["id"]
        seen = {f"{TEMPLATE},{template}": given["version"]} if given["version"] else None
        await session.call(TEMPLATE, "write", [template], values, unless_changed=seen)
    return Done(shown(await _of_key(session, {"id": row["id"]})))
