"""/jobs: accepted once, followed, cancelled, tried again."""

import pytest

from hub.jobs.models import Job


@pytest.fixture
def connection(api):
    return api.post("/connections", {"name": "Echo", "connector": "echo"}).data["id"]


@pytest.fixture
def make_job(api, connection):
    def make(**changes):
        body = {"connection_id": connection, "operation": "echo", "input": {"message": "hello"}, **changes}
        return api.post("/jobs", body)

    return make


def test_accepted_job_says_where_to_follow_it(api, make_job):
    accepted = make_job(tags=["web"], metadata={"order": 17})

    assert accepted.status_code == 202
    assert accepted.data["status"] == "queued"
    assert accepted["Location"] == accepted.data["links"]["self"]
    assert accepted.data["links"]["self"].endswith(f"/api/v1/jobs/{accepted.data['id']}")
    assert accepted.data["poll_after_ms"] == 500
    job = api.get(f"/jobs/{accepted.data['id']}").data
    assert (job["input"]["message"], job["tags"], job["metadata"]) == ("hello", ["web"], {"order": 17})


def test_same_idempotency_key_gets_the_first_answer_and_makes_no_second_job(api, connection, tenant):
    body = {"connection_id": connection, "operation": "echo"}

    first = api.post("/jobs", body, Idempotency_Key="order-17")
    again = api.post("/jobs", body, Idempotency_Key="order-17")
    other = api.post("/jobs", {**body, "priority": 1}, Idempotency_Key="order-17")

    assert "Idempotent-Replayed" not in first
    assert (again.data, again["Idempotent-Replayed"]) == (first.data, "true")
    assert (other.status_code, other.data["code"]) == (409, "idempotency_key_reused")
    assert Job.objects.filter(tenant_id=tenant.id).count() == 1


def test_idempotency_keys_of_two_tenants_are_two_keys(api, connection, make_tenant, api_of):
    stranger = api_of(make_tenant())
    theirs = stranger.post("/connections", {"name": "Echo", "connector": "echo"}).data["id"]

    mine = api.post("/jobs", {"connection_id": connection, "operation": "echo"}, Idempotency_Key="1")
    other = stranger.post("/jobs", {"connection_id": theirs, "operation": "echo"}, Idempotency_Key="1")

    assert (mine.status_code, other.status_code) == (202, 202)
    assert mine.data["id"] != other.data["id"]


def test_invalid_input_is_named_by_its_path(make_job):
    refused = make_job(input={"sleep_ms": "soon"})

    assert (refused.status_code, refused.data["code"]) == (422, "invalid_input")
    assert [error["field"] for error in refused.data["errors"]] == ["body.input.sleep_ms"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"connection_id": "con_01jd8x2qcxe7atpw9q0k5m4n3r"}, "body.connection_id"),
        ({"connection_id": "nonsense"}, "body.connection_id"),
        ({"operation": "create_world"}, "body.operation"),
    ],
)
def test_what_a_job_refers_to_must_exist(make_job, changes, field):
    refused = make_job(**changes)

    assert (refused.status_code, refused.data["errors"][0]["field"]) == (404, field)


def test_batch_has_a_result_for_each_item(api, connection, tenant):
    good = {"connection_id": connection, "operation": "echo"}

    answer = api.post("/jobs/batch", {"jobs": [good, {**good, "operation": "nothing"}, good]})

    assert answer.status_code == 202
    assert (answer.data["accepted"], answer.data["refused"]) == (2, 1)
    assert [item["status"] for item in answer.data["data"]] == ["queued", None, "queued"]
    assert answer.data["data"][1]["error"]["field"] == "body.jobs.1.operation"
    assert Job.objects.filter(tenant_id=tenant.id).count() == 2


def test_batch_over_a_thousand_is_refused_whole(api, connection, tenant):
    answer = api.post("/jobs/batch", {"jobs": [{"connection_id": connection, "operation": "echo"}] * 1001})

    assert (answer.status_code, answer.data["errors"][0]["field"]) == (422, "body.jobs")
    assert not Job.objects.filter(tenant_id=tenant.id).exists()


def test_unchanged_job_is_304_and_a_changed_one_is_not(api, make_job):
    path = f"/jobs/{make_job().data['id']}"
    etag = api.get(path)["ETag"]

    unchanged = api.get(path, If_None_Match=f'"99", W/{etag}')
    api.post(f"{path}/cancel")
    changed = api.get(path, If_None_Match=etag)

    assert (unchanged.status_code, unchanged.content, unchanged["ETag"]) == (304, b"", etag)
    assert (changed.status_code, changed.data["status"]) == (200, "cancelled")


def test_job_is_cancelled_once_and_tried_again_as_a_new_job(api, make_job):
    path = f"/jobs/{make_job().data['id']}"

    assert api.post(f"{path}/retry").data["code"] == "job_not_final"
    assert api.post(f"{path}/cancel").data["status"] == "cancelled"
    assert api.post(f"{path}/cancel").data["code"] == "job_final"
    again = api.post(f"{path}/retry")

    assert again.status_code == 202
    assert api.get(f"/jobs/{again.data['id']}").data["retry_of"] == path.rpartition("/")[2]


def test_jobs_are_found_by_status_tag_connection_and_time(api, make_job, connection):
    plain, tagged = make_job().data["id"], make_job(tags=["web"]).data["id"]
    later = make_job(run_at="2099-01-01T00:00:00Z").data["id"]

    def found(query):
        return [job["id"] for job in api.get(f"/jobs?{query}").data["data"]]

    assert found("tag=web") == [tagged]
    assert found("status=scheduled") == [later]
    assert found("status=scheduled,queued") == [later, tagged, plain]
    assert found("status=failed,expired") == []
    assert found(f"connection_id={connection}&operation=echo") == [later, tagged, plain]
    assert found("created_before=2020-01-01T00:00:00Z") == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("lost", "query.status.0"),
        ("failed,lost", "query.status.1"),
        ("", "query.status.0"),
        ("failed,", "query.status.1"),
        pytest.param(",".join(["failed"] * 21), "query.status", id="too many"),
    ],
)
def test_states_that_there_are_not_are_refused_by_their_place(api, text, field):
    refused = api.get(f"/jobs?status={text}")

    assert (refused.status_code, refused.data["errors"][0]["field"]) == (422, field)


def test_jobs_are_found_by_id_and_by_the_key_of_their_submission(api, connection, make_job):
    body = {"connection_id": connection, "operation": "echo", "input": {"message": "hello"}}
    keyed = api.post("/jobs", body, Idempotency_Key="order-17").data["id"]
    other = make_job().data["id"]

    def found(text):
        return [job["id"] for job in api.get(f"/jobs?search={text}").data["data"]]

    assert (found("order-17"), found(other), found("order")) == ([keyed], [other], [])


def test_connections_are_found_by_a_part_of_their_name_or_connector(api, connection):
    api.post("/connections", {"name": "Another", "connector": "echo"})

    def found(text):
        return [each["name"] for each in api.get(f"/connections?search={text}").data["data"]]

    assert found("anoth") == ["Another"]
    assert found("ECHO") == ["Another", "Echo"]
    assert (found(connection), found("odoo")) == (["Echo"], [])


def test_jobs_events_are_its_own_in_order(api, make_job):
    job_id = make_job().data["id"]
    make_job()
    api.post(f"/jobs/{job_id}/cancel")

    events = api.get(f"/jobs/{job_id}/events").data

    # Rows of the test's own open transaction are not visible to readers of the log.
    assert events["data"] == []
    assert events["next_cursor"]


def test_explanation_names_the_connection(api, make_job):
    job_id = make_job().data["id"]

    explained = api.get(f"/jobs/{job_id}/explain").data

    assert explained["status"] == "queued"
    assert explained["sentence"].endswith(".")
    assert explained["facts"]
