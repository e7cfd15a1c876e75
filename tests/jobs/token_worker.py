"""Another process that uses a connection: `python -m tests.jobs.token_worker <server> <connection>` prints three results."""

import asyncio
import sys
from types import SimpleNamespace

import django

django.setup()

from hub.connectors import registry  # noqa: E402
from hub.connectors.base import Access  # noqa: E402
from hub.connectors.manifest.connector import ManifestConnector  # noqa: E402
from hub.connectors.manifest.model import Manifest  # noqa: E402
from hub.jobs.accesses import open_credentials  # noqa: E402
from hub.jobs.models import Connection  # noqa: E402
from hub.jobs.tokens import RowTokens  # noqa: E402
from hub.rules.ids import public_id  # noqa: E402
from tests import oauth  # noqa: E402


async def read(access):
    tokens = RowTokens()
    sessions = registry.Sessions(allow=["127.0.0.0/8"], tokens=tokens)
    calls = (
        registry.perform(sessions, "things", access, "thing.read", {}, reference="job_1", timeout_s=60)
        for _ in range(3)
    )
    results = await asyncio.gather(*calls)
    await sessions.aclose()
    tokens.close()
    return results


url, connection_id = sys.argv[1:]
manifest = Manifest.model_validate(oauth.manifest(SimpleNamespace(url=url)))
registry.connectors()["things"] = ManifestConnector(manifest)
row = Connection.objects.get(id=connection_id)
opened = open_credentials(row.id, row.credentials)
access = Access(public_id("connection", row.id), row.version, row.base_url, row.config, opened)
print(*(type(result).__name__ for result in asyncio.run(read(access))))
