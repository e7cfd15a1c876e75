"""Endpoints over HTTP: what is asked for, what is shown, what is refused."""

import re
from base64 import b64decode, encodebytes

import pytest

from hub import db
from hub.delivery import endpoints
from hub.rules.ids import require_id
from tests.certificates import Authority

URL = "https://partner.example.com/hooks"


@pytest.fixture
def endpoint(api):
    answer = api.post("/endpoints", {"url": URL})
    assert answer.status_code == 201, answer.content
    return answer.data


def test_credentials_go_in_and_only_what_is_no_secret_comes_out(api, tmp_path):
    authority = Authority(tmp_path)
    secret = {"auth": {"type": "basic", "username": "hub", "password": "pass-word"}, "headers": {"X-Key": "head-er"}}
    certificates = {"client_certificate": authority.client("hub"), "private_ca": authority.ca_file.read_text()}
    contact = {"owner_email": "ops@example.com", "alert_channel": "alerts"}

    made = api.post("/endpoints", {"url": URL, **secret, **certificates, **contact})

    assert made.status_code == 201, made.content
    shown = api.get(f"/endpoints/{made.data['id']}").data
    assert shown["auth"]["username"] == "hub"
    assert shown["header_names"] == ["X-Key"]
    assert shown["client_certificate"]["subject"] == "CN=hub"
    assert (shown["owner_email"], shown["alert_channel"]) == ("ops@example.com", "alerts")
    for text in (made.content.decode(), str(shown)):
        assert "pass-word" not in text
        assert "head-er" not in text
        assert "PRIVATE KEY" not in text


def test_null_takes_credentials_away(api):
    made = api.post(
        "/endpoints", {"url": URL, "auth": {"type": "basic", "username": "hub", "password": "x"}, "filter": "$.a == 1"}
    )

    changed = api.patch(f"/endpoints/{made.data['id']}", {"auth": None, "filter": None})

    assert (changed.data["auth"], changed.data["filter"]) == (None, None)


def test_an_oauth_client_is_shown_without_its_secret(api):
    auth = {"type": "oauth2", "token_url": "https://id.example.com/t", "client_id": "a", "client_secret": "very-secret"}
    made = api.post("/endpoints", {"url": URL, "auth": auth})

    assert made.status_code == 201, made.content
    assert made.data["auth"]["token_url"] == "https://id.example.com/t"
    assert b"very-secret" not in made.content


@pytest.mark.parametrize(
    ("change", "status", "code", "field"),
    [
        ({"filter": "$.a =="}, 422, "invalid_filter", "body.filter"),
        ({"filter": '$.a like_regex "(?=b)c"'}, 422, "costly_filter", "body.filter"),
        ({"private_ca": "none"}, 422, "invalid_certificate", "body.private_ca"),
        ({"headers": {"Webhook-Id": "1"}}, 422, "invalid_header", "body.headers.Webhook-Id"),
        ({"headers": {"X-A": "1", "x-a": "2"}}, 422, "invalid_header", "body.headers.x-a"),
        ({"filter": "$.data.total"}, 422, "invalid_filter", "body.filter"),
        ({"filter": '$.a like_regex "b" flag "x"'}, 422, "invalid_filter", "body.filter"),
        ({"filter": '$.a.datetime("XX") == "1".datetime()'}, 422, "invalid_filter", "body.filter"),
        ({"auth": {"type": "basic", "username": "a:b", "password": "c"}}, 422, "invalid_fields", "body.auth.username"),
        ({"auth": {"type": "oauth2"}}, 422, "invalid_fields", "body.auth.token_url"),
    ],
)
def test_what_cannot_work_is_refused_where_it_stands(api, endpoint, change, status, code, field):
    answer = api.patch(f"/endpoints/{endpoint['id']}", change)

    assert (answer.status_code, answer.data["code"], answer.data["errors"][0]["field"]) == (status, code, field)


P256, P192 = (bytes.fromhex(f"06082a8648ce3d0301{last}") for last in ("07", "01"))
PEM = re.compile("-----BEGIN (.*?)-----\n(.*?)-----END", re.DOTALL)


def changed(pem: str, before: bytes, after: bytes) -> str:
    """The same PEM text with other bytes in it; its signature says nothing any more."""
    parts = [(label, b64decode(text).replace(before, after)) for label, text in PEM.findall(pem)]
    assert any(after in der for _, der in parts)
    return "".join(
        f"-----BEGIN {label}-----\n{encodebytes(der).decode()}-----END {label}-----\n" for label, der in parts
    )


def test_certificates_that_nothing_can_be_done_with_are_refused_and_leave_nothing(api, endpoint, tmp_path):
    authority = Authority(tmp_path)
    client, ca = authority.client("aunt"), authority.ca_file.read_text()
    tried = {
        "client_certificate": [changed(client, P256, P192), changed(client, b"aunt", b"\xff\xfe\xfd\xff")],
        "private_ca": [changed(ca, P256, P192), changed(ca, b"Test", b"\xff\xfe\xfd\xff")],
    }

    answers = [
        (field, api.post("/endpoints", {"url": URL, field: pem})) for field, texts in tried.items() for pem in texts
    ]

    for field, answer in answers:
        assert (answer.status_code, answer.data["code"]) == (422, "invalid_certificate")
        assert answer.data["errors"][0]["field"] == f"body.{field}"
    assert len(api.get("/endpoints").data["data"]) == 1


