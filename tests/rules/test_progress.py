"""What follows from a run's result."""

from datetime import UTC, datetime, timedelta

import pytest

from hub.rules.outcomes import Category, Done, Outcome, Safety, failed
from hub.rules.progress import NEVER, Progress, after_call, after_find, after_lost_answer
from hub.rules.status import JOB_FINAL, JOB_NEXT, JobStatus

pytestmark = pytest.mark.pure

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LOST = failed(Category.UNKNOWN_OUTCOME, "No answer.")
DOWN = failed(Category.UNAVAILABLE, "Down.")


def progress(**changes) -> Progress:
    usual = {
        "tried": 1,
        "finds": 0,
        "max_runs": 3,
        "safety": Safety.BY_SEARCH,
        "writes": True,
        "cancel_requested": False,
    }
    return Progress(**usual | changes)


def test_done_is_succeeded():
    step = after_call(Done({"id": 1}), progress(), now=NOW, jitter=0.5)

    assert (step.status, step.output, step.due_at) == (JobStatus.SUCCEEDED, {"id": 1}, None)


@pytest.mark.parametrize(
    ("outcome", "changes", "expected"),
    [
        (DOWN, {}, JobStatus.RETRYING),
        (DOWN, {"tried": 3}, JobStatus.FAILED),
        (DOWN, {"cancel_requested": True}, JobStatus.CANCELLED),
        (failed(Category.VALIDATION, "Wrong."), {}, JobStatus.FAILED),
        (LOST, {}, JobStatus.RECONCILING),
        (LOST, {"safety": Safety.UNSAFE}, JobStatus.RECONCILING),
        (LOST, {"safety": Safety.IDEMPOTENT}, JobStatus.RETRYING),
        (LOST, {"safety": Safety.BY_KEY}, JobStatus.RETRYING),
        (LOST, {"writes": False}, JobStatus.RETRYING),
        (LOST, {"cancel_requested": True}, JobStatus.RECONCILING),
    ],
)
def test_a_failure_is_tried_again_looked_for_or_final(outcome, changes, expected):
    assert after_call(outcome, progress(**changes), now=NOW, jitter=0.5).status == expected


def test_only_a_person_decides_on_an_unsafe_operation():
    assert after_lost_answer(progress(safety=Safety.UNSAFE), LOST, now=NOW, jitter=0.5).due_at == NEVER


@pytest.mark.parametrize(("tried", "seconds"), [(1, 2), (2, 10), (3, 60), (4, 300), (9, 1800)])
def test_the_wait_grows(tried, seconds):
    step = after_call(DOWN, progress(tried=tried, max_runs=20), now=NOW, jitter=0.5)

    assert step.due_at == NOW + timedelta(seconds=seconds)


def test_what_the_system_asks_for_is_waited_for():
    later = NOW + timedelta(hours=1)

    step = after_call(Outcome(Category.RATE_LIMIT, "Slow down.", True, retry_at=later), progress(), now=NOW, jitter=0.5)

    assert step.due_at == later


def test_what_was_found_is_the_result():
    assert after_find(Done({"id": 1}), progress(finds=1), now=NOW, jitter=0.5).status == JobStatus.SUCCEEDED


def test_a_call_is_made_again_only_when_its_effect_was_missing_twice():
    first = after_find(None, progress(finds=1), now=NOW, jitter=0.5)
    second = after_find(None, progress(finds=2), now=NOW, jitter=0.5)

    assert (first.status, first.due_at) == (JobStatus.RECONCILING, NOW + timedelta(seconds=3))
    assert (second.status, second.due_at) == (JobStatus.RETRYING, NOW)


def test_a_search_that_is_refused_is_no_licence_to_call_again():
    step = after_find(failed(Category.AUTH, "No."), progress(finds=1), now=NOW, jitter=0.5)

    assert (step.status, step.due_at) == (JobStatus.RECONCILING, NEVER)


def test_final_states_are_final_and_every_state_is_in_the_table():
    assert set(JOB_NEXT) == set(JobStatus)
    assert {status for status, following in JOB_NEXT.items() if not following} == JOB_FINAL


@pytest.mark.parametrize("category", [Category.QUOTA_EXHAUSTED, Category.AUTH])
def test_what_parks_the_connection_costs_a_job_no_run(category):
    outcome = Outcome(category, "Later.", retryable=True, retry_at=NOW + timedelta(hours=9))
    last = progress(tried=3)

    step = after_call(outcome, last, now=NOW, jitter=0.5)

    assert (step.status, step.due_at) == (JobStatus.RETRYING, NOW + timedelta(hours=9))
    refused = after_call(Outcome(category, "No.", retryable=False), last, now=NOW, jitter=0.5)
    assert refused.status == JobStatus.FAILED
    cancelled = after_call(outcome, progress(tried=3, cancel_requested=True), now=NOW, jitter=0.5)
    assert cancelled.status == JobStatus.CANCELLED
