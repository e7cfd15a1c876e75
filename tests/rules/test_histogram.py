"""Percentiles of merged histograms stay within their error."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules import histogram

pytestmark = pytest.mark.pure

durations = st.lists(st.floats(0.02, 200_000), min_size=1, max_size=200)


def stored(values):
    counts = {}
    for value in values:
        number = str(histogram.bucket(value))
        counts[number] = counts.get(number, 0) + 1
    return counts


@given(st.lists(durations, min_size=1, max_size=5), st.sampled_from([0.5, 0.95, 0.99, 1.0]))
def test_percentile_is_within_the_error_of_the_exact_one_whatever_was_merged(parts, share):
    every = sorted(value for part in parts for value in part)
    exact = every[max(1, math.ceil(share * len(every))) - 1]

    found = histogram.percentile_ms(histogram.merge(map(stored, parts)), share)

    assert found is not None
    assert abs(found / exact - 1) <= histogram.ERROR + 1e-9


def test_nothing_has_no_percentile():
    assert histogram.percentile_ms(histogram.merge([]), 0.5) is None


def test_what_took_no_time_has_a_bucket():
    assert histogram.bucket(0.0) == histogram.bucket(histogram.LEAST_MS)
