"""Bodies, limits and errors of manifests: from what is declared to what is sent and understood."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hub.connectors.base import Access
from hub.connectors.manifest.authorizers import filled_url
from hub.connectors.manifest.bodies import render_body
from hub.connectors.manifest.errors import field_errors, outcome_of
from hub.connectors.manifest.model import Errors, Header, Limit, Manifest, Rule
from hub.connectors.manifest.parts import Request
from hub.connectors.manifest.quotas import limits_of
from hub.connectors.manifest.session import ManifestSession
from hub.connectors.outbound import Answer, Outbound
from hub.connectors.shapes import Shape
from hub.connectors.templates import render
from hub.rules.outcomes import Category
from hub.rules.quotas import Limits, Quota, next_midnight
from tests.connectors.test_manifest_load import MANIFEST

pytestmark = pytest.mark.pure
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
VALUES: dict[str, Any] = {"input": {"lines": [{"sku": "A", "n": 2}, {"sku": "B"}], "extra": {"b": 2}, "none": None}}


@pytest.mark.parametrize(
    ("template", "body"),
    [
        ({"a": "{{input.x?}}", "b": "{{input.none}}"}, {"b": None}),
        (["{{input.x?}}", 1], [1]),
        ("{{input.x?}}", None),
        ({"t": "<{{input.x?}}>"}, {"t": "<>"}),
        (
            {"$each": "{{input.lines}}", "$item": {"at": "{{index}}", "s": "{{item.sku}}", "n": "{{item.n?}}"}},
            [{"at": 0, "s": "A", "n": 2}, {"at": 1, "s": "B"}],
        ),
        ({"rows": {"$each": "{{input.absent?}}", "$item": 1}, "c": 1}, {"c": 1}),
        ({"$merge": [{"a": 1, "b": 1}, "{{input.extra}}", "{{input.absent?}}"]}, {"a": 1, "b": 2}),
    ],
)
def test_bodies(template, body):
    assert render_body(template, VALUES) == body


@pytest.mark.parametrize("template", [{"$each": "{{input.extra}}", "$item": 1}, {"$merge": [[1]]}, "{{input.x}}"])
def test_a_body_that_cannot_be_made_says_so(template):
    with pytest.raises(ValueError, match=r"takes|no value"):
        render_body(template, VALUES)


def test_an_optional_placeholder_is_left_out_everywhere():
    assert render({"a": "{{x?}}", "b": ["{{x?}}", "y{{x?}}"]}, {}) == {"b": ["y"]}
    assert render("{{x?}}", {}) is None


def test_defaults_are_filled_in_deep_and_unknown_fields_are_named():
    shape = Shape.given(
        {
            "type": "object",
            "properties": {"lines": {"type": "array", "items": {"$ref": "#/$defs/line"}}, "n": {"default": 1}},
            "$defs": {"line": {"type": "object", "properties": {"unit": {"default": "each"}}}},
        }
    )

    assert shape.normalise({"lines": [{}]}, root="input") == {"lines": [{"unit": "each"}], "n": 1}


@pytest.mark.parametrize(
    ("limit", "headers", "quota"),
    [
        (
            Limit(name="x", window_s=60, remaining=Header(name="X-Left"), limit=Header(name="X-Max")),
            {"x-left": "3", "x-max": "60"},
            Quota("x", 60, 3, 60),
        ),
        (
            Limit(name="x", header=Header(name="Info", pattern=r"usage=(?P<used>\d+)/(?P<limit>\d+)"), window_s=86400),
            {"info": "api-usage=18/100"},
            Quota("x", 100, 82, 86400),
        ),
        (
            Limit(name="x", remaining=Header(name="L"), reset=Header(name="R", unit="epoch")),
            {"l": "0", "r": str(NOW.timestamp() + 30)},
            Quota("x", None, 0, None, NOW + timedelta(seconds=30)),
        ),
        (
            Limit(name="x", reset=Header(name="R", unit="milliseconds"), remaining=Header(name="L")),
            {"l": "1", "r": "1500"},
            Quota("x", None, 1, None, NOW + timedelta(seconds=1.5)),
        ),
        (Limit(name="x", remaining=Header(name="L")), {"l": "many"}, None),
        (Limit(name="x", remaining=Header(name="L")), {"l": "9" * 400}, None),
        (Limit(name="x", remaining=Header(name="L")), {"l": "nan"}, None),
    ],
)
def test_limits_are_read_from_headers_in_their_units(limit, headers, quota):
    told = limits_of([limit], None, headers, now=NOW, values={})

    assert (told.quotas["x"] if told else None) == quota


def test_newer_limits_replace_older_ones_by_name():
    older = Limits(NOW, {"a": Quota("a", remaining=5), "b": Quota("b", remaining=1)})
    newer = Limits(NOW + timedelta(seconds=1), {"a": Quota("a", remaining=4)})

    both = older.with_newer(newer)

    assert (both.quotas["a"].remaining, both.quotas["b"].remaining) == (4, 1)
    assert both.observed_at == newer.observed_at


def test_midnight_is_the_zones_own():
    assert next_midnight(NOW) == datetime(2026, 11, 23, tzinfo=UTC)
    assert next_midnight(NOW, ZoneInfo("Asia/Tokyo")) == datetime(2026, 11, 22, 15, tzinfo=UTC)


ERRORS = Errors.model_validate(
    {
        "message": ["/errors/*/text", "/message"],
        "code": ["/errors/*/code"],
        "request_id_header": "X-Trace",
        "fields": [{"items": "/errors", "name": ["/field"], "message": "/text"}, {"items": "/by_field"}],
        "rules": [
            {"status": [400, 422], "code": "dup_.*", "category": "duplicate"},
            {"status": "4xx", "at": "/kind", "matches": "stale", "category": "conflict"},
            {"status": 503, "code": "quota", "category": "quota_exhausted", "retry_after_s": 600},
            {"status": 500, "code": "rolled_back", "category": "unavailable"},
        ],
    }
)
MADE = Manifest.model_validate(MANIFEST | {"errors": ERRORS.model_dump()})


def meaning(status: int, document: Any, *, wrote: bool = True, **headers: str) -> Any:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return outcome_of(MADE, Answer(status, names, b""), document, wrote=wrote, limits=None, values={})


@pytest.mark.parametrize(
    ("status", "document", "category"),
    [
        (422, {"errors": [{"code": "other"}, {"code": "dup_email"}]}, Category.DUPLICATE),
        (404, {"errors": [{"code": "dup_email"}]}, Category.NOT_FOUND),
        (400, {"kind": "stale"}, Category.CONFLICT),
        (400, {"kind": "stale too"}, Category.VALIDATION),
        (503, {"errors": [{"code": "quota"}]}, Category.QUOTA_EXHAUSTED),
        (500, {"errors": [{"code": "rolled_back"}]}, Category.UNAVAILABLE),
        (500, {}, Category.UNKNOWN_OUTCOME),
        (401, {"errors": [{"code": "dup_email"}]}, Category.AUTH),
    ],
)
def test_rules_decide_by_status_and_code(status, document, category):
    assert meaning(status, document).category is category


def test_the_systems_words_code_fields_and_id_are_kept():
    document = {
        "errors": [{"code": "a", "text": "No such city.", "field": "city"}],
        "by_field": {"zip": ["too short", "odd"]},
    }

    outcome = meaning(422, document, x_trace="t-1")

    assert (outcome.message, outcome.provider_code, outcome.provider_request_id) == ("No such city.", "a", "t-1")
    assert outcome.field_errors == {"city": "No such city.", "zip": "too short odd"}


def test_a_refusal_for_now_names_a_time_even_if_the_system_does_not():
    before = datetime.now(UTC)

    quota = meaning(503, {"errors": [{"code": "quota"}]})
    limit = meaning(429, {})

    assert quota.retryable
    assert quota.retry_at - before >= timedelta(seconds=600)
    assert limit.retry_at > before


def test_a_rule_needs_a_known_category():
    with pytest.raises(ValueError, match="category"):
        Rule.model_validate({"status": 400, "category": "odd"})


def test_an_error_that_names_several_fields_is_told_of_each():
    errors = Errors.model_validate({"fields": [{"items": "", "name": ["/fields/*"], "message": "/message"}]})
    body = [
        {"message": "Required fields are missing", "fields": ["Company", "LastName"]},
        {"message": "x", "fields": []},
    ]

    assert field_errors(errors.fields, body) == dict.fromkeys(["Company", "LastName"], "Required fields are missing")


def test_a_rule_can_say_that_the_same_call_may_succeed_later():
    locked = Rule(code="LOCKED", category=Category.CONFLICT, retryable=True, retry_after_s=1)
    manifest = Manifest.model_validate(MANIFEST | {"errors": Errors(code=["/code"], rules=[locked]).model_dump()})
    answer = Answer(400, {}, b"{}")

    outcome = outcome_of(manifest, answer, {"code": "LOCKED"}, wrote=True, limits=None, values={})

    assert (outcome.category, outcome.retryable, outcome.retry_after_s) == (Category.CONFLICT, True, 1)


def test_an_address_may_begin_with_one_and_everything_else_stays_within_its_place():
    values = {"config": {"at": "https://id.example.com/", "tenant": "a/b"}}

    assert filled_url("{{config.at}}/{{config.tenant}}/token", values) == "https://id.example.com/a%2Fb/token"
    assert filled_url("https://{{config.at}}/x", values) == "https://https%3A%2F%2Fid.example.com%2F/x"
    assert filled_url("{{config.at}}", values) == "https://id.example.com"


@pytest.mark.parametrize(
    ("document", "refused"),
    [({"rows": [{"status": "error"}]}, True), ({"rows": [{"status": "success"}]}, False), ({}, False), (None, False)],
)
def test_a_failure_in_a_success_may_be_told_by_a_value(document, refused):
    errors = {"in_success": "/rows/0/status", "in_success_is": "error"}
    manifest = Manifest.model_validate(MANIFEST | {"errors": errors})
    session = ManifestSession(
        manifest, Access("con_1", 1, "http://127.0.0.1", {}, {}), Outbound("", allow=()), hooks=None
    )

    assert session.refused(Request(path="/"), Answer(200, {}, b""), document) is refused
