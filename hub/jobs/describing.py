"""Fetching the document of a system that is being connected: network calls, before anything is written."""

import asyncio
from ipaddress import ip_network

from django.conf import settings

from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.described import Described
from hub.connectors.outbound import Outbound, RemoteFailure
from hub.jobs.documents import unreadable
from hub.jobs.tokens import RowTokens

FETCH_S = 30.0


def fetch(connector: str, access: Access) -> bytes | None:
    """The document of a connection that is being set up; None for connectors without one. A network call: in no transaction.

    Errors: `invalid_input` when it cannot be had or is none.
    """
    made = registry.get(connector)
    if not isinstance(made, Described):
        return None
    try:
        document = asyncio.run(_fetch(made, access))
        made.compile(document)
    except TimeoutError:
        raise unreadable(f"There was no answer within {FETCH_S:g} s.") from None
    except RemoteFailure as failure:
        raise unreadable(failure.outcome.message) from failure
    return document


async def _fetch(made: Described, access: Access) -> bytes:
    tokens = RowTokens()
    outbound = Outbound(
        access.base_url, allow=[ip_network(each) for each in settings.HUB.connection_allow], tokens=tokens
    )
    try:
        async with asyncio.timeout(FETCH_S):
            return await made.describe(access, outbound)
    finally:
        await outbound.aclose()
        tokens.close()
