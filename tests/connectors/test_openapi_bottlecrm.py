"""The `openapi` connector on BottleCRM's own schema, against BottleCRM itself: what the document says can be done is done."""

import asyncio
from ipaddress import ip_network
from typing import Any

from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.described import OPERATIONS
from hub.connectors.openapi import OpenApi
from hub.connectors.outbound import Outbound
from hub.rules.outcomes import Done
from tests.connectors.bottlecrm.server import BottleCRM
from tests.connectors.contract import with_sessions


def described(server: BottleCRM) -> Access:
    """A connection whose document the server gave."""
    config = registry.validate_config("openapi", {"document_url": f"{server.url}/schema/"})
    credentials = registry.validate_credentials("openapi", {"token": server.token})

    async def fetch() -> bytes:
        outbound = Outbound(server.url, allow=[ip_network("127.0.0.0/8")])
        try:
            return await OpenApi().describe(Access("con_1", 1, server.url, config, credentials), outbound)
        finally:
            await outbound.aclose()

    operations = OpenApi().compile(asyncio.run(fetch()))
    return Access("con_1", 1, server.url, config | {OPERATIONS: operations}, credentials)


def test_bottlecrms_own_schema_is_listed_and_its_contacts_are_read(bottlecrm: BottleCRM):
    access = described(bottlecrm)
    operations = access.config[OPERATIONS]
    listing = next(
        name
        for name in operations
        if operations.entry(name).path.rstrip("/").endswith("/contacts") and operations.entry(name).method == "get"
    )

    async def run(sessions: registry.Sessions) -> Any:
        about: dict[str, Any] = {"reference": "job_1", "timeout_s": 30}
        given = operations[listing].accepts.normalise({}, root="input")
        return await registry.perform(sessions, "openapi", access, listing, given, **about)

    result = with_sessions(run)

    assert len(operations) > 100
    assert all(each.input["type"] == "object" and each.output["type"] == "object" for each in operations.values())
    assert isinstance(result, Done), result
    assert result.output["status"] == 200
