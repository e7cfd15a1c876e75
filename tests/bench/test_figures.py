"""What the benchmarks make of their repeats."""

import pytest

from tests.bench.figures import Sample, markdown, percentile, refresh, summed_up

pytestmark = pytest.mark.pure

THREE = [Sample(per_s=900.0, cpu_us=12.0), Sample(per_s=1100.0, cpu_us=10.0), Sample(per_s=1000.0, cpu_us=11.0)]


def test_repeats_are_summed_up_by_median_and_spread_and_only_what_applies():
    assert summed_up({"drain": THREE}) == {
        "drain": {
            "per_s": {"median": 1000.0, "min": 900.0, "max": 1100.0},
            "cpu_us": {"median": 11.0, "min": 10.0, "max": 12.0},
        }
    }


def test_the_table_shows_the_spread_where_there_is_one():
    table = markdown(summed_up({"drain": THREE, "latency": [Sample(p50_ms=3.21)]}))

    assert "| drain | 1,000 (900 to 1,100) |  |  | 11.0 (10.0 to 12.0) |  |  |  |  |  |\n" in table
    assert "| latency |  | 3.2 |  |  |  |  |  |  |  |\n" in table


def test_only_what_stands_between_the_marks_of_a_page_is_replaced(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text("before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n")

    refresh(page, summed_up({"drain": THREE}), where="a quiet machine")
    refresh(page, summed_up({"drain": THREE}), where="a quieter machine")

    text = page.read_text()
    assert text.startswith("before\n<!-- bench -->\na quieter machine\n\n|")
    assert text.endswith("<!-- /bench -->\nafter\n")
    assert "old" not in text
    assert text.count("| drain |") == 1


def test_percentiles_are_values_that_were_measured():
    assert percentile([4.0, 1.0, 3.0, 2.0], 0.5) == 3.0
    assert percentile([1.0, 2.0], 0.99) == 2.0
