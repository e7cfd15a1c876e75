"""The connector that docs/connectors.md writes in front of the reader works as it stands there."""

import json
import re
from typing import Any

import pytest

from hub.connectors import base, outbound, registry, shapes
from hub.connectors.registry import Access, Done, Outcome, Safety, Sessions
from hub.local.tryton import ROOT
from tests.connectors.contract import with_sessions
from tests.connectors.records import Records

GIVEN = {"subject": "It does not start"}


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Any:
    guide = (ROOT / "docs" / "connectors.md").read_text()
    names: dict[str, Any] = {
        **vars(base),
        **vars(outbound),
        **vars(shapes),
        "Done": Done,
        "Safety": Safety,
        "json": json,
        "shown": lambda row: {"id": row["id"], "url": row["url"]},
    }
    for block in re.findall(r"```python\n(.*?)```", guide, re.DOTALL):
        exec(block, names)  # noqa: S102 our own documentation
    connector = names["Desk"]()
    monkeypatch.setitem(registry.connectors(), "desk", connector)
    return connector


def test_the_guides_connector_creates_finds_and_checks(desk: Any, system: Records):
    access = Access(
        "con_1",
        1,
        system.url,
        registry.validate_config("desk", {}),
        registry.validate_credentials("desk", {"token": "t"}),
    )
    given = registry.validate_input("desk", "ticket.create", desk.operations["ticket.create"].examples[0])
    ticket = {"id": 7, "url": "https://desk.example/7"}
    system.answers += [
        (200, {}, b"{}"),
        (201, {}, json.dumps(ticket).encode()),
        (200, {}, json.dumps([ticket]).encode()),
        (200, {}, b"[]"),
        (403, {}, b"{}"),
    ]

    async def main(pool: Sessions) -> list[Any]:
        about: dict[str, Any] = {"reference": "job_1", "timeout_s": 5}
        return [
            await registry.check(pool, "desk", access),
            await registry.perform(pool, "desk", access, "ticket.create", given, **about),
            await registry.find(pool, "desk", access, "ticket.create", given, **about),
            await registry.find(pool, "desk", access, "ticket.create", given, **about),
            await registry.perform(pool, "desk", access, "ticket.create", given, **about),
        ]

    checked, made, found, none, refused = with_sessions(main)

    assert checked == Done({})
    assert made == found == Done(ticket)
    assert none is None
    assert isinstance(refused, Outcome)
    assert refused.category.value == "permission"
    assert json.loads(system.seen[1][3]) == {"queue": "support", "subject": "It does not start", "external_id": "job_1"}
