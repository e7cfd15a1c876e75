"""The connectors that docs/connectors.md writes in front of the reader work as they stand there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from hub.connectors import base, outbound, registry, shapes
from hub.connectors.manifest.load import load_folder
from hub.connectors.registry import Access, Done, Outcome, Safety, Sessions
from hub.local.tryton import ROOT
from tests.connectors.contract import Subject, with_sessions
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


@pytest.fixture
def manifest_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    guide = (ROOT / "docs" / "connectors.md").read_text()
    (block,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    (tmp_path / "desk.yaml").write_text(block)
    connector = load_folder(tmp_path)["desk"]
    monkeypatch.setitem(registry.connectors(), "desk", connector)
    return connector


def test_the_guides_manifest_creates_finds_lists_and_tells_limits(manifest_desk: Any, system: Records):
    subject = Subject("desk", system.url, {}, {"token": "t"}, {"token": "wrong"}, read=("ticket.list", {}))
    ticket = {"id": 7, "external_id": "job_1"}
    system.answers += [
        (200, {}, b"{}"),
        (201, {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "59"}, json.dumps({"ticket": ticket}).encode()),
        (409, {}, b'{"error": {"code": "exists", "text": "There is one."}}'),
        (200, {}, json.dumps({"tickets": [{"external_id": "job_0"}, ticket]}).encode()),
        (200, {}, b'{"tickets": []}'),
        (200, {}, json.dumps({"tickets": [ticket], "next": "c2"}).encode()),
        (200, {}, json.dumps({"tickets": [ticket]}).encode()),
    ]
    given = manifest_desk.operations["ticket.create"].examples[0]

    assert subject.check() == Done({"status": 200})
    made = subject.perform(("ticket.create", given), "job_1")
    again = subject.perform(("ticket.create", given), "job_1")
    none = subject._ask(registry.find, ("ticket.create", given), "job_1")
    listed = subject.perform(("ticket.list", {"limit": 60}), "job_2")

    assert made == again == Done({"id": "7", "record": ticket})
    assert made.limits is not None
    assert (made.limits.quotas["minute"].limit, made.limits.quotas["minute"].remaining) == (60, 59)
    assert none is None
    assert listed == Done({"records": [{"id": "7", "record": ticket}] * 2, "next": None})
    sent = json.loads(system.seen[1][3])
    assert sent == {
        "queue": "support",
        "subject": "It does not start",
        "labels": [{"name": "engine"}],
        "external_id": "job_1",
    }
    assert [path for _, path, _, _ in system.seen[-2:]] == [
        "/api/tickets?queue=support&limit=50",
        "/api/tickets?queue=support&limit=50&after=c2",
    ]
