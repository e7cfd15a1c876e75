"""The numbers match the attempts exactly, whatever the order and the delay in which those were written."""

import random
import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from hub import db
from hub.accounts import keys, tenants
from hub.delivery import endpoints, figures, statistics
from hub.delivery.alone import COUNTING, alone
from hub.eventlog.partitions import first_id_at
from hub.rules import histogram
from hub.rules.ids import public_id
from tests.api.conftest import Api
from tests.receiver import Answer

INSERT = """
INSERT INTO attempt (id, tenant_id, delivery_id, endpoint_id, started_at, duration_ms, status_code, error, stale)
VALUES (%s, %s, %s, %s, now(), %s, %s, %s, %s)
"""
TOTALS = """
SELECT count(*), count(*) FILTER (WHERE error IS NULL AND status_code BETWEEN 200 AND 299 AND NOT stale),
    count(*) FILTER (WHERE error IS NOT NULL OR status_code NOT BETWEEN 200 AND 299)
FROM attempt WHERE {whose} = %s AND id >= %s
"""


def now():
    return db.row("SELECT now()")[0]


def id_at(at):
    """A UUIDv7 of that instant."""
    return UUID(int=first_id_at(at).int | 0x7 << 76 | 0b10 << 62 | random.getrandbits(62))


def attempt(tenant, endpoint_id, at, *, ms=10.0, status=200, error=None, stale=False, delivery_id=None):
    db.execute(INSERT, (id_at(at), tenant.id, delivery_id or uuid4(), endpoint_id, ms, status, error, stale))


def agree(found, whose, subject_id):
    """Whether the figures are what the attempts themselves say."""
    since = first_id_at(found.since)
    totals = db.row(TOTALS.format(whose=whose), (subject_id, since))
    codes = dict(
        db.rows(
            f"SELECT coalesce(error, status_code::text), count(*) FROM attempt WHERE {whose} = %s AND id >= %s GROUP BY 1",
            (subject_id, since),
        )
    )
    return (found.attempts, found.delivered, found.failed) == totals and found.codes == codes


def let_pass(span):
    """As if the last counts had been that long ago."""
    db.execute("UPDATE statistic_progress SET read_to = read_to - %s, settled_to = settled_to - %s", (span, span))


def test_what_was_really_sent_is_counted_by_code_and_state(tenant, make_endpoint, publish, drain, receiver):
    good, bad = (
        make_endpoint("/good", event_types=["order.*"]),
        make_endpoint("/bad", event_types=["order.*"], retry_schedule_s=[]),
    )
    receiver.answer("/bad", Answer(status=503))
    publish(count=5)
    drain()

    statistics.count()

    of_good, of_bad = (figures.of_endpoint(tenant.id, one.id, "1h") for one in (good, bad))
    every = figures.of_tenant(tenant.id, "24h")
    assert (of_good.delivered, of_good.failed, of_good.codes) == (5, 0, {"200": 5})
    assert (of_bad.delivered, of_bad.failed, of_bad.dead, of_bad.codes) == (0, 5, 5, {"503": 5})
    assert (every.attempts, every.delivered, every.dead) == (10, 5, 5)
    assert sum(point.attempts for point in every.series) == 10


def test_a_death_is_counted_once_with_its_last_attempt(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[0.0, 0.0], event_types=["order.*"])
    receiver.answer("/hook", Answer(status=500))
    publish(count=2)
    drain()
    drain()
    drain()

    statistics.count()
    statistics.count()

    found = figures.of_endpoint(tenant.id, endpoint.id, "1h")
    assert (found.attempts, found.failed, found.dead) == (6, 6, 2)


def test_counting_again_changes_nothing(tenant):
    endpoint_id, at = uuid4(), now()
    for n in range(50):
        attempt(tenant, endpoint_id, at - timedelta(seconds=7 * n), ms=n + 1.0, status=200 + 100 * (n % 4))
    statistics.count()
    first = db.rows("SELECT * FROM statistic_minute ORDER BY subject_id, at")

    let_pass(timedelta(minutes=20))
    statistics.count()

    assert db.rows("SELECT * FROM statistic_minute ORDER BY subject_id, at") == first
    assert agree(figures.of_endpoint(tenant.id, endpoint_id, "1h"), "endpoint_id", endpoint_id)


def test_an_attempt_written_late_is_counted_when_its_minute_is_settled(tenant):
    endpoint_id, at = uuid4(), now()
    attempt(tenant, endpoint_id, at - timedelta(minutes=30))
    statistics.count()

    # Its worker could not reach the database for ten minutes.
    attempt(tenant, endpoint_id, at - timedelta(minutes=17), status=500)
    statistics.count()

    assert figures.of_endpoint(tenant.id, endpoint_id, "1h").attempts == 2


def test_what_ended_with_a_long_silence_of_the_database_is_looked_at_again(tenant):
    """Counting and sending stood still together: the first pass afterwards settles nothing that it has not seen end."""
    endpoint_id, at = uuid4(), now()
    statistics.count()
    db.execute(
        "UPDATE statistic_progress SET read_to = %(at)s, settled_to = %(at)s, hours_to = date_trunc('hour', %(at)s)",
        {"at": statistics._minute(at - timedelta(minutes=50))},
    )
    statistics.count()

    attempt(tenant, endpoint_id, at - timedelta(minutes=49))
    statistics.count()

    assert figures.of_endpoint(tenant.id, endpoint_id, "1h").attempts == 1


def test_counting_while_attempts_are_written_loses_and_doubles_none(tenant):
    endpoint_ids = [uuid4() for _ in range(5)]
    failures = []

    def write(seed):
        rng = random.Random(seed)
        try:
            for _ in range(150):
                back = timedelta(seconds=rng.uniform(0, 150))
                status = rng.choice([200, 204, 404, 503])
                attempt(
                    tenant, rng.choice(endpoint_ids), datetime.now(UTC) - back, ms=rng.uniform(1, 900), status=status
                )
        except Exception as error:  # noqa: BLE001 told by the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        statistics.count()
    for thread in threads:
        thread.join()
    statistics.count()

    assert failures == []
    for endpoint_id in endpoint_ids:
        assert agree(figures.of_endpoint(tenant.id, endpoint_id, "1h"), "endpoint_id", endpoint_id)
    every = figures.of_tenant(tenant.id, "1h")
    assert every.attempts == 600
    assert agree(every, "tenant_id", tenant.id)


def test_a_week_is_made_of_hours_and_of_the_minutes_since_and_agrees_with_the_attempts(tenant):
    rng = random.Random(3)
    endpoint_id, at = uuid4(), now()
    for _ in range(400):
        back = timedelta(seconds=rng.uniform(0, 6.5 * 24 * 3600))
        status, error = rng.choice([(200, None), (500, None), (None, "timeout"), (200, "timeout")])
        attempt(tenant, endpoint_id, at - back, status=status, error=error, stale=rng.random() < 0.1)

    statistics.count(budget_s=60)
    settled = statistics.count(budget_s=60)
    deleted = statistics.forget(hours_kept=timedelta(days=400), deadline=float("inf"))

    assert settled.hours_to > at - timedelta(hours=2)
    assert deleted > 0
    for window in figures.WINDOWS:
        assert agree(figures.of_endpoint(tenant.id, endpoint_id, window), "endpoint_id", endpoint_id)
    week = figures.of_endpoint(tenant.id, endpoint_id, "7d")
    assert (week.attempts, len(week.series), sum(point.attempts for point in week.series)) == (400, 168, 400)


def test_catching_up_goes_on_where_the_budget_ended(tenant):
    endpoint_id, at = uuid4(), now()
    for hours in range(24):
        attempt(tenant, endpoint_id, at - timedelta(hours=hours))

    passes = 0
    while statistics.count(budget_s=0).hours_to < at - timedelta(hours=2):
        passes += 1
        if passes % 20 == 0:
            statistics.count(budget_s=1)
    statistics.count()

    assert passes > 2
    assert figures.of_endpoint(tenant.id, endpoint_id, "24h").attempts == 24


