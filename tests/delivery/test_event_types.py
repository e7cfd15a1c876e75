"""Registered event types: what is refused, what goes out with a warning, and what receivers can read about them."""

import json
import time
from uuid import uuid4

import pytest
from jsonschema import Draft202012Validator

from hub import db
from hub.accounts import keys, tenants
from hub.api.webhooks import own_types
from hub.delivery import endpoints, event_types, misfits, policies, replay
from hub.delivery.replay import motion
from hub.rules.ids import uuid7
from tests.api.conftest import Api
from tests.receiver import Answer

SHIPMENT = {
    "type": "object",
    "required": ["order"],
    "properties": {"order": {"type": "string", "pattern": "^SO-[0-9]+$"}, "box": {"$ref": "#/$defs/box"}},
    "$defs": {"box": {"type": "object", "properties": {"kg": {"type": "number", "minimum": 0}}}},
}
EVENT = {"type": "shipment.sent", "data": {"order": "SO-1"}}


@pytest.fixture
def api(tenant):
    policies.forget()
    return Api(keys.create_key(tenant, name="test", scopes=["*"])[1])


@pytest.fixture
def register(api):
    def make(name="shipment.sent", **changes):
        answer = api.post("/event-types", {"name": name, "data_schema": SHIPMENT, **changes})
        assert answer.status_code == 201, answer.content
        return answer.data

    return make


@pytest.fixture
def checking(api):
    def choose(mode):
        assert api.patch("/settings", {"event_types": mode}).data["event_types"] == mode

    return choose


def published(tenant):
    return [row[0] for row in db.rows("SELECT type FROM event WHERE tenant_id = %s ORDER BY id", (tenant.id,))]


def test_by_default_any_type_is_taken_as_it_is(api, register):
    register()

    answer = api.post("/events", {"type": "shipment.sent", "data": {"order": 5}})

    assert (answer.status_code, answer.data["warnings"]) == (202, [])


@pytest.mark.parametrize(
    ("event", "field"),
    [
        ({"type": "shipment.lost", "data": {}}, "body.type"),
        ({"type": "shipment.sent", "data": {}}, "body.data.order"),
        ({"type": "shipment.sent", "data": {"order": "SO-1", "box": {"kg": -1}}}, "body.data.box.kg"),
        ({"type": "shipment.sent", "type_version": 9, "data": {"order": "SO-1"}}, "body.type_version"),
    ],
)
def test_strict_refuses_unknown_and_wrong_events_by_field_and_recorded_takes_them_with_a_warning(
    api, tenant, register, checking, event, field
):
    register()

    checking("strict")
    refused = api.post("/events", event)
    after_strict = published(tenant)
    checking("recorded")
    warned = api.post("/events", event)

    assert (refused.status_code, refused.data["code"]) == (422, "invalid_event")
    assert [each["field"] for each in refused.data["errors"]] == [field]
    assert after_strict == []
    assert warned.status_code == 202
    assert [each["field"] for each in warned.data["warnings"]] == [field]
    assert published(tenant) == [event["type"]]


def test_what_fits_is_taken_strictly(api, tenant, register, checking):
    register()
    checking("strict")

    assert api.post("/events", EVENT).data["warnings"] == []
    assert published(tenant) == ["shipment.sent"]


def test_the_newest_version_counts_unless_the_publisher_names_one(api, register, checking):
    register()
    checking("strict")
    added = api.post("/event-types/shipment.sent/versions", {"data_schema": {"required": ["carrier"]}})

    assert [each["version"] for each in added.data["versions"]] == [2, 1]
    assert api.post("/events", EVENT).status_code == 422
    assert api.post("/events", {**EVENT, "type_version": 1}).status_code == 202
    assert api.post("/events", {"type": "shipment.sent", "data": {"carrier": "x"}}).status_code == 202


