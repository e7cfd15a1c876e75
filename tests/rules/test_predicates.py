"""Which payload filters are too costly to run inside a commit; as PostgreSQL writes them."""

import pytest

from hub.rules import predicates
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure

CHEAP = [
    '($."data"."output"."total" > 1000)',
    '($."type" == "job.failed" && ($."data"."n" < 3 || exists ($."data"."error")))',
    'exists ($."items"[*]?(@."sku" like_regex "^A[0-9]+$" flag "i"))',
    'strict ($."data"."paid" == $."data"."total")',
    '($."data"."quantity" * $."data"."price" > 1000)',
    '($."items"[0]."sku" starts with "A")',
    '($."items"[0 to 3]."n" == 1)',
    '($."items"[last - 1]."n" == 1)',
    '($."a"?(@."b" == 1)."c" == "d")',
    '!($."a".type() == "object")',
    '($."keyvalue" == "$.a == $.b ** (?=x)")',
    '$."data"."paid"',
]
COSTLY = {
    "everything": "($.** == 1)",
    "everything to a depth": '($."a".**{2 to 5}."b" == 1)',
    "key and value": '($."a".keyvalue()."value".keyvalue()."key" == "x")',
    "each with each": '($."a" == $."a")',
    "each with each behind a sum": '($."a" + 1 > $."b")',
    "each with each within a condition": 'exists ($."a"[*]?(@."b" == @."c"))',
    "strict with wildcards": 'strict ($."a"[*] == $."b")',
    "prefix from the body": '($."a" starts with $"x")',
    "the root again for each item": 'exists ($."a"[*]?(exists ($."b"[*])))',
    "the same item twice": '($."a"[0,0][0,0][0,0] == 1)',
    "subscript from the body": '($."a"[$."n"] == 1)',
    "products of products": '($."a" * $."a" * $."a" > 1)',
    "look ahead": '($."a" like_regex "(?=.*c)ab")',
    "look behind an escaped quote": r'($."a" like_regex "\"(?=.*c)ab")',
    "refer back": r'($."a" like_regex "(a|b)*\\1c")',
    "counted repetition": '($."a" like_regex "((a{1,50}){1,50}){1,3}c")',
    "a long regular expression": f'($."a" like_regex "{"a" * 201}")',
    "many regular expressions": " && ".join(['($."a" like_regex "a")'] * 4),
    "many paths": " && ".join(['($."a" == 1)'] * 21),
    "variables": '($"x" == 1)',
}


@pytest.mark.parametrize("canonical", CHEAP)
def test_one_walk_over_the_body_is_allowed(canonical):
    predicates.check_cost(canonical)


@pytest.mark.parametrize("canonical", COSTLY.values(), ids=COSTLY.keys())
def test_what_multiplies_the_walk_is_refused(canonical):
    with pytest.raises(HubError) as refused:
        predicates.check_cost(canonical)

    assert (refused.value.code, refused.value.field) == ("costly_filter", "filter")
