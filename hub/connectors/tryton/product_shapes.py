"""Products: what the operations take and give, and the operations themselves."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from hub.connectors.base import Operation
from hub.connectors.shapes import Fields, Shape
from hub.connectors.tryton import products
from hub.rules.outcomes import Safety

Type = Literal["goods", "assets", "service"]
CATEGORY = "name of the accounting category, which gives accounts and taxes"


class ProductCreate(Fields):
    """A new product."""

    name: str = Field(min_length=1, max_length=200)
    code: str | None = Field(
        None, min_length=1, max_length=40, description="by default Tryton's next number, if it has"
    )
    type: Type = "goods"
    unit: str = Field("u", min_length=1, max_length=10, description="symbol of the unit, such as u, kg or h")
    list_price: Decimal = Field(Decimal(0), ge=0, max_digits=16, decimal_places=4)
    category: str | None = Field(None, min_length=1, description=CATEGORY)
    salable: bool = True


class ProductKey(Fields):
    """Which product: by id or by code."""

    id: int | None = Field(None, ge=1)
    code: str | None = Field(None, min_length=1)

    @model_validator(mode="after")
    def _one(self) -> "ProductKey":
        if (self.id is None) == (self.code is None):
            raise ValueError("Give either id or code.")
        return self


class ProductUpdate(ProductKey):
    """What to change; what is left out or null stays."""

    name: str | None = Field(None, min_length=1, max_length=200)
    list_price: Decimal | None = Field(None, ge=0, max_digits=16, decimal_places=4)
    category: str | None = Field(None, min_length=1, description=CATEGORY)
    salable: bool | None = None
    active: bool | None = None
    version: str | None = Field(None, description="as read before: fails with `conflict` if it has changed since")


class ProductSearch(Fields):
    """All that is given must match."""

    name: str | None = Field(None, min_length=1, description="part of the name, in any case")
    code: str | None = Field(None, min_length=1)
    reference: str | None = Field(None, min_length=1, description="an identifier, such as a job's id")
    limit: int = Field(20, ge=1, le=200)


class Product(Fields):
    """A product as Tryton has it. version: for `product.update`."""

    id: int
    code: str | None
    name: str
    type: Type
    unit: str
    list_price: Decimal | None
    category: str | None
    salable: bool
    active: bool
    version: str


class Products(Fields):
    """What was found, oldest first."""

    products: list[Product]


OPERATIONS = [
    Operation(
        name="product.create",
        title="Create a product",
        description="Creates a product; the job's id becomes an identifier of it.",
        accepts=Shape.of(ProductCreate),
        returns=Shape.out_of(Product),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=products.create,
        find=products.find_created,
        examples=({"name": "Engine", "code": "ENGINE-1", "list_price": "1500.00", "category": "Goods"},),
    ),
    Operation(
        name="product.find",
        title="Find products",
        description="Products by name, code or identifier.",
        accepts=Shape.of(ProductSearch),
        returns=Shape.out_of(Products),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=products.search,
        examples=({"name": "engine"},),
    ),
    Operation(
        name="product.read",
        title="Read a product",
        description="One product by id or code, also when it is not active.",
        accepts=Shape.of(ProductKey),
        returns=Shape.out_of(Product),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=products.read,
        examples=({"code": "ENGINE-1"},),
    ),
    Operation(
        name="product.update",
        title="Change a product",
        description="Changes what is given; with `version`, only if nobody else has changed it since.",
        accepts=Shape.of(ProductUpdate),
        returns=Shape.out_of(Product),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=products.update,
        find=products.find_updated,
        examples=({"code": "ENGINE-1", "list_price": "1600.00"},),
    ),
]
