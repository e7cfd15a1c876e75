"""Any OData service, V2 or V4: its `$metadata` says which entity sets, functions and actions there are."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from hub.connectors.base import Access, Operation, Result
from hub.connectors.described import DOCUMENT_MAX_BYTES
from hub.connectors.manifest.model import Page, Tested
from hub.connectors.odata.metadata import parse
from hub.connectors.odata.operations import Operations
from hub.connectors.odata.session import ODataSession, prover, refusal
from hub.connectors.outbound import Outbound, RemoteFailure
from hub.connectors.shapes import Fields, Shape, secret
from hub.rules.outcomes import Done


class ODataConfig(Fields):
    """The base URL is the service's root, below which `$metadata` is."""

    document_hash: str = Field("", max_length=80, description="of the `$metadata` that is in use; set by the hub")
    params: dict[str, str] = Field(
        default_factory=dict, description="sent along with every request", examples=[{"sap-client": "100"}]
    )
    headers: dict[str, str] = Field(default_factory=dict, description="sent along with every request")
    token_url: str = Field("", max_length=2048, description="for OAuth 2.0 client credentials")
    scopes: list[str] = Field(default_factory=list, description="for OAuth 2.0 client credentials")
    api_key_header: str = Field("", max_length=100, description="for `api_key`")


class ODataCredentials(Fields):
    """One kind of them; without any nothing is proved."""

    username: str = secret("for http basic", default="")
    password: str = secret("for http basic", default="")
    token: str = secret("a bearer token that does not end", default="")
    client_id: str = secret("for OAuth 2.0 client credentials", default="")
    client_secret: str = secret("for OAuth 2.0 client credentials", default="")
    api_key: str = secret("a key that goes along in `api_key_header`", default="")


class OData:
    """The connector."""

    name = "odata"
    title = "Any OData service"
    description = "Lists, reads, creates, changes and deletes records of each entity set; calls functions and actions."
    config = Shape.of(ODataConfig)
    credentials = Shape.of(ODataCredentials)
    needs_url = True
    docs = (
        Page(title="OData 2.0", url="https://www.odata.org/documentation/odata-version-2-0/overview/"),
        Page(title="OData 4.01", url="https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html"),
    )
    tested_against = (Tested(kind="system", against="mock-sap (OData V2 and V4)", version="0.22"),)
    # They are each connection's own.
    operations: dict[str, Operation] = {}

    async def describe(self, access: Access, outbound: Outbound) -> bytes:
        """See Described: `$metadata`, with the connection's credentials."""
        where = outbound.at(access.base_url)
        where.max_answer_bytes = DOCUMENT_MAX_BYTES
        proof = await prover(access, outbound).prove()
        headers = {"Accept": "application/xml", **access.config["headers"], **proof.headers}
        params = list(access.config["params"].items())
        answer = await where.send("GET", "/$metadata", writes=False, headers=headers, params=params)
        if not answer.ok:
            raise RemoteFailure(refusal(answer, wrote=False))
        return answer.body

    def compile(self, document: bytes) -> Mapping[str, Operation]:
        """See Described."""
        return Operations(parse(document))

    def without_document(self, config: dict[str, Any]) -> dict[str, Any]:
        """See Described."""
        return config

    async def open(self, access: Access, outbound: Outbound) -> ODataSession:
        """A session; nothing is sent yet."""
        return ODataSession(access, outbound)

    async def check(self, session: ODataSession) -> Result:
        """A GET of the service's root, which lists its entity sets."""
        await session.ask("GET", "/")
        return Done({})
