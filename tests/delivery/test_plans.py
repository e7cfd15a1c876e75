"""What PostgreSQL makes of the hot statements when it does not know how much they are given, as drains ask it to plan."""

import re

import pytest
from django.db import connection

from hub import db as db_statements
from hub.delivery import fetching, outcomes

ALMOST_NONE = """
SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', %(table)s, 'relpages', 1, 'reltuples', 1::real)
"""


def generic_plan(sql: str) -> str:
    """The plan for all values; `%(name)b` becomes $1, $2, …"""
    names = list(dict.fromkeys(re.findall(r"%\((\w+)\)b", sql)))
    numbered = re.sub(r"%\((\w+)\)b", lambda found: f"${names.index(found[1]) + 1}", sql)
    with connection.cursor() as cursor:
        for way in re.findall(r"enable_\w+", db_statements.BY_INDEX):
            cursor.execute(f"SET LOCAL {way} = off")
        cursor.execute(f"EXPLAIN (GENERIC_PLAN) {numbered}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_results_are_written_without_comparing_each_attempt_with_each(db: None) -> None:
    plan = generic_plan(outcomes.WRITE)

    assert "hashed SubPlan" in plan
    assert "Join Filter" not in plan


@pytest.mark.parametrize("dropped", ["", "delivery_pkey", "delivery_page"])
def test_deliveries_are_written_by_a_whole_key_of_whatever_index_is_taken(db: None, dropped: str) -> None:
    """Statistics that are behind make any of them look best."""
    with connection.cursor() as cursor:
        if dropped:
            cursor.execute(f"UPDATE pg_index SET indisvalid = false WHERE indexrelid = '{dropped}'::regclass")
        plan = generic_plan(outcomes.WRITE)

    condition = re.search(r"Index Scan using (\w+) on delivery d .*\n\s+Index Cond: (.*)", plan)
    assert condition
    assert condition[1] != dropped
    columns = {"delivery_pkey": 1, "delivery_page": 2, "delivery_endpoint_page": 2}
    assert condition[2].count(" = ") == columns[condition[1]]


def test_lanes_are_read_once_whatever_is_known_of_endpoints_and_events(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ALMOST_NONE, {"table": "endpoint"})
        plan = generic_plan(fetching.FETCH)

    assert "Join Filter" not in plan
    assert plan.index("Scan using delivery_due on delivery d") < plan.index(" on endpoint p") < plan.index(" on event")
    assert "(id = d.endpoint_id)" in plan
