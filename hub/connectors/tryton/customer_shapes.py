"""Customers: what the operations take and give, and the operations themselves."""

from pydantic import Field, model_validator

from hub.connectors.base import Operation
from hub.connectors.shapes import Fields, Shape
from hub.connectors.tryton import customers
from hub.rules.outcomes import Safety


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


OPERATIONS = [
    Operation(
        name="customer.create",
        title="Create a customer",
        description="Creates a party with its address, e-mail and phone; the job's id becomes an identifier of it.",
        accepts=Shape.of(CustomerCreate),
        returns=Shape.out_of(Customer),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=customers.create,
        find=customers.find_created,
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
        call=customers.search,
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
        call=customers.read,
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
        call=customers.update,
        find=customers.find_updated,
        examples=({"id": 2, "email": "ada.lovelace@example.com"},),
    ),
]
