"""Batched SQL on Django's connection, and row ids.

The hot path speaks SQL through psycopg's server-side cursor: parameters are bound, statements are prepared. The ORM serves
what is neither hot nor batched: it costs 218 µs a row in `bulk_update` (docs/design.md, section 3). Array parameters are
bound in binary (`%b`): as text each element costs 2 to 8 µs more.
"""

import re
import secrets
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import psycopg
from django.db import InterfaceError, InternalError, OperationalError, connection
from psycopg.types.json import JsonbLoader

from hub.rules import ids

Params = Mapping[str, Any] | Sequence[Any] | None

_id_lock = threading.Lock()
_last_ns = 0


def new_id() -> UUID:
    """A UUIDv7 that sorts after every earlier one of this process."""
    global _last_ns
    with _id_lock:
        # 245 ns is the resolution of a UUIDv7's fraction: 12 bits of a millisecond.
        _last_ns = max(time.time_ns(), _last_ns + 245)
        now_ns = _last_ns
    return ids.uuid7(now_ns, secrets.randbits(62))


_ARRAY = re.compile(r"%\((\w+)\)b::(\w+)\[\]")


def for_one(sql: str) -> str:
    """The same statement for a batch of one: each array parameter becomes a plain one that the server wraps.

    psycopg binds a plain value in a fifth of the time of a list of one; statements with thirty of them feel it.
    """
    return _ARRAY.sub(r"ARRAY[%(\1)s]::\2[]", sql)


def only(params: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a batch of one as `for_one` wants them."""
    return {name: value[0] if isinstance(value, list) else value for name, value in params.items()}


class _Cursor(psycopg.Cursor):
    """Binds on the server, and reads JSON as values: Django has the connection hand it out as text."""

    def __init__(self, connection: psycopg.Connection) -> None:
        super().__init__(connection)
        self.adapters.register_loader("jsonb", JsonbLoader)


class _Planned(psycopg.ClientCursor):
    """Binds on the client, so that the planner sees the values."""

    def __init__(self, connection: psycopg.Connection) -> None:
        super().__init__(connection)
        self.adapters.register_loader("jsonb", JsonbLoader)


def rows(sql: str, params: Params = None, *, binary: bool = False) -> list[tuple[Any, ...]]:
    """Every row that the statement returns; empty when it returns none. Prepared, with one plan for all values.

    binary: how the values travel; for bodies, which as text are twice as long. Not for JSON columns.
    Errors: django.db's (OperationalError when the server is gone, IntegrityError, …).
    """
    connection.ensure_connection()
    with connection.wrap_database_errors, _Cursor(connection.connection) as cursor:
        cursor.execute(sql, params, prepare=True, binary=binary)
        return cursor.fetchall() if cursor.description else []


def planned_rows(sql: str, params: Params = None) -> list[tuple[Any, ...]]:
    """Like `rows`, but planned for these very values: for statements with optional conditions."""
    connection.ensure_connection()
    with connection.wrap_database_errors, _Planned(connection.connection) as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


def row(sql: str, params: Params = None) -> tuple[Any, ...] | None:
    """The first row, or None."""
    found = rows(sql, params)
    return found[0] if found else None


def execute(sql: str, params: Params = None) -> int:
    """Run a statement; how many rows it touched."""
    connection.ensure_connection()
    with connection.wrap_database_errors, _Cursor(connection.connection) as cursor:
        cursor.execute(sql, params, prepare=True)
        return cursor.rowcount


def execute_until_done(sql: str, params: Params = None) -> int:
    """Run a statement that takes a batch again and again until it touches no row; how many in all."""
    touched = 0
    while some := execute(sql, params):
        touched += some
    return touched


def listed(words: Iterable[str]) -> str:
    """Words of our own as SQL writes them between parentheses: the planner sees that a partial index has what is asked for."""
    return ", ".join(f"'{word}'" for word in words)


# Whatever the statistics say. Every statement of a drain finds few rows by an index; plans made while a table was small or
# its statistics old have read it whole, or sorted a lane's million rows for the first two hundred.
BY_INDEX = "".join(f" -c enable_{way}=off" for way in ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "sort"))


def plan_by_index() -> None:
    """From now on this process's statements are planned along indexes wherever there is one; for drains."""
    options = connection.settings_dict["OPTIONS"]
    if BY_INDEX not in options["options"]:
        options["options"] += BY_INDEX
        connection.close()


def forget_plans() -> None:
    """This connection's statements are planned anew at their next use.

    Plans are kept until statistics change: one made for a day's table while it was empty would be used for its first
    hundred thousand rows.
    """
    execute("DISCARD PLANS")


# Of InternalError: a standby, or a primary that was taken out of service; and a session that the server has ended.
AWAY = ("25006", "25P03", "25P04")
# A program's limit is exceeded: psycopg has it among the operational errors, but no other time will suit better.
TOO_MUCH = "54"


def sqlstate(error: BaseException) -> str:
    """PostgreSQL's code of an error, "" when there is none."""
    return getattr(error.__cause__, "sqlstate", None) or ""


def is_away(error: BaseException) -> bool:
    """Whether it is the server's state (gone, starting, failing over, read-only): the statement may go well later."""
    if isinstance(error, InterfaceError):
        return True
    if isinstance(error, OperationalError):
        return not sqlstate(error).startswith(TOO_MUCH)
    return isinstance(error, InternalError) and sqlstate(error) in AWAY


def forget_connection() -> None:
    """Drop the connection after an error: the next statement opens a new one, maybe to the server that took over."""
    connection.close()
