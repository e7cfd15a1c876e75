"""Mappings: events that start jobs or complete waiting ones, never twice, and what goes wrong stays on the request."""

import pytest

from hub import db
from hub.inbound import mappings, replays, sources
from hub.inbound.replays import Asked
from hub.inbound.sources import SourceFields
from hub.jobs import connections, submit
from hub.jobs.connections import ConnectionFields
from hub.jobs.submit import JobRequest
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.inbound import mapping as rules
from hub.rules.inbound.mapping import Answering, Mapping

MESSAGE = {"message": {"$text": "order {/payload/id}"}}


@pytest.fixture
def echo(tenant):
    return connections.create(tenant.id, "echo", ConnectionFields(name="echo"))


@pytest.fixture
def shop(sender, echo):
    """A source whose orders become jobs."""
    mapping = Mapping("book", "orders.*", connection_id=str(echo.id), operation="echo", input=MESSAGE, tags=("shop",))
    return sender("unsigned", options={"type_pointer": "/type", "id_pointer": "/id"}, mappings=[mapping])


def jobs(tenant):
    return db.rows(
        "SELECT id, operation, input, tags, metadata FROM job WHERE tenant_id = %s ORDER BY id", (tenant.id,)
    )


def order(number=1, **more):
    return {"type": "orders/create", "id": number, **more}


def results(source):
    return [[outcome["result"] for outcome in request.outcomes] for request in source.kept()]


def test_event_starts_a_job_with_the_input_made_of_it(tenant, shop):
    shop.send(order())
    assert (shop.kept()[0].mapping, jobs(tenant)) == ("pending", []), "not before the answer"

    assert mappings.work_off() == 1

    ((job_id, operation, given, tags, metadata),) = jobs(tenant)
    assert (operation, given["message"], tags) == ("echo", "order 1", ["shop"])
    assert metadata["source_id"] == public_id("source", shop.source.id)
    (request,) = shop.kept()
    assert request.mapping == "done"
    assert request.outcomes == [
        {
            "mapping": "book",
            "event_id": public_id("event", request.event_ids[0]),
            "result": "job_started",
            "job_id": public_id("job", job_id),
        }
    ]


def test_one_event_never_starts_two_jobs_whatever_is_sent_or_replayed_again(tenant, shop):
    shop.send(order())
    mappings.work_off()
    shop.send(order())
    replays.replay(tenant.id, shop.source.id, shop.kept(state="accepted")[0].id, Asked("me"))
    db.execute("UPDATE inbound_key SET expires_at = now()")
    shop.send(order(note="the sender's own repeat, after the window"))

    mappings.work_off()

    assert len(jobs(tenant)) == 1
    assert len(shop.events()) == 3
    assert [each for each in results(shop) if each] == [["done_before"], ["done_before"], ["job_started"]]


def test_each_event_of_a_request_starts_its_own_job(tenant, shop):
    sources.change(
        tenant.id,
        shop.source.id,
        SourceFields(options={"items_pointer": "", "type_pointer": "/type", "id_pointer": "/id"}),
    )
    shop.send([order(1), order(2), {"type": "customers/create", "id": 3}])

    mappings.work_off()

    assert [given["message"] for _, _, given, _, _ in jobs(tenant)] == ["order 1", "order 2"]


def test_a_filter_chooses_among_the_events(tenant, shop):
    mapping = mappings.of(shop.source)[0]
    wanted = rules.Mapping(
        **{**{name: getattr(mapping, name) for name in mapping.__slots__}, "filter": "$.data.payload.total > 100"}
    )
    sources.change(tenant.id, shop.source.id, SourceFields(mappings=[wanted]))
    shop.send(order(1, total=50))
    shop.send(order(2, total=500))

    mappings.work_off()

    assert [given["message"] for _, _, given, _, _ in jobs(tenant)] == ["order 2"]
    assert results(shop) == [["job_started"], []]


