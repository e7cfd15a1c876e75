"""What fails for many is done for each alone, so that one row or lane that cannot be worked with takes nobody else's turn.

A lane that fails alone is left alone for a while. A result that cannot be written is written without what came from outside:
what was sent stays known, and is not sent again as if it had not been.
"""

import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any, TypeVar
from uuid import UUID

import structlog

from hub import db
from hub.lanes.work import Lane, Work

log = structlog.get_logger()

LEFT_ALONE_S = 30.0
# Of a traceback, the innermost ones.
PLACES = 4
T = TypeVar("T")
R = TypeVar("R")


def open(work: Work, lanes: Sequence[Lane]) -> None:
    """`work.open`; a lane that cannot be opened is blocked and given back with the next turn."""
    _apart(work.open, lanes, lambda lane, error: _leave_alone(work, lane, error))


def cap(work: Work, lane: Lane, now: float) -> int:
    """`work.cap`, 0 for a lane of which that cannot be said."""
    try:
        return work.cap(lane, now)
    except Exception as error:
        if db.is_away(error):
            raise
        _leave_alone(work, lane, error)
        return 0


def fetch(work: Work, wanted: dict[UUID, int], lanes: dict[UUID, Lane]) -> list[Any]:
    """`work.fetch`, without the lanes that cannot be read."""

    def some(rooms: Sequence[tuple[UUID, int]]) -> list[Any]:
        try:
            return work.fetch(dict(rooms), lanes)
        except Exception:
            for lane_id, _ in rooms:  # it may have stepped over rows that nobody got
                lanes[lane_id].since = None
            raise

    parts = _apart(some, list(wanted.items()), lambda one, error: _leave_alone(work, lanes[one[0]], error))
    return [row for part in parts for row in part]


def record(work: Work, results: Sequence[Any], lanes: dict[UUID, Lane]) -> None:
    """`work.record`; writing a result twice is writing it once."""

    def barely(result: Any, error: Exception) -> None:
        log.error("result.not_written", queue=work.queue, row=str(result.row.id), **_facts(error))
        _apart(lambda bare: work.record(list(bare), lanes), [work.bare(result)], give_up)

    def give_up(result: Any, error: Exception) -> None:
        log.error("result.lost", queue=work.queue, row=str(result.row.id), **_facts(error))
        if (lane := lanes.get(result.row.lane_id)) is not None:
            _leave_alone(work, lane, error)

    _apart(lambda some: work.record(list(some), lanes), results, barely)


def _apart(act: Callable[[Sequence[T]], R], items: Sequence[T], spoilt: Callable[[T, Exception], None]) -> list[R]:
    """What `act` gives for all of them, or for each; `spoilt` is told of those for which it fails alone."""
    try:
        return [act(items)]
    except Exception as error:
        # A database that is away is nobody's fault.
        if db.is_away(error):
            raise
        if len(items) == 1:
            spoilt(items[0], error)
            return []
    return [part for item in items for part in _apart(act, [item], spoilt)]


def _leave_alone(work: Work, lane: Lane, error: Exception) -> None:
    lane.blocked_until = time.monotonic() + LEFT_ALONE_S
    log.error("lane.left_alone", queue=work.queue, lane=str(lane.id), **_facts(error))


def _facts(error: Exception) -> dict[str, str]:
    """What an error is and where it came up. Not its text: PostgreSQL's hold values."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-PLACES:])
    facts = {
        "error": type(error).__name__,
        "at": " < ".join(f"{PurePath(each.filename).name}:{each.lineno}" for each in frames),
    }
    return facts | ({"sqlstate": code} if (code := db.sqlstate(error)) else {})
