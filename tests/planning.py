"""What PostgreSQL's planner makes of a statement, whatever ran before: the tables' statistics are the test's own choice.

What is changed of the catalogue is rolled back with the block.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from hub import db

# Pages and rows. A table that was never looked at is planned as one of ten pages or more.
NEVER_LOOKED_AT = (0, -1)
# States of tables that have grown since. VACUUM cuts the pages of an emptied one off.
KNOWN = {"never-looked-at": NEVER_LOOKED_AT, "was-emptied": (0, 0), "had-a-row": (1, 1), "full": (1, 40)}
PARAMETER = r"%\((\w+)\)[bs]"
STATED = """
SELECT pg_restore_relation_stats(
    'schemaname', 'public', 'relname', %(table)s, 'relpages', %(pages)s::int, 'reltuples', %(rows)s::real
)
"""


class Planner:
    """Plans within one transaction, see `planner`."""

    def state(self, *tables: str, known: tuple[int, int]) -> None:
        """What the statistics are to say of tables, as pages and rows, and that they know nothing of any column.

        PostgreSQL counts the file's pages itself and takes from the statistics only how many rows a page has.
        """
        for table in tables:
            self._execute(STATED, {"table": table, "pages": known[0], "rows": known[1]})
            self._execute("DELETE FROM pg_statistic WHERE starelid = %s::regclass", (table,))

    def drop(self, index: str) -> None:
        """As if there were no such index."""
        self._execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = %s::regclass", (index,))

    def as_drains(self) -> None:
        """With what drains forbid."""
        self.forbid(*re.findall(r"enable_\w+", db.BY_INDEX))

    def forbid(self, *ways: str) -> None:
        """Settings such as enable_seqscan."""
        for way in ways:
            self._execute(f"SET LOCAL {way} = off")

    def generic(self, sql: str) -> str:
        """The plan for all values; `%(name)b` and `%(name)s` become $1, $2, …"""
        names = list(dict.fromkeys(re.findall(PARAMETER, sql)))
        numbered = re.sub(PARAMETER, lambda found: f"${names.index(found[1]) + 1}", sql)
        return self._lines(f"EXPLAIN (GENERIC_PLAN) {numbered}")

    def plan(self, sql: str, params: db.Params) -> str:
        """The plan for these very values."""
        return "\n".join(line for (line,) in db.planned_rows(f"EXPLAIN {sql}", params))

    def _execute(self, sql: str, params: Any = None) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)

    def _lines(self, sql: str) -> str:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return "\n".join(line for (line,) in cursor.fetchall())


@contextmanager
def planner() -> Iterator[Planner]:
    """A planner whose statistics and settings end with the block."""
    with transaction.atomic():
        yield Planner()
        transaction.set_rollback(True)
