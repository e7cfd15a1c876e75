"""The running API against its own document: every operation, every check that schemathesis has.

A failure prints the request; HUB_CONTRACT_SEED repeats a run or tries another one, HUB_CONTRACT_EXAMPLES digs deeper.
"""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from hub.local.processes import Process, free_port, wait_until

SEED = os.environ.get("HUB_CONTRACT_SEED", "1")
EXAMPLES = os.environ.get("HUB_CONTRACT_EXAMPLES", "20")
TIMEOUT_S = int(EXAMPLES) * 10 + 200
# Other checks that schemathesis may learn one day are in, too.
CHECKS = "all"
ACCOUNT = """
import django; django.setup()
from hub.accounts import keys, tenants
print(keys.create_key(tenants.create_tenant("Contract", "contract"), name="contract", scopes=["*"])[1])
"""


def run(*argv, env, timeout_s=60):
    """The program's output; fails with all of it."""
    done = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=timeout_s, check=False)
    assert done.returncode == 0, f"{argv[0]} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def environment(postgres, valkey):
    """A database of its own, migrated; settings as an installation gives them."""
    postgres.create_database("contract")
    env = os.environ | {
        "HUB_DATABASE_URL": postgres.url("contract"),
        "HUB_REDIS_URL": valkey.url,
        "HUB_LOG_LEVEL": "WARNING",
    }
    run(sys.executable, "-m", "django", "migrate", "--verbosity=0", env=env)
    return env


@pytest.fixture(scope="module")
def url(environment, tmp_path_factory):
    """A Granian process on loopback, as in production."""
    port = free_port()
    log = tmp_path_factory.mktemp("contract") / "api.log"
    argv = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1"]
    api = Process(
        "api", [*argv, "--port", str(port), "--blocking-threads", "4", "hub.wsgi:application"], log=log, env=environment
    )
    api.start()
    try:
        base = f"http://127.0.0.1:{port}"
        wait_until(lambda: _answers(base), api, timeout_s=30)
        yield base
    finally:
        api.stop()
    assert "http.failed" not in log.read_text()


def _answers(base):
    try:
        return httpx.get(f"{base}/readyz").status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture(scope="module")
def key(environment, url):
    """A key that may do everything, in a tenant that has something of everything."""
    token = run(sys.executable, "-c", ACCOUNT, env=environment).strip()
    with httpx.Client(base_url=f"{url}/api/v1", headers={"Authorization": f"Bearer {token}"}) as api:
        connection = api.post("/connections", json={"name": "Echo", "connector": "echo"}).json()
        api.post("/endpoints", json={"url": "https://partner.example.com/hooks"}).raise_for_status()
        job = {"connection_id": connection["id"], "operation": "echo", "input": {"message": "hello"}, "tags": ["web"]}
        api.post("/jobs/batch", json={"jobs": [job] * 5}).raise_for_status()
        api.post("/events", json={"type": "shipment.sent", "data": {"order": 17}}).raise_for_status()
    return token


@pytest.mark.timeout(TIMEOUT_S + 20)
def test_running_api_keeps_every_promise_of_its_document(url, key, tmp_path):
    argv = [str(Path(sys.executable).with_name("schemathesis"))]
    argv += ["--config-file", str(Path(__file__).with_name("contract.toml"))]
    argv += ["run", f"{url}/api/v1/openapi.json", "--header", f"Authorization: Bearer {key}"]
    argv += ["--checks", CHECKS, "--max-examples", EXAMPLES, "--seed", SEED, "--no-color"]
    print(f"schemathesis seed {SEED}")

    # From a folder of its own: it keeps examples that failed where it is started.
    env = os.environ | {"SCHEMATHESIS_HOOKS": str(Path(__file__).with_name("contract_formats.py"))}
    done = subprocess.run(argv, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    selected, total = _operations(done.stdout)
    assert selected == total, "an operation is left out"


def _operations(report):
    """(selected, total) as the report's heading says."""
    line = next(line for line in report.splitlines() if line.strip().startswith("Operations:"))
    words = line.split()
    return words[1], words[4]
