"""What the generic HTTP connector takes and gives; all of it is checked before a job is accepted."""

import re
from typing import Any, Literal
from urllib.parse import quote, unquote

from pydantic import Field, model_validator

from hub.connectors.shapes import Fields, secret
from hub.connectors.templates import place, render, render_text
from hub.rules import payload
from hub.rules.callbacks import OnExpiry, Terms
from hub.rules.errors import HubError
from hub.rules.outcomes import Safety
from hub.rules.pointers import PATTERN as POINTER

TOKEN = r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"  # noqa: S105 RFC 9110, 5.6.2: a header's name
_VALUE = re.compile(r"[\x20-\x7e\t]*")
# What the client, the connection or the credentials set, and what would change how the message is framed.
FORBIDDEN_HEADERS = {
    *("authorization", "connection", "content-length", "cookie", "expect", "host", "keep-alive"),
    *("proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade"),
}
READING = {"GET", "HEAD", "OPTIONS"}
IDEMPOTENT = READING | {"PUT", "DELETE"}
Texts = dict[str, str]
CALLBACK_URL = "callback_url"


class HttpSignature(Fields):
    """How the system signs what it sends to callback addresses; the secret is the credentials' `callback_secret`."""

    scheme: Literal["standard", "hmac"] = Field(
        "standard", description="`standard`: Standard Webhooks; `hmac`: an HMAC over the body in a header"
    )
    header: str | None = Field(None, pattern=TOKEN, description="with `hmac`: where it is")
    prefix: str | None = Field(None, max_length=100, description="with `hmac`: before it in the header, `sha256=`")
    encoding: Literal["hex", "base64"] | None = Field(None, description="with `hmac`; hex by default")
    algorithm: Literal["sha256", "sha512", "sha1"] | None = Field(None, description="with `hmac`; sha256 by default")
    template: str | None = Field(
        None, max_length=500, description="with `hmac`: what is signed, of {method} {url} {timestamp} {body}"
    )
    timestamp_header: str | None = Field(None, pattern=TOKEN, description="with `hmac`: the time that is signed along")
    tolerance_s: int | None = Field(None, ge=1, le=86_400, description="between the two clocks; 300 by default")

    @model_validator(mode="after")
    def _well_formed(self) -> "HttpSignature":
        if (self.scheme == "hmac") != (self.header is not None):
            raise ValueError("`hmac`, and only that, names the header of the signature.")
        if self.template is not None and "{body}" not in self.template:
            raise ValueError("A template holds {body}.")
        if (self.timestamp_header is not None) != ("{timestamp}" in (self.template or "")):
            raise ValueError(
                "A timestamp counts only when it is signed: name its header, and {timestamp} in `template`."
            )
        return self


class HttpCallback(Fields):
    """The system answers later, at `{{callback_url}}`: the job waits for it. Pointers lead into the answer's JSON body."""

    expires_s: float = Field(86_400, ge=1, le=30 * 86_400, description="how long the address takes answers")
    uses: int = Field(20, ge=1, le=1000, description="answers that it takes, wrong ones included")
    answer_schema: dict[str, Any] | None = Field(None, description="JSON Schema 2020-12; what does not fit is refused")
    outcome_pointer: str | None = Field(
        None, pattern=POINTER, description="what says how it went; without it every answer is a success"
    )
    succeeded: list[Any] = Field([], max_length=20, description="its values for success; all others if there are none")
    failed: list[Any] = Field([], max_length=20, description="its values for failure")
    progress: list[Any] = Field([], max_length=20, description="its values for answers that are not the last")
    result_pointer: str = Field("", pattern=POINTER, description="what becomes the job's output")
    message_pointer: str | None = Field(None, pattern=POINTER, description="a failure's, or progress's, words")
    fraction_pointer: str | None = Field(None, pattern=POINTER, description="progress: 0 to 1, or percent")
    on_expiry: OnExpiry = Field(OnExpiry.FAIL, description="`fail`, or `reconcile`: look for the effect with `find`")

    @model_validator(mode="after")
    def _well_formed(self) -> "HttpCallback":
        if self.answer_schema is not None:
            try:
                payload.check_schema(self.answer_schema)
            except HubError as error:
                raise ValueError(error.detail) from error
        if (self.failed or self.progress or self.succeeded) and self.outcome_pointer is None:
            raise ValueError("Values say nothing without `outcome_pointer`.")
        return self


class HttpConfig(Fields):
    """How the system behind the base URL is spoken to."""

    headers: Texts = Field({}, description="sent with each request", max_length=50)
    key_header: str | None = Field(
        "Idempotency-Key", pattern=TOKEN, description="header that carries the job's reference with each write"
    )
    check_path: str | None = Field(
        None, description="`check` expects 2xx from a GET of this path; by default any answer but a refusal is well"
    )
    message_pointer: str | None = Field(None, pattern=POINTER, description="the message in an error's body")
    code_pointer: str | None = Field(None, pattern=POINTER, description="the code in an error's body")

    callback_signature: HttpSignature | None = Field(
        None, description="what comes to callback addresses must be signed like this"
    )

    @model_validator(mode="after")
    def _well_formed(self) -> "HttpConfig":
        check_headers(self.headers)
        if self.check_path is not None:
            check_path(self.check_path)
        return self


