"""Which payload filters are predicates, and cheap enough to run inside a publisher's commit.

A filter is an SQL/JSON path predicate, evaluated by PostgreSQL in the statement that appends the event, where nothing
can cut it short alone. So what may cost more than one walk over the body for each step of the path is refused when the
endpoint is registered. Measured with PostgreSQL 18: a lookahead in `like_regex` runs for over 20 s on 1 MB, while of
19,000 patterns without the constructs below, the usual catastrophic ones among them, the slowest took 0.2 s on 2 MB
(the engine is an automaton and does not backtrack); `$.a == $.a` over 50,000 items takes 6 s, one path against a
constant 30 ms.
"""

import json
import re
from itertools import accumulate, pairwise

from hub.rules.errors import HubError

MAX_LENGTH = 2000
MAX_PATHS = 20
MAX_REGEXES = 3
MAX_REGEX_LENGTH = 200
# Numbers may have 4,300 digits: one product of two takes a millisecond, products of products do not end.
MAX_PRODUCTS = 1

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|&&|\|\||[=!<>]=|\*\*|[A-Za-z_]+|[0-9.]*[0-9](?:[eE][+-]?[0-9]+)?|\S')
_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">="})
_PREDICATES = _COMPARISONS | {"&&", "||", "like_regex", "starts", "is"}
# In a regular expression: (?…) looks around, \1 refers back (both leave the automaton), {m,n} multiplies its size.
_COSTLY_REGEX = re.compile(r"\(\?|\\[0-9]|\{")


def check_is_predicate(canonical: str, *, field: str = "filter") -> None:
    """Raise HubError `invalid_filter` for a path that gives values instead of true or false. canonical: as for `check_cost`."""
    tokens = _TOKEN.findall(canonical)
    start = tokens[1:] if tokens[0] in ("strict", "lax") else tokens
    if start[0] in ("!", "exists") or start[-2:] == ["is", "unknown"]:
        return
    depths = list(accumulate((word in "([") - (word in ")]") for word in start))
    if (
        depths[0] == 1
        and 0 not in depths[:-1]
        and any(depth == 1 and word in _PREDICATES for depth, word in zip(depths, start, strict=True))
    ):
        return
    raise HubError(
        "invalid_filter",
        "This gives values, not true or false, and would never match. A predicate compares: `$.data.total > 1000`,"
        ' `$.data.paid == true`, `exists($.data.items[*] ? (@.sku == "A"))`.',
        field=field,
    )


def templates(canonical: str) -> list[str]:
    """The templates of its `.datetime("…")`, as JSON texts."""
    tokens = _TOKEN.findall(canonical)
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return [text for method, bracket, text in triples if method == "datetime" and bracket == "(" and text[0] == '"']


def check_cost(canonical: str, *, field: str = "filter") -> None:
    """Raise HubError `costly_filter` for what may run for long. canonical: as PostgreSQL writes a `jsonpath`."""
    tokens = _TOKEN.findall(canonical)
    problem = _of_steps(tokens) or _of_regexes(tokens) or _of_comparisons(tokens)
    if problem:
        raise HubError("costly_filter", problem, field=field)


def _of_steps(tokens: list[str]) -> str | None:
    pairs = list(pairwise(tokens))
    if "**" in tokens:
        return "`.**` visits everything; name the path."
    if any(before == "." and word == "keyvalue" for before, word in pairs):
        return "`.keyvalue()` multiplies what it reads; name the key."
    if any(before == "$" and after.startswith('"') for before, after in pairs):
        return "There are no variables here; write the value."
    if sum(word in ("$", "@") for word in tokens) > MAX_PATHS:
        return f"A filter has at most {MAX_PATHS} paths."
    products = sum(word in ("*", "/", "%") and before not in (".", "[") for before, word in pairs)
    if products > MAX_PRODUCTS:
        return f"A filter has at most {MAX_PRODUCTS} multiplication or division."
    return _of_brackets(tokens)


def _of_brackets(tokens: list[str]) -> str | None:
    """Subscripts that repeat an item multiply the work at each step; a path from the root in a `?` starts it anew."""
    closes: list[str] = []
    filters = 0
    for before, word in zip(["", *tokens], tokens, strict=False):
        if word in "([":
            closes.append("?" if before == "?" else word)
            filters += before == "?"
        elif word in ")]":
            filters -= closes.pop() == "?"
        elif closes and closes[-1] == "[" and (word == "," or word in "$@"):
            return "A subscript is `*`, a number, `last`, or a range of them."
        elif word == "$" and filters:
            return "Within `? (…)` a path starts at `@`."
    return None


def _of_regexes(tokens: list[str]) -> str | None:
    texts = [json.loads(text) for word, text in pairwise(tokens) if word == "like_regex"]
    if len(texts) > MAX_REGEXES:
        return f"A filter has at most {MAX_REGEXES} `like_regex`; try `starts with` or `==`."
    for text in texts:
        if len(text) > MAX_REGEX_LENGTH or _COSTLY_REGEX.search(text):
            return f"A regular expression has at most {MAX_REGEX_LENGTH} characters, no `(?`, no back reference, no `{{…}}`."
    return None


def _of_comparisons(tokens: list[str]) -> str | None:
    """Two sequences are compared each with each: one side is constant, or both are single values for sure."""
    for place, word in enumerate(tokens):
        if word not in _COMPARISONS and word != "starts":
            continue
        left = _operand(tokens[:place][::-1], closing="(", opening=")")
        right = _operand(tokens[place + 1 :], closing=")", opening="(")
        if _has_path(left) and _has_path(right) and not (tokens[0] == "strict" and _is_single(left + right)):
            return "Compare with a constant; or two values with `strict` in front and without `*` or `to`."
    return None


def _operand(tokens: list[str], *, closing: str, opening: str) -> list[str]:
    """The tokens up to the end of what a comparison compares."""
    depth = 0
    for place, word in enumerate(tokens):
        if word == opening:
            depth += 1
        elif word == closing:
            depth -= 1
        if depth < 0 or (depth == 0 and word in ("&&", "||")):
            return tokens[:place]
    return tokens


def _has_path(tokens: list[str]) -> bool:
    return "$" in tokens or "@" in tokens


def _is_single(tokens: list[str]) -> bool:
    return "*" not in tokens and "to" not in tokens
