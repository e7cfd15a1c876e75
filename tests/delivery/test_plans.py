"""What PostgreSQL makes of the hot statements when it does not know how much they are given, as drains ask it to plan."""

import re

from django.db import connection

from hub.delivery import outcomes


def generic_plan(sql: str) -> str:
    """The plan for all values; `%(name)b` becomes $1, $2, …"""
    names = list(dict.fromkeys(re.findall(r"%\((\w+)\)b", sql)))
    numbered = re.sub(r"%\((\w+)\)b", lambda found: f"${names.index(found[1]) + 1}", sql)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN (GENERIC_PLAN) {numbered}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_results_are_written_without_comparing_each_attempt_with_each(db: None) -> None:
    plan = generic_plan(outcomes.WRITE)

    assert "hashed SubPlan" in plan
    assert "Join Filter" not in plan
    assert "Index Scan using delivery_pkey on delivery d" in plan
