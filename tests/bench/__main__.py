"""`python -m tests.bench [NAME …] [--json FILE] [--repeats 3] [--quick] [--page FILE]`."""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from hub.local.supervisor import Stack
from tests.bench.accept import accept
from tests.bench.bed import FULL, QUICK, Bed, Size
from tests.bench.figures import Sample, refresh, summed_up, table
from tests.bench.many_jobs import fair_jobs, slow_jobs
from tests.bench.scale import endpoints, fanout, hanging, rows, snapshot
from tests.bench.soak import soak
from tests.bench.sockets import allow_files, sockets
from tests.bench.usual.run import usual
from tests.bench.work import drain, jobs, latency, steady

BENCHMARKS = {
    "accept": accept,
    "jobs": jobs,
    "slow-jobs": slow_jobs,
    "fair-jobs": fair_jobs,
    "drain": drain,
    "steady": steady,
    "latency": latency,
    "rows": rows,
    "endpoints": endpoints,
    "fanout": fanout,
    "hanging": hanging,
    "snapshot": snapshot,
    "sockets": sockets,
    "usual": usual,
    "soak": soak,
}
# Takes half an hour: only when it is named.
ON_REQUEST = {"soak"}
# Written as in production, but not for each request and each delivery: nobody reads this log.
ENVIRONMENT = {"HUB_LOG_LEVEL": "WARNING", "HUB_LOG_JSON": "true"}
# All clients are one tenant's, on one machine.
ENVIRONMENT |= {"HUB_STREAM_LIMIT_PER_TENANT": "100000", "HUB_STREAM_LIMIT_PER_ADDRESS": "100000"}
COMPARED = ("drain", "drain_waiting", "steady", "usual_django_webhook")


def main() -> None:
    """Runs what is named, all by default, and prints the table."""
    given = _arguments()
    allow_files()
    err = Console(stderr=True)
    names = given.names or [name for name in BENCHMARKS if name not in ON_REQUEST]
    with (
        tempfile.TemporaryDirectory(prefix="hub-bench-") as folder,
        Stack(Path(folder), tell=err.log, env=ENVIRONMENT) as stack,
        Bed(stack) as bed,
    ):
        size = QUICK if given.quick else FULL
        if given.minutes:
            size = replace(size, soak_s=given.minutes * 60)
        samples = _repeated(bed, names, size, repeats=given.repeats, err=err)
    summary = summed_up(samples)
    # In a file nothing has to fit a terminal.
    Console(width=None if sys.stdout.isatty() else 250).print(table(summary))
    if given.json:
        given.json.write_text(json.dumps(summary, indent=2) + "\n")
    if given.page:
        refresh(given.page, summary, where=_where(given.repeats))


def _repeated(bed: Bed, names: list[str], size: Size, *, repeats: int, err: Console) -> dict[str, list[Sample]]:
    """Each benchmark once, then each again: what else the machine does meanwhile hits all of them."""
    samples: dict[str, list[Sample]] = defaultdict(list)
    for repeat in range(1, repeats + 1):
        found: dict[str, Sample] = {}
        for name in names:
            began = time.monotonic()
            found |= BENCHMARKS[name](bed, size)
            err.log(f"{name} {repeat}/{repeats}: {time.monotonic() - began:.0f} s")
        for name, sample in _compared(found).items():
            samples[name].append(sample)
    return samples


def _compared(found: dict[str, Sample]) -> dict[str, Sample]:
    """With each rate's ratio to the usual way's of the same round."""
    one_task_each = found["usual"].per_s if "usual" in found else None
    if not one_task_each:
        return found
    return {
        name: replace(sample, ratio_to_usual=sample.per_s / one_task_each)
        if name in COMPARED and sample.per_s
        else sample
        for name, sample in found.items()
    }


def _where(repeats: int) -> str:
    day = datetime.now(UTC).date()
    return (
        f"{day}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}; "
        f"median of {repeats} repeats, lowest and highest in brackets."
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure the hub on this machine.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--repeats", type=int, default=3, help="of everything (default: 3)")
    parser.add_argument("--quick", action="store_true", help="small amounts: whether it works, not how fast it is")
    parser.add_argument("--minutes", type=float, metavar="M", help="of the soak (default: 30)")
    parser.add_argument("--page", type=Path, metavar="FILE", help="refresh the table of this page")
    given = parser.parse_args()
    if unknown := set(given.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    return given


if __name__ == "__main__":
    main()
