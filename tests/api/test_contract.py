"""The running API against its own document: every operation, every check that schemathesis has.

A failure prints the request; HUB_CONTRACT_SEED repeats a run or tries another one, HUB_CONTRACT_EXAMPLES digs deeper.
"""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

SEED = os.environ.get("HUB_CONTRACT_SEED", "1")
EXAMPLES = os.environ.get("HUB_CONTRACT_EXAMPLES", "20")
TIMEOUT_S = int(EXAMPLES) * 10 + 200
# Other checks that schemathesis may learn one day are in, too.
CHECKS = "all"


@pytest.fixture(scope="module")
def key(running):
    """A key that may do everything, in a tenant that has something of everything."""
    token = running.new_key("contract")
    with httpx.Client(base_url=f"{running.url}/api/v1", headers={"Authorization": f"Bearer {token}"}) as api:
        connection = api.post("/connections", json={"name": "Echo", "connector": "echo"}).json()
        api.post("/endpoints", json={"url": "https://partner.example.com/hooks"}).raise_for_status()
        job = {"connection_id": connection["id"], "operation": "echo", "input": {"message": "hello"}, "tags": ["web"]}
        api.post("/jobs/batch", json={"jobs": [job] * 5}).raise_for_status()
        api.post("/events", json={"type": "shipment.sent", "data": {"order": 17}}).raise_for_status()
    return token


@pytest.mark.timeout(TIMEOUT_S + 20)
def test_running_api_keeps_every_promise_of_its_document(running, key, tmp_path):
    argv = [str(Path(sys.executable).with_name("schemathesis"))]
    argv += ["--config-file", str(Path(__file__).with_name("contract.toml"))]
    argv += ["run", f"{running.url}/api/v1/openapi.json", "--header", f"Authorization: Bearer {key}"]
    argv += ["--checks", CHECKS, "--max-examples", EXAMPLES, "--seed", SEED, "--no-color"]
    # One worker: CPython 3.11 fails now and then when threads take turns in its parser, which hypothesis uses.
    print(f"schemathesis seed {SEED}")

    # From a folder of its own: it keeps examples that failed where it is started.
    hooks = Path(__file__).with_name("contract_formats.py")
    env = os.environ | {"SCHEMATHESIS_HOOKS": str(hooks), "PYTHONPATH": str(hooks.parents[2])}
    done = subprocess.run(argv, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    selected, total = _operations(done.stdout)
    assert selected == total, "an operation is left out"


def _operations(report):
    """(selected, total) as the report's heading says."""
    line = next(line for line in report.splitlines() if line.strip().startswith("Operations:"))
    words = line.split()
    return words[1], words[4]
