"""Customers: Tryton's parties.

The job's reference becomes one of the party's identifiers, without a type: the place where Tryton keeps the
numbers that other systems give a party. The party's own code stays Tryton's.
"""

from typing import Any

from pydantic import Field, model_validator

from hub.connectors.base import Operation, Result
from hub.connectors.outbound import RemoteFailure
from hub.connectors.shapes import Fields, Shape
from hub.connectors.tryton.rpc import TrytonSession
from hub.rules.outcomes import Category, Done, Outcome, Safety, failed

PARTY = "party.party"
READ = [
    "code", "name", "active", "_timestamp",
    "contact_mechanisms.type", "contact_mechanisms.value",
    "addresses.street", "addresses.postal_code", "addresses.city",
]  # fmt: skip
MECHANISMS = ("email", "phone")


class Address(Fields):
    """A postal address."""

    street: str | None = Field(None, max_length=500)
    postal_code: str | None = Field(None, max_length=40)
    city: str | None = Field(None, max_length=200)


class CustomerCreate(Fields):
    """A new customer."""

    name: str = Field(min_length=1, max_length=200)
    code: str | None = Field(None, min_length=1, max_length=40, description="by default Tryton's next number")
    email: str | None = Field(None, max_length=320)
    phone: str | None = Field(None, max_length=60)
    address: Address | None = None


class CustomerKey(Fields):
    """Which customer: by id or by code."""

    id: int | None = Field(None, ge=1)
    code: str | None = Field(None, min_length=1)

    @model_validator(mode="after")
    def _one(self) -> "CustomerKey":
        if (self.id is None) == (self.code is None):
            raise ValueError("Give either id or code.")
        return self


class CustomerUpdate(CustomerKey):
    """What to change; what is left out or null stays."""

    name: str | None = Field(None, min_length=1, max_length=200)
    email: str | None = Field(None, min_length=1, max_length=320)
    phone: str | None = Field(None, min_length=1, max_length=60)
    address: Address | None = Field(None, description="replaces the first address")
    version: str | None = Field(None, description="as read before: fails with `conflict` if it has changed since")


class CustomerSearch(Fields):
    """All that is given must match."""

    name: str | None = Field(None, min_length=1, description="part of the name, in any case")
    email: str | None = Field(None, min_length=1, description="exact, in any case")
    reference: str | None = Field(None, min_length=1, description="an identifier, such as a job's id")
    limit: int = Field(20, ge=1, le=200)


class Customer(Fields):
    """A customer as Tryton has it. version: for `customer.update`."""

    id: int
    code: str | None
    name: str | None
    email: str | None
    phone: str | None
    address: Address | None
    active: bool
    version: str


class Customers(Fields):
    """What was found, oldest first."""

    customers: list[Customer]


def shown(row: dict[str, Any]) -> dict[str, Any]:
    """A party as the operations give it out."""
    address = next(iter(row["addresses."]), None)
    first = {kind: _mechanism(row, kind) for kind in MECHANISMS}
    return {
        "id": row["id"],
        "code": row["code"],
        "name": row["name"],
        **{kind: found["value"] if found else None for kind, found in first.items()},
        "address": address and {key: address[key] or None for key in Address.model_fields},
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


OPERATIONS = [
    Operation(
        name="customer.create",
        title="Create a customer",
        description="Creates a party with its address, e-mail and phone; the job's id becomes an identifier of it.",
        accepts=Shape.of(CustomerCreate),
        returns=Shape.out_of(Customer),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=create,
        find=find_created,
        examples=(
            {"name": "Ada Lovelace", "email": "ada@example.com", "address": {"street": "1 Main St", "city": "London"}},
        ),
    ),
    Operation(
        name="customer.find",
        title="Find customers",
        description="Customers by name, e-mail or identifier.",
        accepts=Shape.of(CustomerSearch),
        returns=Shape.out_of(Customers),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=search,
        examples=({"name": "lovelace"},),
    ),
    Operation(
        name="customer.read",
        title="Read a customer",
        description="One customer by id or code.",
        accepts=Shape.of(CustomerKey),
        returns=Shape.out_of(Customer),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=read,
        examples=({"code": "2"},),
    ),
    Operation(
        name="customer.update",
        title="Change a customer",
        description="Changes what is given; with `version`, only if nobody else has changed it since.",
        accepts=Shape.of(CustomerUpdate),
        returns=Shape.out_of(Customer),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=update,
        find=find_updated,
        examples=({"id": 2, "email": "ada.lovelace@example.com"},),
    ),
]