def test_percentiles_are_within_their_error_in_every_bucket_as_sql_and_python_agree(tenant):
    endpoint_id, at = uuid4(), now()
    durations = [1.37**n for n in range(-5, 38)]
    for ms in durations:
        attempt(tenant, endpoint_id, at - timedelta(seconds=1), ms=ms)
    statistics.count()

    found = figures.of_endpoint(tenant.id, endpoint_id, "1h")
    stored = db.row("SELECT latencies FROM statistic_minute WHERE subject_id = %s", (endpoint_id,))

    assert stored[0] == {str(histogram.bucket(ms)): 1 for ms in durations}
    for share, ms in ((0.5, found.p50_ms), (0.95, found.p95_ms), (0.99, found.p99_ms)):
        exact = durations[-int(-share * len(durations) // 1) - 1]
        assert abs(ms / exact - 1) <= histogram.ERROR + 1e-6


def test_only_one_process_counts(tenant):
    found = []
    with alone(COUNTING) as mine:
        thread = threading.Thread(target=lambda: (found.append(statistics.count()), connection.close()))
        thread.start()
        thread.join()

    assert mine
    assert found == [None]
    assert statistics.count() is not None


def test_reading_attempts_draws_no_transaction_id_which_would_hide_events_from_readers(transactional_db):
    nothing = {"low": first_id_at(now() + timedelta(days=1)), "high": first_id_at(now() + timedelta(days=2))}

    with transaction.atomic(), alone(COUNTING):
        db.planned_rows(statistics.COUNT, nothing)
        drawn = db.row("SELECT pg_current_xact_id_if_assigned()::text")

    assert drawn == (None,)


def test_api_shows_windows_classes_and_a_whole_series(tenant, make_endpoint):
    endpoint = make_endpoint()
    for status, error in ((200, None), (204, None), (503, None), (None, "timeout")):
        attempt(tenant, endpoint.id, now(), status=status, error=error)
    statistics.count()
    api = Api(keys.create_key(tenant, name="test", scopes=["deliveries:read"])[1])
    stranger = Api(keys.create_key(tenants.create_tenant("O", f"t{uuid4().hex}"), name="test", scopes=["*"])[1])
    path = f"/endpoints/{public_id('endpoint', endpoint.id)}"

    found = api.get(f"{path}/statistics?window=1h").data

    assert found["by_class"] == {"2xx": 2, "5xx": 1, "error": 1}
    assert (found["attempts"], found["delivered"], found["failed"], len(found["series"])) == (4, 2, 2, 60)
    assert found["latency_ms"]["p50"] == pytest.approx(10, rel=histogram.ERROR)
    assert api.get("/statistics?window=7d").data["attempts"] == 4
    assert api.get("/statistics?window=2h").status_code == 422
    assert stranger.get(f"{path}/statistics").status_code == 404
    assert stranger.get("/statistics").data["attempts"] == 0


def test_many_endpoints_are_shown_in_one_answer_as_each_alone(tenant, make_endpoint):
    quiet, busy = make_endpoint(), make_endpoint()
    for status in (200, 204, 503):
        attempt(tenant, busy.id, now(), status=status)
    statistics.count()
    api = Api(keys.create_key(tenant, name="test", scopes=["deliveries:read"])[1])
    stranger = Api(keys.create_key(tenants.create_tenant("O", f"t{uuid4().hex}"), name="test", scopes=["*"])[1])
    ids = [public_id("endpoint", one.id) for one in (quiet, busy)]

    named = api.get(f"/endpoints/statistics?window=1h&ids={','.join(ids)}").data
    first = api.get("/endpoints/statistics?limit=1").data
    second = api.get(f"/endpoints/statistics?limit=1&cursor={first['next_cursor']}").data

    alone = api.get(f"/endpoints/{ids[1]}/statistics?window=1h").data
    assert [line["endpoint_id"] for line in named["data"]] == ids
    assert [line["attempts"] for line in named["data"]] == [0, 3]
    assert named["data"][1]["series_attempts"] == [point["attempts"] for point in alone["series"]]
    assert named["data"][1]["series_failed"] == [point["failed"] for point in alone["series"]]
    assert (named["data"][1]["success_rate"], named["data"][1]["p95_ms"]) == (0.6667, alone["latency_ms"]["p95"])
    assert [line["endpoint_id"] for page in (first, second) for line in page["data"]] == ids[::-1]
    assert (len(first["data"][0]["series_attempts"]), second["next_cursor"]) == (24, None)
    assert stranger.get(f"/endpoints/statistics?ids={ids[1]}").data["data"] == []


def test_a_list_tells_at_once_which_endpoint_fails_and_what_is_held(tenant, make_endpoint, receiver, publish, drain):
    receiver.answer("/down", Answer(status=503))
    up, down, paused = make_endpoint(), make_endpoint("/down"), make_endpoint()
    endpoints.pause(tenant.id, paused.id)
    publish(count=12)
    drain()

    lines = Api(keys.create_key(tenant, name="test", scopes=["*"])[1]).get("/endpoints/statistics").data["data"]

    found = {one["endpoint_id"]: (one["trouble"], one["breaker"], one["reason"], one["held"]) for one in lines}
    assert found == {
        public_id("endpoint", up.id): (None, None, "", 0),
        public_id("endpoint", down.id): ("failing", "open", "http_503", 0),
        public_id("endpoint", paused.id): ("paused", None, "", 12),
    }
