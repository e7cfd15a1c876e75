"""What an HTTP answer means for a job."""

from datetime import UTC, datetime, timedelta

import pytest

from hub.rules.outcomes import Category, Outcome, failed, from_status

pytestmark = pytest.mark.pure
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

READ = [
    (301, "validation", False),
    (400, "validation", False),
    (401, "auth", False),
    (402, "quota_exhausted", False),
    (403, "permission", False),
    (404, "not_found", False),
    (408, "unavailable", True),
    (409, "conflict", False),
    (410, "not_found", False),
    (412, "conflict", False),
    (413, "validation", False),
    (422, "validation", False),
    (423, "conflict", True),
    (425, "unavailable", True),
    (429, "rate_limit", True),
    (500, "unavailable", True),
    (501, "validation", False),
    (502, "unavailable", True),
    (503, "unavailable", True),
    (504, "unavailable", True),
    (599, "unavailable", True),
]


@pytest.mark.parametrize(("status", "category", "retryable"), READ)
def test_a_status_has_one_meaning(status, category, retryable):
    outcome = from_status(status, wrote=False, now=NOW)

    assert (outcome.category.value, outcome.retryable) == (category, retryable)
    assert outcome.provider_code == f"http_{status}"
    assert outcome.message.endswith(".")


@pytest.mark.parametrize(("status", "category", "retryable"), READ)
def test_after_a_write_only_a_server_error_that_does_not_say_it_did_nothing_is_unknown(status, category, retryable):
    outcome = from_status(status, wrote=True, now=NOW)

    expected = ("unknown_outcome", False) if status in {500, 502, 504, 599} else (category, retryable)
    assert (outcome.category.value, outcome.retryable) == expected


@pytest.mark.parametrize(
    ("status", "header", "wait_s"),
    [
        (429, "30", 30),
        (503, "Sat, 21 Nov 2026 12:01:00 GMT", 60),
        (503, "Sat, 21 Nov 2026 11:00:00 GMT", 0),
        (429, "soon", None),
        (400, "30", 30),
    ],
)
def test_retry_after_is_honoured_as_seconds_and_as_a_date(status, header, wait_s):
    outcome = from_status(status, wrote=False, now=NOW, retry_after=header)

    assert outcome.retry_after_s == wait_s
    assert outcome.retry_at == (None if wait_s is None else NOW + timedelta(seconds=wait_s))


def test_a_wait_of_hours_is_a_spent_quota_and_no_wait_is_longer_than_a_week():
    short = from_status(429, wrote=False, now=NOW, retry_after="3600")
    long = from_status(429, wrote=False, now=NOW, retry_after="3601")
    absurd = from_status(429, wrote=False, now=NOW, retry_after="999999999")

    assert (short.category, long.category) == (Category.RATE_LIMIT, Category.QUOTA_EXHAUSTED)
    assert long.retryable
    assert absurd.retry_after_s == timedelta(days=7).total_seconds()


def test_the_systems_own_words_and_names_are_kept():
    outcome = from_status(
        422, wrote=True, now=NOW, message="No such SKU.", provider_code="sku", provider_request_id="r-1"
    )

    assert outcome.as_dict() == {
        "category": "validation",
        "message": "No such SKU.",
        "retryable": False,
        "provider_code": "sku",
        "provider_request_id": "r-1",
    }


def test_an_outcome_as_a_dict_is_json_and_leaves_out_what_is_unset():
    assert failed(Category.UNAVAILABLE, "Down.").as_dict() == {
        "category": "unavailable",
        "message": "Down.",
        "retryable": True,
    }
    full = Outcome(
        Category.RATE_LIMIT, "Later.", True, retry_at=NOW, retry_after_s=5.0, field_errors={"lines.0.sku": "unknown"}
    )
    assert full.as_dict() == {
        "category": "rate_limit",
        "message": "Later.",
        "retryable": True,
        "retry_at": "2026-11-21T12:00:00+00:00",
        "retry_after_s": 5.0,
        "field_errors": {"lines.0.sku": "unknown"},
    }