def test_an_event_taken_before_is_answered_the_same_when_its_key_comes_again_after_the_rules_have_changed(
    api, tenant, checking
):
    first = api.post("/events", EVENT, Idempotency_Key="k")
    checking("strict")

    again = api.post("/events", EVENT, Idempotency_Key="k")
    other = api.post("/events", EVENT, Idempotency_Key="other")
    checking("open")
    retried = api.post("/events", EVENT, Idempotency_Key="other")

    assert again.data == first.data
    assert other.status_code == 422
    assert retried.status_code == 202
    assert published(tenant) == ["shipment.sent"] * 2


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"name": "job.made"}, "body.name", "reserved_event_type"),
        ({"name": "delivery.made"}, "body.name", "reserved_event_type"),
        ({"name": "a b"}, "body.name", "invalid_event_type"),
        ({"data_schema": {"$ref": "https://example.com/x"}}, "body.data_schema.$ref", "invalid_schema"),
        ({"data_schema": {"type": "nothing"}}, "body.data_schema.type", "invalid_schema"),
        ({"examples": [{"order": "SO-1"}, {"order": "X"}]}, "body.examples.1.order", "invalid_example"),
    ],
)
def test_wrong_types_are_refused(api, body, field, code):
    refused = api.post("/event-types", {"name": "shipment.sent", "data_schema": SHIPMENT, **body})

    assert refused.status_code == 422
    assert (refused.data["errors"][0]["field"], refused.data["errors"][0]["code"]) == (field, code)


def test_a_name_is_taken_once_and_is_free_again_after_its_deletion(api, register):
    register()

    assert api.post("/event-types", {"name": "shipment.sent"}).status_code == 409
    assert api.delete("/event-types/shipment.sent").status_code == 204
    assert api.get("/event-types/shipment.sent").status_code == 404
    register()


def test_deprecation_can_be_taken_back_and_stops_nobody(api, register, checking):
    register()
    checking("strict")

    deprecated = api.patch("/event-types/shipment.sent", {"deprecated": True}).data
    taken = api.post("/events", EVENT)
    again = api.patch("/event-types/shipment.sent", {"deprecated": False, "description": "Sent."}).data

    assert deprecated["deprecated_at"] is not None
    assert taken.status_code == 202
    assert (again["deprecated_at"], again["description"]) == (None, "Sent.")


def test_listing_has_the_hubs_own_types_and_the_tenants(api, register):
    register(description="A shipment has left.")

    listed = api.get("/event-types").data["data"]

    assert {"job.succeeded", "endpoint.disabled", "hub.test"} <= {each["name"] for each in listed if not each["own"]}
    assert [(each["name"], each["description"]) for each in listed if each["own"]] == [
        ("shipment.sent", "A shipment has left.")
    ]
    assert api.get("/event-types/job.succeeded").data["versions"][0]["data_schema"]["required"][0] == "id"


def test_the_hubs_operational_events_are_documented_as_they_are(api, tenant, make_endpoint, publish, drain, receiver):
    broken = make_endpoint("/broken", event_types=["order.*"], retry_schedule_s=[])
    make_endpoint("/gone", event_types=["order.*"], retry_schedule_s=[])
    receiver.answer("/broken", Answer(status=500))
    receiver.answer("/gone", Answer(status=410))
    publish()
    drain()
    endpoints.send_test(tenant.id, broken.id)
    replay.create(tenant.id, replay.Selection(), replay.Asked(by="test"))
    for _ in range(5):
        motion.move_all()
        drain()

    told = db.rows("SELECT type, body FROM event WHERE tenant_id = %s AND type NOT LIKE 'order.%%'", (tenant.id,))

    assert {"endpoint.disabled", "delivery.dead", "hub.test", "replay.started"} <= {row[0] for row in told}
    for name, body in told:
        schema = own_types()[name][1]
        assert [
            error.message for error in Draft202012Validator(schema).iter_errors(json.loads(bytes(body))["data"])
        ] == []