def test_where_plain_http_is_allowed_the_refusal_of_another_scheme_says_so(api, settings):
    settings.HUB = settings.HUB.model_copy(update={"target_http": True})

    assert "http:// or https://" in api.post("/endpoints", {"url": "ftp://example.com/"}).data["detail"]


@pytest.mark.parametrize("body", [{"newest": 5}, {"release": "all", "newest": 5}, {"release": "discard", "newest": 5}])
def test_a_number_without_newest_is_refused_instead_of_ignored(api, endpoint, body):
    answer = api.post(f"/endpoints/{endpoint['id']}/resume", body)

    assert (answer.status_code, answer.data["errors"][0]["field"]) == (422, "body.newest")


def test_one_endpoint_too_many_is_a_conflict_that_names_the_limit(api, endpoint, settings):
    settings.HUB = settings.HUB.model_copy(update={"endpoints_per_tenant": 1})

    answer = api.post("/endpoints", {"url": URL})

    assert (answer.status_code, answer.data["code"], answer.data["limit"]) == (409, "too_many_endpoints", 1)


def test_a_filter_is_tried_on_an_event_and_on_a_sample(api):
    event = api.post("/events", {"type": "order.created", "data": {"total": 1500}}).data
    trial = {"filter": "$.data.total > 1000"}

    on_event = api.post("/endpoints/filter-test", {**trial, "event_id": event["id"]})
    on_sample = api.post("/endpoints/filter-test", {**trial, "sample": {"data": {"total": 1}}})

    assert on_event.data == {"matches": True, "filter": '($."data"."total" > 1000)'}
    assert on_sample.data["matches"] is False


def test_resume_says_what_becomes_of_what_was_held(api, endpoint, django_capture_on_commit_callbacks):
    path = f"/endpoints/{endpoint['id']}"
    api.post(f"{path}/pause")
    for n in range(4):
        api.post("/events", {"type": "order.created", "data": {"n": n}})
    assert api.get(path).data["held"] == 4

    with django_capture_on_commit_callbacks(execute=True):
        answer = api.post(f"{path}/resume", {"release": "newest", "newest": 1})

    assert answer.status_code == 200, answer.content
    assert api.get(path).data["held"] == 0
    listed = api.get(f"/deliveries?endpoint_id={endpoint['id']}").data["data"]
    assert [each["status"] for each in listed] == ["pending", "cancelled", "cancelled", "cancelled"]
    assert {each["reason"] for each in listed[1:]} == {"discarded_on_resume"}


def test_resume_without_a_body_releases_everything(api, endpoint, django_capture_on_commit_callbacks):
    path = f"/endpoints/{endpoint['id']}"
    api.post(f"{path}/pause")
    api.post("/events", {"type": "order.created", "data": {}})

    with django_capture_on_commit_callbacks(execute=True):
        answer = api.post(f"{path}/resume")

    assert answer.status_code == 200, answer.content
    (delivery,) = api.get(f"/deliveries?endpoint_id={endpoint['id']}").data["data"]
    assert delivery["status"] == "pending"


def test_secrets_need_their_scope_and_public_keys_do_not(api, api_of, tenant):
    private = "whsk_" + "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="
    endpoint = api.post("/endpoints", {"url": URL, "secret": private}).data
    reader = api_of(tenant, "endpoints:read")

    assert "secret" not in reader.get(f"/endpoints/{endpoint['id']}").data
    assert reader.get(f"/endpoints/{endpoint['id']}/secret").status_code == 403
    assert api.get(f"/endpoints/{endpoint['id']}/secret").data["data"][0]["secret"] == private
    # RFC 8032, 7.1, test 1.
    assert reader.get(f"/endpoints/{endpoint['id']}/public-key").data["data"] == [
        {"public_key": "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "expires_at": None}
    ]


def test_an_overlap_of_more_than_seven_days_is_refused(api, endpoint):
    path = f"/endpoints/{endpoint['id']}/secret"

    assert api.post(path, {"overlap_s": 7 * 86400}).status_code == 200
    assert api.post(path, {"overlap_s": 7 * 86400 + 1}).status_code == 422


def test_a_deleted_endpoint_keeps_its_history_and_nothing_that_opens_a_door(api, tenant):
    auth = {"type": "basic", "username": "hub", "password": "x"}
    endpoint = api.post("/endpoints", {"url": URL, "auth": auth}).data
    assert api.delete(f"/endpoints/{endpoint['id']}").status_code == 204

    row_id = require_id("endpoint", endpoint["id"], field="id")
    assert db.row("SELECT auth FROM endpoint WHERE id = %s", (row_id,)) == (None,)
    assert api.get(f"/endpoints/{endpoint['id']}").status_code == 404
    assert endpoints.holding.count(row_id) == 0


def test_endpoints_are_found_by_state_and_by_a_part_of_their_address_or_description(api, endpoint):
    other = api.post("/endpoints", {"url": "https://shop.example.com/in", "description": "The 100 % Shop"}).data
    api.post(f"/endpoints/{other['id']}/pause")

    def found(query):
        return {each["id"] for each in api.get(f"/endpoints?{query}").data["data"]}

    assert found("state=paused") == found("search=SHOP.example") == found("search=100%20%25") == {other["id"]}
    assert found("state=active") == found(f"search={endpoint['id']}") == {endpoint["id"]}
    assert found("state=disabled") == found("search=_") == set()
    assert api.get("/endpoints?state=broken").status_code == 422