def test_what_goes_wrong_is_kept_and_can_be_replayed_once_it_is_right(tenant, shop, echo):
    broken = Mapping(
        "book",
        connection_id=str(echo.id),
        operation="echo",
        input={"message": {"$pointer": "/payload/customer/name"}},
    )
    sources.change(tenant.id, shop.source.id, SourceFields(mappings=[broken]))
    assert shop.send(order()).status == 200
    mappings.work_off()
    (request,) = shop.kept(mapping="failed")
    assert request.outcomes[0]["code"] == "missing_value"
    assert request.outcomes[0]["field"] == "input.message"
    assert jobs(tenant) == []

    right = Mapping("book", connection_id=str(echo.id), operation="echo", input=MESSAGE)
    sources.change(tenant.id, shop.source.id, SourceFields(mappings=[right]))
    replays.replay(tenant.id, shop.source.id, request.id, Asked("me"))
    mappings.work_off()

    assert len(jobs(tenant)) == 1


def test_one_failing_mapping_does_not_keep_the_others_back(tenant, shop, echo):
    both = [
        Mapping("first", connection_id=str(echo.id), operation="no_such_operation"),
        Mapping("second", connection_id=str(echo.id), operation="echo", input=MESSAGE),
    ]
    sources.change(tenant.id, shop.source.id, SourceFields(mappings=both))
    shop.send(order())

    mappings.work_off()

    assert results(shop) == [["failed", "job_started"]]
    assert len(jobs(tenant)) == 1


def waiting_job(tenant, echo, *tags):
    """A job as it is while it waits for the outside."""
    job_id = submit.submit(tenant.id, JobRequest(echo.id, "echo", {"message": 1}, tags=tags)).id
    db.execute("UPDATE job SET status = 'waiting' WHERE id = %s", (job_id,))
    return job_id


def test_event_completes_the_job_that_waits_for_it(tenant, sender, echo):
    answering = Answering(
        job={"$text": "order-{/payload/id}"},
        outcome_pointer="/payload/status",
        succeeded=("paid",),
        failed=("declined",),
        message_pointer="/payload/why",
    )
    source = sender("unsigned", mappings=[Mapping("paid", answer=answering)])
    first, second = waiting_job(tenant, echo, "order-1"), waiting_job(tenant, echo, "order-2")

    source.send({"id": 1, "status": "paid"})
    source.send({"id": 2, "status": "declined", "why": "no money"})
    source.send({"id": 1, "status": "paid", "again": True})
    source.send({"id": 3, "status": "paid"})
    source.send({"id": 2, "status": "unheard of"})
    mappings.work_off()

    found = {
        row[0]: row[1:]
        for row in db.rows("SELECT id, status, output, error FROM job WHERE tenant_id = %s", (tenant.id,))
    }
    assert found[first][:2] == ("succeeded", {"id": 1, "status": "paid"})
    assert (found[second][0], found[second][2]["message"]) == ("failed", "no money")
    codes = [request.outcomes[0].get("code", request.outcomes[0]["result"]) for request in source.kept()]
    assert codes == ["not_found", "not_found", "not_found", "answer_accepted", "answer_accepted"]


def test_event_that_names_the_jobs_id_is_kept_as_evidence_however_late(tenant, sender, echo):
    source = sender("unsigned", mappings=[Mapping("done", answer=Answering(job={"$pointer": "/payload/job"}))])
    job_id = waiting_job(tenant, echo)
    for number in range(2):
        source.send({"job": public_id("job", job_id), "number": number})
        mappings.work_off()

    assert results(source) == [["answer_repeated"], ["answer_accepted"]]
    assert db.rows("SELECT status, output FROM job WHERE id = %s", (job_id,)) == [
        ("succeeded", {"job": public_id("job", job_id), "number": 0})
    ]


def test_another_tenants_job_is_not_found(make_tenant, sender, tenant):
    other = make_tenant()
    job_id = waiting_job(other, connections.create(other.id, "echo", ConnectionFields(name="e")), "theirs")
    source = sender("unsigned", mappings=[Mapping("done", answer=Answering(job={"$pointer": "/payload/job"}))])

    source.send({"job": public_id("job", job_id)})
    source.send({"job": "theirs"})
    mappings.work_off()

    assert [request.outcomes[0]["code"] for request in source.kept()] == ["not_found", "not_found"]


def test_another_tenants_connection_is_not_found(make_tenant, sender):
    other = make_tenant()
    theirs = connections.create(other.id, "echo", ConnectionFields(name="e"))

    with pytest.raises(HubError) as caught:
        sender("unsigned", mappings=[Mapping("book", connection_id=str(theirs.id), operation="echo")])

    assert (caught.value.code, caught.value.field) == ("not_found", "mappings.0.connection_id")