def test_the_tenants_document_describes_the_bodies_that_its_receivers_get(api, register):
    register(examples=[{"order": "SO-7", "box": {"kg": 2.5}}])

    document = api.get("/webhooks/openapi.json").data

    hook = document["webhooks"]["shipment.sent"]["post"]["requestBody"]["content"]["application/json"]
    validator = Draft202012Validator(hook["schema"])
    assert validator.is_valid(hook["examples"]["1"]["value"])
    wrong = {**hook["examples"]["1"]["value"], "data": {"order": "SO-7", "box": {"kg": -1}}}
    assert [list(error.absolute_path) for error in validator.iter_errors(wrong)] == [["data", "box", "kg"]]
    assert "job.succeeded" in document["webhooks"]


def test_another_tenants_types_count_for_nothing_here(api, register, checking):
    register()
    stranger = tenants.create_tenant("Other", f"t{uuid4().hex}")
    policies.change(stranger.id, {"event_types": policies.Checking.STRICT})

    found = event_types.problems_of(stranger.id, "shipment.sent", EVENT["data"], version=None)

    assert [each["field"] for each in found] == ["type"]


def test_days_beyond_the_installations_are_refused(api, settings):
    assert api.patch("/settings", {"retention_days": 7}).data["retention_days"] == 7
    assert api.patch("/settings", {"event_types": "strict"}).data["retention_days"] == 7
    assert api.patch("/settings", {"retention_days": None}).data["retention_days"] == settings.HUB.retention_days
    assert api.patch("/settings", {"retention_days": 4000}).status_code == 422
    settings.HUB = settings.HUB.model_copy(update={"retention_days_max": 10})
    assert api.patch("/settings", {"job_retention_days": 11}).data["code"] == "invalid_retention"


def test_what_does_not_fit_can_be_read_by_type_and_field_when_it_is_recorded(api, tenant, register, checking):
    register()
    checking("recorded")
    lines = {"type": "object", "properties": {"lines": {"type": "array", "items": {"type": "integer"}}}}
    register("bill.sent", data_schema=lines)
    api.post("/events", EVENT)
    api.post("/events", {"type": "shipment.sent", "data": {"order": 5}})
    latest = api.post("/events", {"type": "shipment.sent", "data": {"order": "17", "box": {"kg": -1}}}).data["id"]
    api.post("/events", {"type": "bill.sent", "data": {"lines": [1, "two", "three"]}})
    unknown = api.post("/events", {"type": "shipment.lost", "data": {}}).data["id"]

    found = api.get("/event-types").data["misfits"]

    assert [(one["type"], one["field"], one["events"]) for one in found] == [
        ("shipment.lost", "body.type", 1),
        ("bill.sent", "body.data.lines.*", 1),
        ("shipment.sent", "body.data.box.kg", 1),
        ("shipment.sent", "body.data.order", 2),
    ]
    assert (found[0]["last_event_id"], found[3]["last_event_id"]) == (unknown, latest)
    assert found[3]["first_at"] < found[3]["last_at"]
    assert "shipment.lost" in found[0]["detail"]
    assert api.get("/event-types/shipment.sent").data["misfits"] == found[2:]
    assert api.get("/event-types/job.succeeded").data["misfits"] == []


@pytest.mark.parametrize("mode", ["open", "strict"])
def test_only_recorded_misfits_are_kept(mode, api, tenant, register, checking):
    register()
    checking(mode)

    api.post("/events", {"type": "shipment.sent", "data": {"order": 5}}, Idempotency_Key="one")

    assert api.get("/event-types").data["misfits"] == []


def test_an_event_that_is_published_twice_is_one_misfit_and_goes_with_the_tenants_retention(api, tenant, checking):
    checking("recorded")
    for _ in range(2):
        api.post("/events", {"type": "shipment.lost", "data": {}}, Idempotency_Key="same")
    before = [one["events"] for one in api.get("/event-types").data["misfits"]]
    kept = misfits.forget_old()

    week_ago = uuid7((int(time.time()) - 8 * 86_400) * 1_000_000_000, 1)
    db.execute("UPDATE event_misfit SET id = %s", (week_ago,))
    api.patch("/settings", {"retention_days": 7})

    assert (before, kept) == ([1], 0)
    assert misfits.forget_old() == 1
    assert api.get("/event-types").data["misfits"] == []
