"""What a benchmark gives, how repeats are summed up, and the table that people read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

from rich.table import Table

Summary = dict[str, dict[str, dict[str, float]]]

COLUMNS = {
    "per_s": "per second",
    "p50_ms": "p50 ms",
    "p99_ms": "p99 ms",
    "cpu_us": "CPU µs each",
    "db_cpu_us": "PostgreSQL CPU µs each",
    "ratio_to_usual": "times the usual way",
    "wall_s": "seconds in all",
    "jain": "fairness (Jain)",
    "kib_each": "KiB each",
}
MARKS = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sample:
    """One repeat. cpu_us: of our processes, db_cpu_us: of the PostgreSQL server's, each for one thing done."""

    per_s: float | None = None
    p50_ms: float | None = None
    p99_ms: float | None = None
    cpu_us: float | None = None
    db_cpu_us: float | None = None
    ratio_to_usual: float | None = None
    wall_s: float | None = None
    jain: float | None = None
    kib_each: float | None = None


def summed_up(samples: dict[str, list[Sample]]) -> Summary:
    """Benchmark → figure → {median, min, max} over the repeats; figures that do not apply are left out."""
    return {
        name: {
            field.name: _spread(values)
            for field in fields(Sample)
            if (values := [value for one in repeats if (value := getattr(one, field.name)) is not None])
        }
        for name, repeats in samples.items()
    }


def table(summary: Summary) -> Table:
    """For a terminal: median, and the spread from the lowest to the highest repeat."""
    made = Table("", *COLUMNS.values())
    for row in _rows(summary):
        made.add_row(*row)
    return made


def markdown(summary: Summary) -> str:
    """The same for docs/performance.md."""
    rows = [["", *COLUMNS.values()], ["---"] + ["--:"] * len(COLUMNS), *_rows(summary)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def refresh(page: Path, summary: Summary, *, where: str) -> None:
    """Replace what stands between the page's bench marks. where: one line on the machine and the run."""
    text = page.read_text()
    assert MARKS.search(text), f"{page} has no bench marks"
    page.write_text(MARKS.sub(lambda found: f"{found[1]}{where}\n\n{markdown(summary)}{found[2]}", text))


def percentile(values: Sequence[float], share: float) -> float:
    """share: 0..1; the nearest of the values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _spread(values: list[float]) -> dict[str, float]:
    return {"median": round(median(values), 3), "min": round(min(values), 2), "max": round(max(values), 2)}


def _rows(summary: Summary) -> list[list[str]]:
    return [[name, *(_cell(figures.get(column)) for column in COLUMNS)] for name, figures in summary.items()]


def _cell(spread: dict[str, float] | None) -> str:
    if spread is None:
        return ""
    middle, low, high = (_number(spread[name]) for name in ("median", "min", "max"))
    return middle if low == high else f"{middle} ({low} to {high})"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
