"""Killing and emptying what the hub runs on, each with a note of when it happened."""

import os
import random
import signal
import time

import psutil
import redis

from hub.local.programs import answers
from tests.chaos.conftest import LEASE_S
from tests.chaos.model import Model, noted
from tests.stacks import Account, until

LEASED = "SELECT owner FROM lane WHERE queue = 'deliveries' AND tenant_id = %(tenant)s AND leased_until > now()"
TOKENS = "SELECT id, token FROM lane WHERE queue = 'deliveries' AND owner LIKE %s"
# Until another process has one of its lanes, or nobody wants them.
FROZEN_S = 3 * LEASE_S
# Shorter and longer than a lease.
AWAY_S = (0.0, 1.0, 3.0, 8.0)


class Breakage:
    """Each method breaks one thing and says what it did, "" when there was nothing to break."""

    def __init__(self, account: Account, model: Model, chance: random.Random) -> None:
        self.account, self.model, self.chance = account, model, chance
        self.stack = account.stack

    def kill_worker(self) -> str:
        """The deliveries' worker with its children."""
        with noted(self.model.kills):
            self.stack.kill("deliveries")
        return "kill the worker of the deliveries"

    def kill_parent(self) -> str:
        """The worker alone: its children follow when the supervisor has noticed."""
        process = self.stack.processes["deliveries"]
        parent = process.pid if process.alive() else 0
        if not parent:
            return ""
        with noted(self.model.kills):
            process.signal(signal.SIGKILL)
            until(lambda: process.alive() and process.pid != parent, "the worker is started again", timeout_s=60)
        return "kill the worker's parent"

    def kill_child(self) -> str:
        """A process that sends at this moment."""
        victim = self._child_at_work()
        if not victim:
            return ""
        with noted(self.model.kills):
            os.kill(victim, signal.SIGKILL)
        return "kill a child at work"

    def freeze_child(self) -> str:
        """A process that sends sleeps through its leases, as on a machine that is moved, and then wants to go on."""
        victim = self._child_at_work()
        if not victim:
            return ""
        before = dict(self.account.sql(TOKENS, f"%:{victim}:%"))
        ends = time.monotonic() + FROZEN_S
        with noted(self.model.outages):
            os.kill(victim, signal.SIGSTOP)
            try:
                while time.monotonic() < ends and before.items() <= dict(self.account.sql(TOKENS, "%")).items():
                    time.sleep(0.1)
                # Others send in its place now; it does not know.
                time.sleep(0.5)
            finally:
                os.kill(victim, signal.SIGCONT)
        return f"freeze a child with {len(before)} lanes for {self.model.outages[-1].length:.1f} s"

    def kill_maintenance(self) -> str:
        """Who sweeps and moves replays."""
        self.stack.kill("maintenance")
        return "kill the worker of the maintenance"

    def flush(self) -> str:
        """Every hint is lost, Celery's messages are too."""
        with redis.Redis.from_url(self.stack.redis_url) as server:
            server.flushall()
        return "flush Valkey"

    def stop_postgres(self) -> str:
        """As an administrator restarts it, sooner or later."""
        away_s = self.chance.choice(AWAY_S)
        with noted(self.model.outages):
            self.stack.stop("postgres")
            time.sleep(away_s)
            self.stack.start("postgres")
            self._until_ready()
        return f"stop PostgreSQL for {away_s:g} s"

    def kill_postgres(self) -> str:
        """As it runs out of memory; the supervisor starts it again, more than once while its old processes are still ending."""
        process = self.stack.processes["postgres"]
        before = process.pid
        with noted(self.model.outages):
            process.kill(signal.SIGKILL)
            until(lambda: process.alive() and process.pid != before, "PostgreSQL is started again", timeout_s=60)
            self._until_ready()
        return "kill PostgreSQL"

    def _until_ready(self) -> None:
        until(lambda: answers(self.stack.api_port, "/readyz"), "the API has its database again", timeout_s=60)

    def _child_at_work(self) -> int:
        """The process id of one that holds lanes of ours, or 0."""
        owners = {int(owner.split(":")[1]) for (owner,) in self.account.sql(LEASED)}
        process = self.stack.processes["deliveries"]
        children = {child.pid for child in psutil.Process(process.pid).children()} if process.alive() else set()
        return self.chance.choice(sorted(owners & children) or [0])
