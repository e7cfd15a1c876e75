"""The usual way on the same servers: one Celery task for each delivery, by httpx and by the package django-webhook."""

import os
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

from psycopg import sql

from hub.local.processes import Process
from tests.bench.bed import Bed, Size
from tests.bench.cpu import Meter
from tests.bench.figures import Sample
from tests.receiver import FastReceiver

DATABASE = "usual"
# As many as the hub has for its deliveries.
PROCESSES = 2


def usual(bed: Bed, size: Size) -> dict[str, Sample]:
    """`usual`: httpx; `usual_django_webhook`: the package."""
    bed.clear()
    return {
        "usual": _send(bed, "httpx", size.usual),
        "usual_django_webhook": _send(bed, "django_webhook", size.usual),
    }


def _send(bed: Bed, way: str, count: int) -> Sample:
    name = sql.Identifier(DATABASE)
    bed.sql.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
    bed.sql.execute(sql.SQL("CREATE DATABASE {}").format(name))
    env = _environment(bed)
    with FastReceiver() as receiver:
        enqueue = [sys.executable, "-m", "tests.bench.usual.enqueue", way, str(count), receiver.url()]
        subprocess.run(enqueue, env=env, check=True)
        command = [sys.executable, "-m", "celery", "--quiet", "-A", "tests.bench.usual.app", "worker"]
        command += ["--pool", "prefork", "-c", str(PROCESSES), "--loglevel", "error"]
        worker = Process("usual", command, log=bed.stack.directory / "log" / "usual.log", env=env)
        worker.start()
        try:
            return _measured(bed, receiver, worker, count)
        finally:
            worker.stop(timeout_s=10)


def _measured(bed: Bed, receiver: FastReceiver, worker: Process, count: int) -> Sample:
    """From when every process of the worker is warm, publishing and starting not counted."""
    warm = count // 10
    bed.wait_until(lambda: receiver.counts()["requests"] >= warm)
    ours, database = Meter([worker.pid]), bed.meter("postgres")
    began, before = time.perf_counter(), receiver.counts()["requests"]
    ended = bed.wait_until(lambda: receiver.counts()["requests"] >= count)
    sent = count - before
    return Sample(per_s=sent / (ended - began), cpu_us=ours.used_us() / sent, db_cpu_us=database.used_us() / sent)


def _environment(bed: Bed) -> dict[str, str]:
    database, broker = urlsplit(bed.stack.database_url), urlsplit(bed.stack.redis_url)
    return {
        **os.environ,
        # django-webhook asks the database while Django starts, and Django warns of it in each process.
        "PYTHONWARNINGS": "ignore",
        "DJANGO_SETTINGS_MODULE": "tests.bench.usual_settings",
        "USUAL_DATABASE_URL": urlunsplit(database._replace(path=f"/{DATABASE}")),
        "USUAL_BROKER_URL": urlunsplit(broker._replace(path="/1")),
    }
