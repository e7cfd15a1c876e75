"""Operations that are the same for several kinds of records, written once.

    families:
      - with: [{object: contact, objects: contacts}, {object: deal, objects: deals}]
        operations:
          "[[object]].create": {request: {path: "/[[objects]]"}, …}

becomes `contact.create` and `deal.create`. A string that is only `[[x]]` becomes the value with its type.
"""

import re
from collections.abc import Mapping
from typing import Any

NAMED = re.compile(r"\[\[([a-z_]+)\]\]")


def unfolded(document: dict[str, Any]) -> dict[str, Any]:
    """The document with its families' operations among `operations`. Raises ValueError saying what is wrong."""
    families = document.get("families", [])
    operations = dict(document.get("operations") or {})
    for family in families:
        if not isinstance(family, dict) or family.keys() != {"with", "operations"}:
            raise ValueError("a family has `with` and `operations`")
        for words in family["with"]:
            made = _filled(family["operations"], words)
            if twice := made.keys() & operations.keys():
                raise ValueError(f"there are two operations {min(twice)!r}")
            operations |= made
    return {key: each for key, each in document.items() if key != "families"} | {"operations": operations}


def _filled(template: Any, words: Mapping[str, Any]) -> Any:
    if isinstance(template, dict):
        return {_filled(key, words): _filled(each, words) for key, each in template.items()}
    if isinstance(template, list):
        return [_filled(each, words) for each in template]
    if not isinstance(template, str):
        return template
    whole = NAMED.fullmatch(template)
    return _word(whole[1], words) if whole else NAMED.sub(lambda found: str(_word(found[1], words)), template)


def _word(name: str, words: Mapping[str, Any]) -> Any:
    if name not in words:
        raise ValueError(f"[[{name}]] is not among {', '.join(sorted(words))}")
    return words[name]
