"""Customers: Tryton's parties. Their shapes are in customer_shapes.py.

The job's reference becomes one of the party's identifiers, without a type: the place where Tryton keeps the
numbers that other systems give a party. The party's own code stays Tryton's.
"""

from typing import Any

from hub.connectors.base import Result
from hub.connectors.outbound import RemoteFailure
from hub.connectors.tryton.rpc import TrytonSession
from hub.rules.outcomes import Category, Done, Outcome, failed

PARTY = "party.party"
READ = [
    "code", "name", "active", "_timestamp",
    "contact_mechanisms.type", "contact_mechanisms.value",
    "addresses.street", "addresses.postal_code", "addresses.city",
]  # fmt: skip
MECHANISMS = ("email", "phone")
ADDRESS = ("street", "postal_code", "city")


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """A party as the operations give it out."""
    address = next(iter(row["addresses."]), None)
    first = {kind: _mechanism(row, kind) for kind in MECHANISMS}
    return {
        "id": row["id"],
        "code": row["code"],
        "name": row["name"],
        **{kind: found["value"] if found else None for kind, found in first.items()},
        "address": address and {key: address[key] or None for key in ADDRESS},
        "active": row["active"],
        "version": str(row["_timestamp"]),
    }


def _mechanism(row: dict[str, Any], kind: str) -> dict[str, Any] | None:
    return next((each for each in row["contact_mechanisms."] if each["type"] == kind), None)


async def require(session: TrytonSession, *, number: int | None, code: str | None, field: str) -> dict[str, Any]:
    """The party with that id or code; RemoteFailure `not_found` naming the input's field."""
    domain = [["id", "=", number]] if number else [["code", "=", code]]
    rows = await session.rows(PARTY, domain, READ)
    if rows:
        return rows[0]
    text = f"Tryton has no customer with {'id' if number else 'code'} {number or code}."
    raise RemoteFailure(failed(Category.NOT_FOUND, text, field_errors={field: text}))


async def _of_key(session: TrytonSession, given: dict[str, Any]) -> dict[str, Any]:
    field = "id" if given["id"] else "code"
    return await require(session, number=given["id"], code=given["code"], field=field)


async def find_created(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The customer with the reference among its identifiers."""
    rows = await session.rows(PARTY, [["identifiers.code", "=", reference]], READ)
    return Done(shown(rows[0])) if rows else None


async def create(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Create the party with its address and ways of contact, in one transaction of Tryton's.

    One of this reference is taken as it is: an earlier try may have made it and failed to read it back.
    """
    if found := await find_created(session, given, reference=reference):
        return found
    values: dict[str, Any] = {"name": given["name"], "identifiers": [["create", [{"code": reference}]]]}
    if given["code"]:
        values["code"] = given["code"]
    mechanisms = [{"type": kind, "value": given[kind]} for kind in MECHANISMS if given[kind]]
    # An order needs an address to be invoiced to, so there is always one, if need be an empty one.
    values |= {"contact_mechanisms": [["create", mechanisms]]} if mechanisms else {}
    values["addresses"] = [["create", [given["address"] or {}]]]
    try:
        (number,) = await session.call(PARTY, "create", [values])
    except RemoteFailure as failure:
        # Only for a refusal: after a lost answer, the taken code may be our own doing.
        if failure.outcome.category is Category.VALIDATION and (twin := await _duplicate(session, given["code"])):
            raise RemoteFailure(twin) from failure
        raise
    return Done(shown(await require(session, number=number, code=None, field="id")))


async def _duplicate(session: TrytonSession, code: str | None) -> Outcome | None:
    """Tryton's UserError does not tell a taken code from other mistakes; looking does."""
    if code is None or not await session.rows(PARTY, [["code", "=", code], ["active", "in", [True, False]]], []):
        return None
    text = f"Tryton has a customer with code {code} already."
    return failed(Category.DUPLICATE, text, provider_code="UserError", field_errors={"code": text})


async def read(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """One customer."""
    return Done(shown(await _of_key(session, given)))


async def search(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Customers by name, e-mail or reference."""
    domain: list[Any] = []
    if given["name"]:
        domain.append(["name", "ilike", f"%{like(given['name'])}%"])
    if given["email"]:
        domain.append(
            ["contact_mechanisms", "where", [["type", "=", "email"], ["value", "ilike", like(given["email"])]]]
        )
    if given["reference"]:
        domain.append(["identifiers.code", "=", given["reference"]])
    rows = await session.rows(PARTY, domain, READ, limit=given["limit"])
    return Done({"customers": [shown(row) for row in rows]})


def like(text: str) -> str:
    """Text for `ilike` in which nothing is a wildcard."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _same(row: dict[str, Any], given: dict[str, Any]) -> bool:
    now = shown(row)
    return all(now[key] == given[key] for key in ("name", *MECHANISMS, "address") if given[key] is not None)


async def find_updated(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The customer, if it already is as the update wants it."""
    row = await _of_key(session, given)
    return Done(shown(row)) if _same(row, given) else None


async def update(session: TrytonSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Write what differs; with `version`, only if nobody has changed the customer since it was read."""
    row = await _of_key(session, given)
    if not _same(row, given):
        seen = {f"{PARTY},{row['id']}": given["version"]} if given["version"] else None
        await session.call(PARTY, "write", [row["id"]], _changes(row, given), unless_changed=seen)
    return Done(shown(await require(session, number=row["id"], code=None, field="id")))


def _changes(row: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {"name": given["name"]} if given["name"] else {}
    mechanisms = [
        ["write", [old["id"]], {"value": given[kind]}]
        if (old := _mechanism(row, kind))
        else ["create", [{"type": kind, "value": given[kind]}]]
        for kind in MECHANISMS
        if given[kind]
    ]
    if mechanisms:
        values["contact_mechanisms"] = mechanisms
    if given["address"]:
        old = next(iter(row["addresses."]), None)
        values["addresses"] = [["write", [old["id"]], given["address"]] if old else ["create", [given["address"]]]]
    return values
