"""Durations as counts in buckets of equal ratio: histograms add up, and percentiles come with a known error.

Bucket n holds what is over RATIO^(n-1) and up to RATIO^n milliseconds. A percentile is given as the geometric middle of its
bucket, so it is off by 4.4 % at most, whatever was merged before.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

PER_DOUBLING = 8
RATIO = 2 ** (1 / PER_DOUBLING)
ERROR = math.sqrt(RATIO) - 1
LEAST_MS = 0.01


def bucket(duration_ms: float) -> int:
    """The number of the bucket; everything up to LEAST_MS shares one."""
    return math.ceil(PER_DOUBLING * math.log2(max(duration_ms, LEAST_MS)))


def middle_ms(number: int) -> float:
    """What stands for a bucket's durations."""
    return RATIO ** (number - 0.5)


def merge(counts: Iterable[Mapping[str, int]]) -> Counter[int]:
    """The sum of stored histograms (`{"53": 7}`), by bucket."""
    total: Counter[int] = Counter()
    for one in counts:
        for number, count in one.items():
            total[int(number)] += count
    return total


def percentile_ms(counts: Mapping[int, int], share: float) -> float | None:
    """The duration that this share (0..1) of all did not exceed, off by ERROR at most; None of nothing."""
    wanted = max(1, math.ceil(share * sum(counts.values())))
    seen = 0
    for number in sorted(counts):
        seen += counts[number]
        if seen >= wanted:
            return middle_ms(number)
    return None
