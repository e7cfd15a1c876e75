"""A change and its entry in the audit are there together or not at all."""

import pytest

from hub import db
from hub.audit import record

URL = "https://partner.example.com/hooks"


@pytest.fixture
def known(api):
    """Names → ids: an endpoint with dead deliveries, a replay of them that waits after its canary, a connection."""
    endpoint = api.post("/endpoints", {"url": URL}).data["id"]
    for n in range(3):
        api.post("/events", {"type": "order.made", "data": {"n": n}})
    db.execute("UPDATE delivery SET status = 'dead', status_code = 503, finished_at = now()")
    replay = api.post("/replays", {"filter": {"endpoint_id": endpoint}, "canary": 1}).data["id"]
    paused = api.post("/replays", {"filter": {"endpoint_id": endpoint}, "canary": 1}).data["id"]
    api.post(f"/replays/{paused}/pause", {})
    connection = api.post("/connections", {"name": "echo", "connector": "echo"}).data["id"]
    api.post("/jobs", {"connection_id": connection, "operation": "echo", "input": {}})
    return {"endpoint": endpoint, "replay": replay, "paused": paused, "connection": connection}


def seen(api, known):
    """All that the changes below could change, as it is shown."""
    paths = ["/endpoints", "/endpoints/{endpoint}", "/deliveries", "/replays", "/replays/{replay}/changes"]
    paths += ["/replays/{paused}/changes", "/connections", "/jobs", "/bulk-actions", "/audit"]
    return {path: api.get(path.format(**known)).data for path in paths}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/endpoints/{endpoint}/pause", None),
        ("POST", "/endpoints/{endpoint}/resume", {"release": "discard"}),
        ("DELETE", "/endpoints/{endpoint}", None),
        ("POST", "/replays", {"filter": {}}),
        ("POST", "/replays/{replay}/pause", {}),
        ("POST", "/replays/{paused}/resume", {}),
        ("POST", "/replays/{replay}/cancel", {}),
        ("POST", "/endpoints/{endpoint}/undelivered", {}),
        ("POST", "/endpoints/{endpoint}/undelivered/filtered", {"created_after": "2026-01-01T00:00:00Z"}),
        ("POST", "/bulk-actions", {"action": "cancel", "filter": {"status": ["queued"]}}),
        ("POST", "/connections", {"name": "another", "connector": "echo"}),
        ("PATCH", "/connections/{connection}", {"disabled": True}),
        ("DELETE", "/connections/{connection}", None),
    ],
)
def test_what_cannot_be_noted_does_not_happen_and_what_happens_is_noted(api, known, monkeypatch, method, path, body):
    before, write = seen(api, known), record.write
    monkeypatch.setattr(record, "write", lambda *_: 1 / 0)
    assert api.call(method, path.format(**known), body).status_code == 500
    assert seen(api, known) == before

    monkeypatch.setattr(record, "write", write)
    assert api.call(method, path.format(**known), body).status_code in (200, 201, 204)
    assert len(api.get("/audit").data["data"]) == len(before["/audit"]["data"]) + 1


def test_what_a_pause_holds_follows_its_commit(api, known, django_capture_on_commit_callbacks):
    db.execute("UPDATE delivery SET status = 'pending', finished_at = NULL")

    with django_capture_on_commit_callbacks(execute=True):
        api.post(f"/endpoints/{known['endpoint']}/pause")

    states = {each["status"] for each in api.get("/deliveries").data["data"]}
    assert states == {"held"}
