"""Retrying and cancelling every job that a filter selects."""

import json

import pytest

from hub import db
from hub.accounts import tenants
from hub.jobs import bulk, connections, retries, submit
from hub.jobs.bulk import Action, Selection
from hub.jobs.connections import ConnectionFields
from hub.jobs.models import Job, JobChange
from hub.jobs.submit import JobRequest
from hub.rules.errors import HubError


@pytest.fixture
def failed(tenant, echo, drain):
    """700 jobs that failed for one reason, 20 for another, and 5 that succeeded."""
    kinds = [("conflict", 700), ("validation", 20), (None, 5)]
    for category, count in kinds:
        request = JobRequest(echo.id, "echo", {"fail": category}, max_runs=1, tags=("import",))
        submit.submit_many(tenant.id, [request] * count)
    while drain():
        pass
    return echo


def told():
    rows = db.rows("SELECT type, body FROM event WHERE type LIKE 'bulk.%%' ORDER BY id")
    return [(row[0], json.loads(bytes(row[1]))["data"]) for row in rows]


def finish(made):
    """Take slices until it is over."""
    while made.state == "running":
        bulk.move_all()
        made.refresh_from_db()
    return made


def test_a_dry_run_counts_exactly_and_makes_nothing(tenant, failed):
    found = bulk.count(tenant.id, Selection(tag="import"), Action.RETRY)

    assert found.total == 720
    assert [(each["category"], each["count"]) for each in found.counts] == [("conflict", 700), ("validation", 20)]
    assert found.complete
    assert Job.objects.count() == 725


def test_what_failed_for_one_reason_is_retried_in_slices_and_only_once(tenant, failed):
    first = Job.objects.filter(error__category="conflict").order_by("id").first()
    retries.retry(tenant.id, first.id)
    wanted = Selection(category="conflict", statuses=("failed",))

    made = bulk.create(tenant.id, wanted, Action.RETRY, by="key_1", reason="the ERP was down")
    assert (made.state, made.total) == ("running", 699)
    finish(made)

    assert (made.state, made.done, made.skipped) == ("finished", 699, 0)
    assert Job.objects.filter(retry_of__isnull=False).count() == 700
    assert Job.objects.filter(retry_of=first.id).count() == 1
    change = JobChange.objects.first()
    assert (change.action, change.by, "the ERP was down" in change.reason) == ("retry", "key_1", True)
    assert JobChange.objects.count() == 699
    assert told()[-1][0] == "bulk.finished"
    assert told()[-1][1]["done"] == 699
    assert bulk.count(tenant.id, wanted, Action.RETRY).total == 0


def test_what_has_not_ended_is_cancelled(tenant, echo):
    other = tenants.create_tenant("other", "other")
    theirs = connections.create(other.id, "echo", ConnectionFields(name="e"))
    submit.submit(other.id, JobRequest(theirs.id, "echo", {}, tags=("import",)))
    submit.submit_many(tenant.id, [JobRequest(echo.id, "echo", {}, tags=("import",))] * 30)
    kept = submit.submit(tenant.id, JobRequest(echo.id, "echo", {}))
    running = Job.objects.filter(tenant_id=tenant.id).order_by("id").first()
    db.execute("UPDATE job SET status = 'running', lane_token = 1 WHERE id = %s", (running.id,))

    made = finish(bulk.create(tenant.id, Selection(tag="import"), Action.CANCEL, by="key_1"))

    assert (made.total, made.done, made.skipped) == (30, 30, 0)
    states = dict(db.rows("SELECT status, count(*) FROM job WHERE tenant_id = %s GROUP BY 1", (tenant.id,)))
    assert states == {"cancelled": 29, "running": 1, "queued": 1}
    running.refresh_from_db()
    assert running.cancel_requested_at is not None
    assert Job.objects.get(id=kept.id).status == "queued"
    assert Job.objects.get(tenant_id=other.id).status == "queued"


def test_a_bulk_action_can_be_called_off_and_leaves_the_rest(tenant, failed):
    made = bulk.create(tenant.id, Selection(), Action.RETRY, by="key_1")

    bulk.cancel(tenant.id, made.id, by="op_2")
    bulk.move_all()

    made.refresh_from_db()
    assert (made.state, made.cancelled_by) == ("cancelled", "op_2")
    assert Job.objects.filter(retry_of__isnull=False).count() == made.done < 720
    with pytest.raises(HubError) as refused:
        bulk.cancel(tenant.id, made.id, by="op_2")
    assert refused.value.code == "bulk_state"


def test_what_is_not_possible_is_refused(tenant):
    with pytest.raises(HubError) as refused:
        bulk.count(tenant.id, Selection(statuses=("failed", "succeeded")), Action.RETRY)

    assert (refused.value.code, refused.value.field) == ("invalid_status", "filter.status.1")
