"""Celery: the distributed engine. Its messages are hints; Postgres decides what is due (docs/design.md, section 3)."""

import os
from pathlib import Path
from typing import Any

import django
from celery import Celery, signals
from django.conf import settings
from django.db import close_old_connections
from kombu import Queue

from hub import stopping
from hub.broker import broker
from hub.checks import refuse_bad_settings
from hub.garbage import collect_rarely
from hub.log import configure_from_settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")

QUEUES = ("jobs", "deliveries", "maintenance")
TASK_MODULES = ("hub.accounts", "hub.eventlog", "hub.connectors", "hub.delivery", "hub.jobs", "hub.inbound")
# Drains have limits of their own (hub/lanes/ending.py).
TASK_S = 180
MARGIN_S = 15
SWEEP_S = 2.0
TIDY_S = 10.0
# Replays make about two looks' worth of deliveries at a time.
REPLAYS_S = 1.0
MINUTE_S = 60.0
HOUR_S = 3600.0


def _every(seconds: float, task: str) -> dict[str, Any]:
    # Expires with the next one: after a pause of the workers one of each is enough.
    return {"task": task, "schedule": seconds, "options": {"queue": "maintenance", "expires": seconds}}


SCHEDULE = {
    "sweep-jobs": _every(SWEEP_S, "jobs.sweep"),
    "sweep-deliveries": _every(SWEEP_S, "deliveries.sweep"),
    "move-replays": _every(REPLAYS_S, "deliveries.move_replays"),
    "forget-replays": _every(HOUR_S, "deliveries.forget_replays"),
    "tidy-deliveries": _every(TIDY_S, "deliveries.tidy"),
    "match-late-events": _every(SWEEP_S, "deliveries.match_late"),
    "watch-endpoints": _every(MINUTE_S, "deliveries.watch"),
    "send-alerts": _every(TIDY_S, "deliveries.alert"),
    "forget-notes": _every(HOUR_S, "deliveries.forget_notes"),
    "count-attempts": _every(MINUTE_S, "deliveries.count"),
    "forget-deliveries": _every(MINUTE_S, "deliveries.forget"),
    "tick-jobs": _every(REPLAYS_S, "jobs.tick"),
    "catch-up-jobs": _every(TIDY_S, "jobs.catch_up"),
    "count-jobs": _every(MINUTE_S, "jobs.count"),
    "forget-jobs": _every(HOUR_S, "jobs.forget"),
    "sweep-inbound": _every(SWEEP_S, "inbound.sweep"),
    "tidy-inbound": _every(HOUR_S, "inbound.tidy"),
    "partitions": _every(HOUR_S, "eventlog.partitions"),
    "epoch": _every(MINUTE_S, "eventlog.epoch"),
    "forget-answers": _every(HOUR_S, "eventlog.forget_answers"),
}


def _configuration() -> dict[str, Any]:
    return {
        **broker(settings.HUB.redis_url),
        "accept_content": ["json"],
        "task_serializer": "json",
        "result_serializer": "json",
        "event_serializer": "json",
        "enable_utc": True,
        "timezone": "UTC",
        # No exchange: routing by binding would need keys in Redis, and those are gone after a FLUSHALL.
        "task_queues": [Queue(name, routing_key=name) for name in QUEUES],
        "task_default_queue": "maintenance",
        "task_default_exchange": "",
        "task_create_missing_queues": False,
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "worker_prefetch_multiplier": 1,
        "task_soft_time_limit": TASK_S,
        "task_time_limit": TASK_S + MARGIN_S,
        # Nobody reads results, rows tell what became of the work; a backend set by an installation stays bounded.
        "result_backend": None,
        "task_ignore_result": True,
        "result_expires": HOUR_S,
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,
        # A lost broker is no reason to end the task at work: its rows are leased and its results go to Postgres.
        "worker_cancel_long_running_tasks_on_connection_loss": False,
        "worker_send_task_events": False,
        "task_send_sent_event": False,
        # Remote control runs over exchanges, which a FLUSHALL breaks, and keeps two more connections for each worker.
        "worker_enable_remote_control": False,
        "worker_hijack_root_logger": False,
        "worker_redirect_stdouts": False,
        "beat_schedule": SCHEDULE,
        "beat_max_loop_interval": REPLAYS_S,
    }


# Without Celery's fixups: the one for Django closes the database connection before and after every task.
app = Celery("hub", fixups=[], set_as_current=True)
app.set_default()
app.add_defaults(_configuration)


@signals.import_modules.connect(sender=app, weak=False)
def _set_django_up(**_: Any) -> None:
    """Before the task modules are imported, and without opening a connection that forked children would share."""
    refuse_bad_settings()
    django.setup()


@signals.worker_init.connect(weak=False)
def _collect_rarely(**_: Any) -> None:
    """Once the tasks are imported, and before the children are forked: collections were 4 % of a busy sender."""
    collect_rarely()


@signals.worker_shutting_down.connect(weak=False)
def _begin_nothing_new(**_: Any) -> None:
    """A stopped worker waits for its tasks, and a drain would go on taking what is due."""
    stopping.ask()


@signals.setup_logging.connect(weak=False)
def _set_logging_up(**_: Any) -> None:
    configure_from_settings()


@signals.task_prerun.connect(weak=False)
@signals.task_postrun.connect(weak=False)
def _drop_broken_connections(**_: Any) -> None:
    """Keeps the connection from task to task and replaces one that the server has closed."""
    close_old_connections()


@signals.worker_ready.connect(weak=False)
@signals.beat_init.connect(weak=False)
def _tell_ready(**_: Any) -> None:
    """HUB_READY_PATH is for whoever started us: a supervisor, or a container's readiness probe."""
    if path := os.environ.get("HUB_READY_PATH"):
        Path(path).touch()


app.autodiscover_tasks(TASK_MODULES)
