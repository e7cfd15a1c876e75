"""Sales orders: what the operations take and give, and the operations themselves."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from hub.connectors.base import Operation
from hub.connectors.shapes import Fields, Shape
from hub.connectors.tryton import sales
from hub.rules.outcomes import Safety

State = Literal["draft", "quotation", "confirmed", "processing", "done", "cancelled"]


class Line(Fields):
    """One line of a new order."""

    product: str = Field(min_length=1, max_length=100, description="the product's code in Tryton")
    quantity: Decimal = Field(gt=0, max_digits=15, decimal_places=4)
    unit_price: Decimal | None = Field(
        None, ge=0, max_digits=16, decimal_places=4, description="by default Tryton's price for this customer"
    )
    description: str | None = Field(None, max_length=2000)


class SaleOrderCreate(Fields):
    """A new sales order."""

    customer_id: int | None = Field(None, ge=1)
    customer_code: str | None = Field(None, min_length=1)
    lines: list[Line] = Field(min_length=1, max_length=500)
    state: Literal["draft", "quotation", "confirmed"] = Field(
        "quotation", description="how far to bring it; Tryton numbers an order when it becomes a quotation"
    )
    reference: str | None = Field(None, max_length=200, description="the customer's own order number")
    description: str | None = Field(None, max_length=200)
    comment: str | None = Field(None, max_length=4000)
    shipping_date: date | None = None

    @model_validator(mode="after")
    def _one_customer(self) -> "SaleOrderCreate":
        if (self.customer_id is None) == (self.customer_code is None):
            raise ValueError("Give either customer_id or customer_code.")
        return self


class SaleOrderKey(Fields):
    """Which order: by id or by number."""

    id: int | None = Field(None, ge=1)
    number: str | None = Field(None, min_length=1)

    @model_validator(mode="after")
    def _one(self) -> "SaleOrderKey":
        if (self.id is None) == (self.number is None):
            raise ValueError("Give either id or number.")
        return self


class SaleOrderConfirm(SaleOrderKey):
    """Which order, and how far."""

    state: Literal["confirmed", "processing"] = Field(
        "confirmed", description="`processing` also makes Tryton's invoice and shipment"
    )


class SaleOrderUpdate(SaleOrderKey):
    """What to change; what is left out or null stays."""

    reference: str | None = Field(None, max_length=200)
    description: str | None = Field(None, max_length=200)
    comment: str | None = Field(None, max_length=4000)
    shipping_date: date | None = None
    version: str | None = Field(None, description="as read before: fails with `conflict` if it has changed since")


class SaleOrderSearch(Fields):
    """All that is given must match."""

    reference: str | None = Field(None, min_length=1, description="part of the reference, such as a job's id")
    customer_id: int | None = Field(None, ge=1)
    customer_code: str | None = Field(None, min_length=1)
    state: State | None = None
    limit: int = Field(20, ge=1, le=200)


class SaleOrderLine(Fields):
    """A line as Tryton has it; amounts are decimal text."""

    product: str | None
    description: str | None
    quantity: Decimal
    unit_price: Decimal
    amount: Decimal


class SaleOrderCustomer(Fields):
    """Whose order it is."""

    id: int
    code: str | None
    name: str | None


class SaleOrder(Fields):
    """A sales order as Tryton has it. version: for `sale_order.update`."""

    id: int
    number: str | None = Field(description="null while it is a draft")
    state: State
    reference: str | None
    description: str | None
    comment: str | None
    sale_date: date | None
    shipping_date: date | None
    customer: SaleOrderCustomer
    currency: str
    untaxed_amount: Decimal
    tax_amount: Decimal
    total_amount: Decimal
    lines: list[SaleOrderLine]
    version: str


class SaleOrders(Fields):
    """What was found, newest first."""

    sale_orders: list[SaleOrder]


OPERATIONS = [
    Operation(
        name="sale_order.create",
        title="Create a sales order",
        description="Creates an order with Tryton's own prices, taxes and terms, and brings it to `state`.",
        accepts=Shape.of(SaleOrderCreate),
        returns=Shape.out_of(SaleOrder),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=sales.create,
        find=sales.find_created,
        examples=(
            {"customer_code": "2", "lines": [{"product": "WIDGET", "quantity": 3}], "reference": "PO-4711"},
            {
                "customer_id": 2,
                "lines": [{"product": "WIDGET", "quantity": "1.5", "unit_price": "19.90"}],
                "state": "confirmed",
            },
        ),
    ),
    Operation(
        name="sale_order.find",
        title="Find sales orders",
        description="Orders by reference, customer or state.",
        accepts=Shape.of(SaleOrderSearch),
        returns=Shape.out_of(SaleOrders),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=sales.search,
        examples=({"customer_code": "2", "state": "quotation"},),
    ),
    Operation(
        name="sale_order.read",
        title="Read a sales order",
        description="One order by id or number.",
        accepts=Shape.of(SaleOrderKey),
        returns=Shape.out_of(SaleOrder),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=sales.read,
        examples=({"number": "1"},),
    ),
    Operation(
        name="sale_order.update",
        title="Change a sales order",
        description="Changes the texts and the shipping date; with `version`, only if nobody else has changed it.",
        accepts=Shape.of(SaleOrderUpdate),
        returns=Shape.out_of(SaleOrder),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=sales.update,
        find=sales.find_updated,
        examples=({"number": "1", "comment": "Ring twice."},),
    ),
    Operation(
        name="sale_order.confirm",
        title="Confirm a sales order",
        description="Brings an order to `confirmed`; one that is there already is done.",
        accepts=Shape.of(SaleOrderConfirm),
        returns=Shape.out_of(SaleOrder),
        safety=Safety.IDEMPOTENT,
        writes=True,
        call=sales.confirm,
        find=sales.find_confirmed,
        examples=({"number": "1"},),
    ),
]
