"""Jobs accepted over HTTP, singly and in batches of 100; the workers that would perform them are stopped meanwhile."""

import json
import subprocess
import sys

from tests.bench.bed import Bed, Size
from tests.bench.figures import Sample

BATCH = 100
CONNECTIONS = 16
BATCH_CONNECTIONS = 4


def accept(bed: Bed, size: Size) -> dict[str, Sample]:
    """`accept`: one job a request on 16 connections; `accept_batch`: 100 a request on 4."""
    bed.clear()
    bed.stack.stop("jobs")
    bed.stack.stop("deliveries")
    try:
        job = {"connection_id": bed.stack.connection, "operation": "echo", "input": {"message": "x" * 200}}
        single = _load(bed, "/api/v1/jobs", job, connections=CONNECTIONS, jobs=1, seconds=size.accept_s)
        bed.clear()
        many = {"jobs": [job] * BATCH}
        batch = _load(bed, "/api/v1/jobs/batch", many, connections=BATCH_CONNECTIONS, jobs=BATCH, seconds=size.accept_s)
        bed.clear()
    finally:
        bed.stack.start("deliveries")
        bed.stack.start("jobs")
    return {"accept": single, "accept_batch": batch}


def _load(bed: Bed, path: str, body: dict, *, connections: int, jobs: int, seconds: float) -> Sample:
    command = [sys.executable, "-m", "tests.bench.load", "--port", str(bed.stack.api_port), "--path", path]
    command += ["--key", bed.stack.api_key, "--connections", str(connections), "--seconds", str(seconds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as load:
        assert load.stdin
        assert load.stdout
        assert load.stderr
        load.stdin.write(json.dumps(body).encode())
        load.stdin.close()
        assert load.stderr.readline() == b"warm\n", load.stderr.read().decode()
        ours, database = bed.meter("api"), bed.meter("postgres")
        said = load.stdout.read()
        cpu_us, db_cpu_us = ours.used_us(), database.used_us()
        assert load.wait() == 0, load.stderr.read().decode()
    found = json.loads(said)
    accepted = found["requests"] * jobs
    return Sample(
        per_s=accepted / found["seconds"],
        p50_ms=found["p50_ms"],
        p99_ms=found["p99_ms"],
        cpu_us=cpu_us / accepted,
        db_cpu_us=db_cpu_us / accepted,
    )
