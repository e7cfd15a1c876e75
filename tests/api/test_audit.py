"""The audit says who did what; whatever changes something is in it, or says here why not."""

import pytest

from hub import db
from hub.accounts import operators
from hub.api.app import api as application
from hub.audit import record
from hub.audit.models import Entry

URL = "https://partner.example.com/hooks"
# High volume, or nothing is changed; signing in and out are noted by their own.
NOT_AUDITED = {
    "submit_job": "high volume",
    "submit_jobs": "high volume",
    "publish_event": "high volume",
    "create_ticket": "high volume",
    "preview_schedule": "changes nothing",
    "try_endpoint_filter": "changes nothing",
    "sign_in": "noted as sign_in",
    "refresh": "high volume",
    "sign_out": "ends what sign_in began",
    "accept_invite": "noted as sign_in",
    "change_password": "noted with its session",
}


@pytest.fixture
def endpoint(api):
    return api.post("/endpoints", {"url": URL}).data["id"]


def entries(api, query=""):
    answer = api.get(f"/audit?{query}")
    assert answer.status_code == 200, answer.data
    return answer.data["data"]


def test_whatever_changes_something_is_audited():
    found = set()
    for path_view in (view for router in application._routers for view in router[1].path_operations.values()):
        for one in path_view.operations:
            if "GET" not in one.methods and not hasattr(one.view_func, "__wrapped__"):
                found.add(one.operation_id)

    assert found == NOT_AUDITED.keys()


def test_an_entry_says_who_did_what_when_why_and_in_which_request(api, endpoint):
    replay = api.post("/replays", {"filter": {}, "reason": "the receiver was down"}, X_Request_Id="r-17").data["id"]

    newest, older = entries(api)

    assert (newest["action"], newest["subject"], newest["reason"]) == (
        "replay.created",
        replay,
        "the receiver was down",
    )
    assert (newest["request_id"], newest["actor_name"]) == ("r-17", "test")
    assert newest["actor"] == api.get("/me").data["subject"]
    assert (older["action"], older["subject"]) == ("endpoint.created", endpoint)


def test_entries_are_found_by_actor_action_subject_and_time(api, endpoint, tenant, api_of):
    api.post(f"/endpoints/{endpoint}/pause")
    api.get(f"/endpoints/{endpoint}/secret")
    api_of(tenant).post("/keys", {"name": "k", "scopes": ["jobs:read"]})
    me = api.get("/me").data["subject"]

    assert [one["action"] for one in entries(api, f"subject={endpoint}")] == [
        "secret.read",
        "endpoint.paused",
        "endpoint.created",
    ]
    assert [one["action"] for one in entries(api, "action=endpoint.")] == ["endpoint.paused", "endpoint.created"]
    assert len(entries(api, f"actor={me}")) == 3
    assert entries(api, "created_after=2099-01-01T00:00:00Z") == []
    first = api.get("/audit?limit=3").data
    rest = entries(api, f"limit=3&cursor={first['next_cursor']}")
    assert [one["action"] for one in first["data"] + rest][::3] == ["key.created", "endpoint.created"]


def test_what_is_refused_dry_or_high_volume_is_not_in_it(api, endpoint):
    before = len(entries(api))
    api.post("/endpoints", {"url": "http://10.0.0.1"})
    api.post("/replays", {"filter": {}, "dry_run": True})
    api.post("/events", {"type": "order.made", "data": {}})
    api.delete("/endpoints/ep_01jd8x2qcxe7atpw9q0k5m4n3r")

    assert len(entries(api)) == before


def test_a_change_whose_entry_cannot_be_written_is_not_made(api, endpoint, monkeypatch):
    def fail(*args):
        raise RuntimeError("no room")

    monkeypatch.setattr(record, "write", fail)
    assert api.patch(f"/endpoints/{endpoint}", {"description": "changed"}).status_code == 500

    assert api.get(f"/endpoints/{endpoint}").data["description"] == ""


def test_no_secret_is_in_it(api):
    made = api.post("/keys", {"name": "shop", "scopes": ["jobs:read"]}).data
    secret = api.post("/endpoints", {"url": URL, "headers": {"X-Key": "head-er"}}).data["secret"]

    text = str(list(Entry.objects.values()))
    assert made["token"] not in text
    assert secret not in text
    assert "head-er" not in text


def test_viewers_and_operators_do_not_read_it_and_admins_do(tenant, anybody):
    password = "correct horse battery staple"
    for role, status in (("viewer", 403), ("operator", 403), ("admin", 200)):
        operators.create_operator(f"{role}@example.com", password, tenant=tenant, role=role)
        anybody.token = None
        session = anybody.post("/operators/token", {"email": f"{role}@example.com", "password": password}).data
        anybody.token = session["access_token"]
        assert anybody.get("/audit").status_code == status
    signed_in = entries(anybody, "action=sign_in")
    assert [one["actor_name"] for one in signed_in] == [
        f"{role}@example.com" for role in ("admin", "operator", "viewer")
    ]


def test_old_entries_are_forgotten(tenant, api, endpoint):
    kept = db.new_id()
    record.write(tenant.id, record.Act("key_x", "endpoint.changed", endpoint))

    assert record.forget(tenant.id, kept, deadline=float("inf")) == 1
    assert [one["action"] for one in entries(api)] == ["endpoint.changed"]
