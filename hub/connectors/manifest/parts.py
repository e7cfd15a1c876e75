"""Parts of a manifest that say how one request is made, and what its answer holds. See model.py for the whole."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from hub.connectors.shapes import Fields

Texts = dict[str, str]
METHODS = Literal["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
READING = {"GET", "HEAD"}


class Request(Fields):
    """One HTTP request. All strings are templates that know input, config, credentials, token and reference.

    A query parameter or header that is only `{{x?}}` is left out when there is no x. body: see bodies.py.
    """

    method: METHODS = "GET"
    path: str = Field(pattern="^/")
    query: dict[str, str | list[str]] = {}
    headers: Texts = {}
    body: Any = None
    body_format: Literal["json", "form", "text"] = "json"
    content_type: str | None = None
    success: list[int] = Field([], description="statuses; by default all of 2xx")
    absent: list[int] = Field([], description="statuses that mean: there is no such record")


class Reference(Fields):
    """How the job's reference is sent with a write. Pointers and names are templates; `value` is what is sent.

    `{{reference}}` is the job's id (30 characters of [a-z0-9_]), `{{reference_uuid}}` a UUID made of it,
    `{{reference_short}}` 20 characters of [A-Z2-7]. A body in which the input has set that place is refused.
    """

    header: str | None = None
    body: str | None = Field(None, description="pointer into the body")
    query: str | None = None
    path: bool = Field(False, description="it stands in the path or elsewhere in the request's templates")
    value: str = "{{reference}}"

    @model_validator(mode="after")
    def _somewhere(self) -> "Reference":
        if not (self.header or self.body is not None or self.query or self.path):
            raise ValueError("Say where the reference goes: header, body, query, or path: true.")
        return self


class Source(Fields):
    """Where a value of an answer is: a pointer into the document, a header, or a template of the input."""

    pointer: str | None = None
    header: str | None = None
    value: str | None = None
    pattern: str | None = Field(None, description="regular expression; its first group, or all of it, is the value")

    @model_validator(mode="after")
    def _one(self) -> "Source":
        if sum(each is not None for each in (self.pointer, self.header, self.value)) != 1:
            raise ValueError("Give one of pointer, header and value.")
        return self


def _source(given: Any) -> Any:
    return {"pointer": given} if isinstance(given, str) else given


Place = Annotated[Source, BeforeValidator(_source)]


class Returns(Fields):
    """What of an answer becomes the output.

    record: `{id, version, record}`. list: `{records, next, errors}`. none: `{id}`. pointer: to the record or to the
    list. id, version: of the record, or of each record of a list. errors: pointer to what failed in a batch.
    schema: JSON Schema of a record.
    """

    kind: Literal["record", "list", "none"] = "record"
    pointer: str = ""
    id: Place | None = None
    version: Place | None = None
    errors: str | None = None
    record: dict[str, Any] = Field({"type": ["object", "null"]}, alias="schema")


class Match(Fields):
    """Which of the records found is the effect. pointer: template. equals: template."""

    pointer: str
    equals: str = "{{reference}}"


class Find(Fields):
    """How the effect of a write is found again. items: pointer to the list, or to the one record.

    match: may be left out when the request itself finds nothing else. returns: by default the operation's, with the
    pointer at the record.
    """

    request: Request | None = None
    call: str | None = Field(None, description="a function of the hooks, instead of a request")
    items: str = ""
    match: list[Match] = []
    returns: Returns | None = None

    @model_validator(mode="after")
    def _one(self) -> "Find":
        if (self.request is None) == (self.call is None):
            raise ValueError("Give either request or call.")
        return self


class Paging(Fields):
    """How a list goes on.

    cursor: a value of the answer (`next`) sent as `parameter`. next_url: the answer holds the next page's URL. link:
    the Link header does (RFC 8288). offset: `parameter` counts records, page: it counts pages, from `first` (0). With
    cursor, `first` is what the first page is asked for with.
    into: where the parameters go, `query` or `body`. size: records asked for with each request, as `size_parameter`.
    more: pointer to a boolean that says whether there is more.
    """

    style: Literal["cursor", "next_url", "link", "offset", "page"]
    next: str | None = None
    parameter: str | None = None
    into: Literal["query", "body"] = "query"
    size_parameter: str | None = None
    size: int = Field(100, gt=0)
    first: int | str | None = None
    more: str | None = None
    max_pages: int = Field(10, gt=0, le=1000)
    max_records: int = Field(1000, gt=0, le=10_000)

    @model_validator(mode="after")
    def _whole(self) -> "Paging":
        if self.style in {"cursor", "next_url"} and self.next is None:
            raise ValueError(f"Style {self.style} needs next: the pointer in the answer.")
        if self.style in {"cursor", "offset", "page"} and self.parameter is None:
            raise ValueError(f"Style {self.style} needs parameter.")
        return self


class Batch(Fields):
    """How many records one request takes. input: name of the input's list; its schema must have this as maxItems."""

    input: str
    max: int = Field(gt=0)
