"""The API as it runs in production: Granian in a process of its own, on a database of its own."""

import os
import subprocess
import sys
from pathlib import Path

import httpx

from hub.local.processes import Process, free_port, wait_until

ACCOUNT = """
import sys, django; django.setup()
from hub.accounts import keys, tenants
print(keys.create_key(tenants.create_tenant("Test", sys.argv[1]), name="test", scopes=["*"])[1])
"""


class Running:
    """A server on loopback. database: made and migrated here."""

    def __init__(self, postgres, valkey, *, database, log):
        postgres.create_database(database)
        self.postgres = postgres
        self.database = database
        self.log = log
        self.env = os.environ | {
            "HUB_DATABASE_URL": postgres.url(database),
            "HUB_REDIS_URL": valkey.url,
            "HUB_LOG_LEVEL": "WARNING",
            "HUB_TRUSTED_PROXIES": "127.0.0.1",
        }
        run(sys.executable, "-m", "django", "migrate", "--verbosity=0", env=self.env)
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        argv = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1"]
        argv += ["--port", str(port), "--blocking-threads", "4", "hub.wsgi:application"]
        self.process = Process("api", argv, log=log, env=self.env)

    def start(self):
        self.process.start()
        wait_until(self.answers, self.process, timeout_s=30)

    def stop(self):
        self.process.stop()

    def answers(self):
        """Whether it is ready right now."""
        try:
            return httpx.get(f"{self.url}/readyz").status_code == 200
        except httpx.TransportError:
            return False

    def new_key(self, slug):
        """The token of a key that may do everything in a new tenant."""
        return run(sys.executable, "-c", ACCOUNT, slug, env=self.env).strip()


def run(*argv, env, timeout_s=60):
    """The program's output; fails with all of it."""
    done = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=timeout_s, check=False)
    assert done.returncode == 0, f"{argv[0]} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout
