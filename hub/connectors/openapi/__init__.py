"""Any system that publishes an OpenAPI document: every operation of the document is one of the connection.

OpenAPI 3.0 and 3.1, Swagger 2.0; JSON or YAML. Sources: https://spec.openapis.org/oas/v3.1.1.html,
https://spec.openapis.org/oas/v3.0.4.html, https://spec.openapis.org/oas/v2.0.html
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field

from hub.connectors.base import Access, Operation, Result
from hub.connectors.described import DOCUMENT_MAX_BYTES, OPERATIONS
from hub.connectors.manifest.model import Page, Tested
from hub.connectors.openapi.document import Document, parse
from hub.connectors.openapi.operations import Operations
from hub.connectors.openapi.security import unnamed
from hub.connectors.openapi.session import OpenApiSession
from hub.connectors.outbound import Outbound, RemoteFailure
from hub.connectors.shapes import Fields, Shape, secret
from hub.rules.errors import HubError
from hub.rules.outcomes import Done

ACCEPT = "application/json, application/yaml;q=0.9, */*;q=0.1"


class OpenApiConfig(Fields):
    """Where the document is, and what it does not say."""

    document: dict[str, Any] | str | None = Field(None, description="the document itself, as an object or as text")
    document_url: str = Field("", max_length=2048, description="or where it is; fetched again when the config is set")
    document_hash: str = Field("", max_length=80, description="of the document that is in use; set by the hub")
    security: str = Field("", max_length=200, description="the security scheme to use, if the document has several")
    api_key_header: str = Field("", max_length=100, description="for `api_key`, where the document names no place")
    headers: dict[str, str] = Field(default_factory=dict, description="sent along with every request")
    check_path: str = Field("", max_length=1000, description="a path to GET for a check")


class OpenApiCredentials(Fields):
    """For the document's security schemes: what is given decides which can be used."""

    api_key: str = secret("for schemes of the type apiKey", default="")
    api_keys: dict[str, str] = secret("scheme → key, where several are needed at once", default_factory=dict)
    username: str = secret("for http basic", default="")
    password: str = secret("for http basic", default="")
    token: str = secret("for http bearer, or an OAuth 2.0 access token that does not end", default="")
    client_id: str = secret("for OAuth 2.0 client credentials", default="")
    client_secret: str = secret("for OAuth 2.0 client credentials", default="")


class OpenApi:
    """The connector."""

    name = "openapi"
    title = "Any system with an OpenAPI document"
    description = "Every operation of an OpenAPI or Swagger document, with its own input and output."
    config = Shape.of(OpenApiConfig)
    credentials = Shape.of(OpenApiCredentials)
    needs_url = True
    docs = (
        Page(title="OpenAPI 3.1", url="https://spec.openapis.org/oas/v3.1.1.html"),
        Page(title="OpenAPI 3.0", url="https://spec.openapis.org/oas/v3.0.4.html"),
        Page(title="Swagger 2.0", url="https://spec.openapis.org/oas/v2.0.html"),
    )
    tested_against = (
        Tested(kind="system", against="BottleCRM by its own schema", version="1.35"),
        Tested(kind="specification", against="GitHub's own OpenAPI document (npm @octokit/openapi)", version="23.0.2"),
    )
    # They are each connection's own.
    operations: dict[str, Operation] = {}

    async def describe(self, access: Access, outbound: Outbound) -> bytes:
        """See Described. Credentials go along only where the connection's own system asks for them."""
        given = access.config.get("document")
        if given is not None:
            return Document.text_of(given)
        url = access.config.get("document_url") or ""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise HubError("invalid_input", "Give the document, or its http(s) address.", field="config.document_url")
        where = outbound.at(f"{parts.scheme}://{parts.netloc}")
        where.max_answer_bytes = DOCUMENT_MAX_BYTES
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        answer = await where.send("GET", path, writes=False, headers={"Accept": ACCEPT})
        here = urlsplit(access.base_url)
        if answer.status in (401, 403) and (parts.scheme, parts.netloc) == (here.scheme, here.netloc):
            for each in unnamed(access, outbound).values():
                headers = {"Accept": ACCEPT, **(await each.prove()).headers}
                answer = await where.send("GET", path, writes=False, headers=headers)
        if not answer.ok:
            raise RemoteFailure(answer.outcome(wrote=False))
        return answer.body

    def compile(self, document: bytes) -> Mapping[str, Operation]:
        """See Described."""
        return Operations(parse(document))

    def without_document(self, config: dict[str, Any]) -> dict[str, Any]:
        """See Described."""
        return config | {"document": None}

    async def open(self, access: Access, outbound: Outbound) -> OpenApiSession:
        """A session; nothing is sent yet."""
        return OpenApiSession(access, outbound)

    async def check(self, session: OpenApiSession) -> Result:
        """A GET of `check_path`, else of the first operation that needs no input; without either nothing is known."""
        operations: Mapping[str, Operation] = session.access.config[OPERATIONS]
        if path := session.access.config["check_path"]:
            return await session.probe(path)
        harmless = operations.harmless() if isinstance(operations, Operations) else None
        return Done({}) if harmless is None else await harmless.call(session, {}, reference="check")