class HttpCredentials(Fields):
    """One of: a bearer token, a user with a password, a header of its own; or nothing."""

    bearer: str | None = secret("sent as `Authorization: Bearer …`", default=None, pattern=r"^[\x21-\x7e]+$")
    username: str | None = secret("for HTTP Basic", default=None, pattern=r"^[^:\x00-\x1f]+$")
    password: str | None = secret("for HTTP Basic", default=None)
    header_name: str | None = secret("a header such as X-API-Key", default=None, pattern=TOKEN)
    header_value: str | None = secret("that header's value", default=None, pattern=r"^[\x20-\x7e]+$")
    callback_secret: str | None = secret("verifies what comes to callback addresses", default=None, min_length=8)

    @model_validator(mode="after")
    def _one_kind(self) -> "HttpCredentials":
        if (self.username is None) != (self.password is None):
            raise ValueError("A username and a password go together.")
        if (self.header_name is None) != (self.header_value is None):
            raise ValueError("A header's name and value go together.")
        if sum(each is not None for each in (self.bearer, self.username, self.header_name)) > 1:
            raise ValueError("Give one kind of credentials.")
        return self


class HttpFind(Fields):
    """How to look for what a request has done: a GET whose answer lists records, one of which may bear the reference."""

    path: str = Field(max_length=2000, description="template")
    query: Texts = Field({}, description="templates", max_length=50)
    items_pointer: str = Field("", pattern=POINTER, description="the list of records, or the one record")
    reference_pointer: str = Field(pattern=POINTER, description="in a record: where the reference stands")
    result_pointer: str = Field("", pattern=POINTER, description="in a record: what `result` is to be")


class HttpRequest(Fields):
    """One HTTP request below the connection's base URL. Templates know `{{reference}}` and the members of `values`."""

    method: Literal["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
    path: str = Field(max_length=2000, description="template; starts with /")
    query: Texts = Field({}, description="templates", max_length=50)
    headers: Texts = Field({}, description="templates", max_length=50)
    body: Any = Field(None, description="template of any JSON value; null for no body")
    body_format: Literal["json", "form", "text"] = "json"
    values: dict[str, Any] = Field({}, description="what templates may name")
    result_pointer: str = Field("", pattern=POINTER, description="what of the answer becomes `result`")
    reference_pointer: str | None = Field(
        None, pattern=POINTER, description="in a JSON body: where to put the job's reference"
    )
    safety: Safety | None = Field(
        None,
        description="what makes a second request safe; by default by the method: GET, PUT, DELETE … `idempotent`, "
        "others `by_search` with a `find`, else `unsafe`",
    )
    find: HttpFind | None = None
    callback: HttpCallback | None = Field(
        None, description="the system answers later: templates know `{{callback_url}}`, and the job waits"
    )

    @model_validator(mode="after")
    def _well_formed(self) -> "HttpRequest":
        values = self.values | {"reference": "reference"}
        found = values
        if self.callback is not None:
            values = values | {CALLBACK_URL: "https://callback.invalid"}
        check_path(rendered_path(self.path, values))
        check_headers({name: render_text(text, values) for name, text in self.headers.items()})
        body = render(self.body, values)
        if self.reference_pointer is not None:
            if self.body_format != "json":
                raise ValueError("reference_pointer needs a JSON body.")
            place(body, self.reference_pointer, "reference")
        if self.body_format == "form" and not _flat(body):
            raise ValueError("A form's body is an object of plain values.")
        if self.body_format == "text" and not isinstance(body, str | None):
            raise ValueError("A text body is a string.")
        render(self.query, values)
        if self.find is not None:
            check_path(rendered_path(self.find.path, found))
            render(self.find.query, found)
        if self.safety is Safety.BY_SEARCH and self.find is None:
            raise ValueError("by_search needs a find.")
        return self


class HttpResult(Fields):
    """status: of the answer. result: what `result_pointer` leads to, or the text of a body that is not JSON."""

    status: int
    result: Any
    location: str | None = Field(description="the answer's Location header")


def judge(given: dict[str, Any]) -> tuple[bool, Safety]:
    """(writes, safety) of a request."""
    writes = given["method"] not in READING
    if given["safety"]:
        return writes, Safety(given["safety"])
    if given["method"] in IDEMPOTENT:
        return writes, Safety.IDEMPOTENT
    return writes, Safety.BY_SEARCH if given["find"] else Safety.UNSAFE


def expects(given: dict[str, Any]) -> Terms | None:
    """On which terms the system answers later."""
    terms = given.get("callback")
    if terms is None:
        return None
    schema = terms["answer_schema"]
    return Terms(schema=schema, **{name: value for name, value in terms.items() if name != "answer_schema"})


def rendered_path(template: str, values: dict[str, Any]) -> str:
    """The path with its values filled in, each so escaped that it stays within its segment."""
    return render_text(template, values, escape=lambda text: quote(text, safe=""))


def check_path(path: str) -> None:
    """Raises ValueError for what could lead away from below the base URL."""
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("A path starts with one /.")
    if re.search(r"[\x00-\x20\x7f\\?#]", path) or not path.isascii():
        raise ValueError("A path holds no spaces, ?, # or \\ and is ASCII; escape with %.")
    if any(unquote(unquote(segment)) in {".", ".."} for segment in re.split("/|%2f", path, flags=re.IGNORECASE)):
        raise ValueError("A path has no . or .. segments.")


def check_headers(headers: Texts) -> None:
    """Raises ValueError for a header that cannot be sent or is not the caller's to set."""
    for name, value in headers.items():
        if not re.match(TOKEN, name) or name.lower() in FORBIDDEN_HEADERS:
            raise ValueError(f"The header {name!r} cannot be set.")
        if not _VALUE.fullmatch(value):
            raise ValueError(f"The header {name} holds characters that cannot be sent.")


def _flat(body: Any) -> bool:
    return isinstance(body, dict) and not any(isinstance(value, dict | list) for value in body.values())