def test_mappings_need_the_right_to_start_jobs(tenant, api_of, echo):
    body = {
        "name": "shop",
        "preset": "unsigned",
        "mappings": [{"name": "book", "connection_id": public_id("connection", echo.id), "operation": "echo"}],
    }

    assert api_of(tenant, "sources:write").post("/sources", body).status_code == 403
    assert api_of(tenant, "sources:write", "jobs:write").post("/sources", body).status_code == 201


DATA = {
    "provider_id": "p1",
    "payload": {"id": 17, "total": "12.50", "count": "3", "none": None, "a/b": [1, {"c": "x"}]},
}


@pytest.mark.pure
@pytest.mark.parametrize(
    ("template", "value"),
    [
        ({"$pointer": "/payload/id"}, 17),
        ({"$pointer": "/payload/a~1b/1/c"}, "x"),
        ({"$pointer": "/payload/total", "as": "number"}, 12.5),
        ({"$pointer": "/payload/count", "as": "integer"}, 3),
        ({"$pointer": "/payload/id", "as": "text"}, "17"),
        ({"$pointer": "/payload/missing", "default": []}, []),
        ({"$pointer": "/payload/none", "default": "x"}, "x"),
        ({"$pointer": "/payload/none"}, None),
        ({"$text": "{/provider_id}-{/payload/id}"}, "p1-17"),
        ([{"deep": {"$pointer": "/provider_id"}}, "fixed"], [{"deep": "p1"}, "fixed"]),
    ],
)
def test_templates_take_values_out_of_the_event(template, value):
    rules.check(Mapping("m", connection_id="c", operation="o", input=template), field="mappings.0")

    assert rules.render(template, DATA, place="input") == value


@pytest.mark.pure
@pytest.mark.parametrize(
    ("template", "code"),
    [
        ({"$pointer": "/payload/missing"}, "missing_value"),
        ({"$text": "{/payload/missing}"}, "missing_value"),
        ({"$text": "{/payload/a~1b}"}, "unusable_value"),
        ({"$pointer": "/payload/total", "as": "integer"}, "unusable_value"),
        ({"$pointer": "/payload/none", "as": "text"}, "unusable_value"),
    ],
)
def test_templates_say_what_is_missing(template, code):
    with pytest.raises(HubError) as caught:
        rules.render({"x": template}, DATA, place="input")

    assert (caught.value.code, caught.value.field) == (code, "input.x")


@pytest.mark.pure
@pytest.mark.parametrize(
    ("mapping", "place"),
    [
        (Mapping("a b", connection_id="c", operation="o"), "m.name"),
        (Mapping("m", "a..b", connection_id="c", operation="o"), "m.event_type"),
        (Mapping("m"), "m"),
        (Mapping("m", connection_id="c", operation="o", answer=Answering("x")), "m"),
        (Mapping("m", connection_id="c", operation="o", input={"a": {"$pointer": "id"}}), "m.input.a"),
        (
            Mapping("m", connection_id="c", operation="o", input={"a": {"$pointer": "/id", "as": "date"}}),
            "m.input.a.as",
        ),
        (Mapping("m", connection_id="c", operation="o", input={"a": {"$pointer": "/id", "else": 1}}), "m.input.a"),
        (Mapping("m", connection_id="c", operation="o", input={"a": {"$text": 1}}), "m.input.a"),
        (Mapping("m", answer=Answering("x", failed=("no",))), "m.answer.outcome_pointer"),
        (Mapping("m", answer=Answering("x", result_pointer="x")), "m.answer.result_pointer"),
    ],
)
def test_mappings_that_could_not_work_are_refused_with_their_place(mapping, place):
    with pytest.raises(HubError) as caught:
        rules.check(mapping, field="m")

    assert caught.value.field == place


def test_mappings_leave_room_for_other_work_and_go_on_later(tenant, shop):
    for number in range(5):
        shop.send(order(number))

    assert mappings.work_off(budget_s=0) == 0
    assert mappings.work_off() == 5
    assert len(jobs(tenant)) == 5
