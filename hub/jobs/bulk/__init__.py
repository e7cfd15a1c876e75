"""Retrying or cancelling every job that a filter selects: counted first if wanted, then done in slices in the background.

    create → running (a slice of jobs at a time, by id) → finished

The set is what the filter selected when it was asked for: jobs that ended, or came, later are not part of it. Each slice is one
short transaction that also says how far it is, so whoever dies leaves it where it was.
"""

from hub.jobs.bulk.creation import cancel, count, create
from hub.jobs.bulk.motion import move_all
from hub.jobs.bulk.reads import get, listed, under_way
from hub.jobs.bulk.selection import Action, Selection

__all__ = ["Action", "Selection", "cancel", "count", "create", "get", "listed", "move_all", "under_way"]
