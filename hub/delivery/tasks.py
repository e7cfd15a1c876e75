"""Celery tasks of the deliveries: a drain, and the sweep that finds what a lost hint announced."""

from datetime import timedelta
from functools import lru_cache
from ipaddress import ip_network

from celery import shared_task
from django.conf import settings

from hub import db, drain, queue
from hub.delivery import alert_sending, alerts, holding, late_matching, misfits, old_lanes, retention, statistics, watch
from hub.delivery.fetching import DUE
from hub.delivery.lane_memory import UNBLOCKED
from hub.delivery.replay import forgetting, motion
from hub.delivery.send import QUEUE, Sending
from hub.lanes import ending
from hub.lanes import rows as lane_rows
from hub.wire import Wire


@lru_cache(maxsize=1)
def _sending() -> Sending:
    """This process's sender, made at its first drain and kept: its connections are reused from drain to drain."""
    db.plan_by_index()
    env = settings.HUB
    wire = Wire(
        allow=[ip_network(cidr) for cidr in env.target_allow],
        allow_http=env.target_http,
        max_connections=env.delivery_room * drain.ROOMS,
    )
    return Sending(wire, room=env.delivery_room)


@shared_task(name="deliveries.drain", bind=True, **ending.LIMITS)
def drain_deliveries(self) -> int:
    """Send what is due; how many attempts were recorded."""
    return drain.run(_sending(), task_id=self.request.id)


@shared_task(name="deliveries.tidy")
def tidy() -> int:
    """Hold, release or cancel what changed endpoints are owed and no request got to; how many endpoints had something."""
    return holding.settle_all()


@shared_task(name="deliveries.watch")
def watch_endpoints() -> int:
    """Warn of endpoints that do nothing but fail, and disable them in the end; how many."""
    return watch.watch(timedelta(days=settings.HUB.disable_after_days))


@shared_task(name="deliveries.sweep")
def sweep() -> None:
    """Wake a drain when a free lane has due deliveries."""
    if not queue.is_awake(QUEUE) and lane_rows.due(QUEUE, DUE, unblocked_sql=UNBLOCKED, limit=1):
        queue.wake(QUEUE)


@shared_task(name="deliveries.move_replays")
def move_replays() -> None:
    """Take the next steps of the replays that go."""
    motion.move_all()


@shared_task(name="deliveries.match_late")
def match_late() -> int:
    """Hold events against the payload filters that had no turn when they were published; how many are done with."""
    return late_matching.match_late()


@shared_task(name="deliveries.forget_replays")
def forget_replays() -> int:
    """Delete the sets of replays that have been over for long; how many items."""
    return forgetting.forget_old()


@shared_task(name="deliveries.alert")
def send_alerts() -> int:
    """Tell owners and operators what befell endpoints; how many alerts were sent."""
    return alert_sending.send_due()


@shared_task(name="deliveries.forget_notes")
def forget_notes() -> int:
    """Delete alerts of long ago, what was wrong with events that are gone, and deleted endpoints' lanes; how many rows."""
    return alerts.forget_old() + misfits.forget_old() + old_lanes.forget_old()


@shared_task(name="deliveries.count")
def count_attempts() -> None:
    """Bring the statistics up to now."""
    statistics.count()


@shared_task(name="deliveries.forget")
def forget_old() -> None:
    """Go on with removing what is past its retention."""
    retention.slice_of_pass()
