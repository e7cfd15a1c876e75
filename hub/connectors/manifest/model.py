"""What a manifest holds. A field nobody knows is an error; docs/connectors.md explains each with examples."""

import re
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from hub.connectors.manifest.auth import Auth
from hub.connectors.manifest.parts import READING, Batch, Find, Paging, Reference, Request, Returns
from hub.connectors.shapes import Fields
from hub.connectors.templates import names
from hub.rules.outcomes import Category, Safety

NAME = r"^[a-z][a-z0-9_]*$"
OPERATION = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"
# The forms in which templates name the job's reference (session.names_of).
REFERENCE_NAMES = {"reference", "reference_uuid", "reference_short"}
Schema = dict[str, Any]
Units = Literal["seconds", "milliseconds", "epoch", "epoch_milliseconds", "date"]


class Page(Fields):
    """A page of the vendor's documentation that the manifest rests on."""

    title: str
    url: str = Field(pattern="^https?://")


class Tested(Fields):
    """What the connector was held against. shape: a double made from the documentation. system: the thing itself."""

    kind: Literal["shape", "system", "specification"]
    against: str
    version: str = ""
    pages: list[Page] = []


class Header(Fields):
    """A number in an answer's header. pattern: named groups used, remaining, limit, reset, or one unnamed group."""

    name: str
    pattern: str | None = None
    unit: Units = "seconds"


class Limit(Fields):
    """A limit of the system. calls per_s: as documented. The others: headers that tell it with each answer.

    window_s: seconds, 86400 for a day. window: a header with the same. reset: when the window ends. midnight: it ends
    at midnight in this time zone (template). in_flight: calls at once.
    """

    name: str = Field(pattern=NAME)
    description: str = ""
    calls: int | None = Field(None, gt=0)
    window_s: float | None = Field(None, gt=0)
    in_flight: int | None = Field(None, gt=0)
    header: Header | None = None
    remaining: Header | None = None
    limit: Header | None = None
    window: Header | None = None
    reset: Header | None = None
    midnight: str | None = None


class Rule(Fields):
    """What an answer means. All that is given must hold; the first rule that does decides.

    status: `409`, `4xx`, or a list. code: regular expression over one of `errors.code`. at, matches: any other value
    of the body. limit: the limit whose end is the time to try again. retryable: whether the same call may succeed
    later, where the category says otherwise.
    """

    status: int | Literal["2xx", "3xx", "4xx", "5xx"] | list[int] | None = None
    code: str | None = None
    at: str | None = None
    matches: str | None = None
    category: Category
    retryable: bool | None = None
    retry_after_s: float | None = Field(None, ge=0)
    limit: str | None = None
    message: str | None = None


class FieldErrors(Fields):
    """Where an error's body names fields. items: list, or object of name → message(s). name, message: in an item."""

    items: str
    name: list[str] = []
    message: str = ""


class Errors(Fields):
    """How errors read. Pointers; the first that leads to something counts.

    in_success: present in a 2xx means failure; with in_success_is only if all of it matches that regular expression.
    """

    message: list[str] = []
    code: list[str] = []
    request_id: list[str] = []
    request_id_header: str | None = None
    fields: list[FieldErrors] = []
    rules: list[Rule] = []
    in_success: str | None = None
    in_success_is: str | None = None


class OperationSpec(Fields):
    """One operation. input: JSON Schema; `type: object` and `additionalProperties: false` are understood.

    call: a function of the hooks, instead of a request. writes: by default what the method says. output: the output's
    JSON Schema when `call` gives something of its own.
    """

    title: str
    description: str
    docs: list[Page] = []
    safety: Safety
    writes: bool | None = None
    input: Schema = {}
    request: Request | None = None
    call: str | None = None
    returns: Returns = Returns()
    output: Schema | None = None
    reference: Reference | None = None
    find: Find | None = None
    paging: Paging | None = None
    batch: Batch | None = None
    examples: list[dict[str, Any]] = Field(min_length=1)
    notes: str = ""

    @property
    def changes(self) -> bool:
        """Whether it changes something there."""
        if self.writes is not None:
            return self.writes
        return self.request is None or self.request.method not in READING

    @model_validator(mode="after")
    def _consistent(self) -> "OperationSpec":
        if (self.request is None) == (self.call is None):
            raise ValueError("Give either request or call.")
        if not self.changes and self.safety is not Safety.IDEMPOTENT:
            raise ValueError("What changes nothing is idempotent.")
        if self.safety is Safety.BY_SEARCH and self.find is None:
            raise ValueError("by_search needs find.")
        sends = self.reference is not None or self.call is not None
        if self.safety is Safety.BY_KEY and not sends:
            raise ValueError("by_key needs reference: where the key is sent.")
        if self.reference and self.reference.path and not names(self._templates()) & REFERENCE_NAMES:
            raise ValueError("reference.path is said, but no template of the request has {{reference}}.")
        if self.paging and self.returns.kind != "list":
            raise ValueError("paging needs returns.kind: list.")
        return self

    @model_validator(mode="after")
    def _batch(self) -> "OperationSpec":
        if self.batch is not None:
            limited = self.input.get("properties", {}).get(self.batch.input, {})
            if limited.get("maxItems", self.batch.max + 1) > self.batch.max:
                raise ValueError(f"input.properties.{self.batch.input} needs maxItems of {self.batch.max} or less.")
        return self

    def _templates(self) -> list[Any]:
        request = self.request
        return (
            [request.path, list(request.query.values()), request.body, list(request.headers.values())]
            if request
            else []
        )


class Manifest(Fields):
    """One system. base_url: template; None when each connection brings its own. check: a request that must succeed."""

    name: str = Field(pattern=NAME)
    title: str
    description: str
    docs: list[Page] = Field(min_length=1)
    tested_against: list[Tested] = Field(min_length=1)
    base_url: str | None = None
    config: Schema = {}
    auth: dict[str, Auth] = Field(min_length=1)
    headers: dict[str, str] = {}
    limits: list[Limit] = []
    retry_after: Header | None = None
    errors: Errors = Errors()
    schemas: dict[str, Schema] = {}
    hooks: str | None = None
    check: Request | str
    operations: dict[str, OperationSpec] = Field(min_length=1)
    notes: str = ""

    @field_validator("operations")
    @classmethod
    def _names(cls, operations: dict[str, OperationSpec]) -> dict[str, OperationSpec]:
        wrong = [name for name in operations if not re.match(OPERATION, name)]
        if wrong:
            raise ValueError(f"An operation's name is like contact.create, not {wrong[0]!r}.")
        return operations

    @model_validator(mode="after")
    def _limits_known(self) -> "Manifest":
        known = {limit.name for limit in self.limits}
        unknown = [rule.limit for rule in self.errors.rules if rule.limit and rule.limit not in known]
        if unknown:
            raise ValueError(f"errors.rules names a limit {unknown[0]!r} that limits does not have.")
        return self
