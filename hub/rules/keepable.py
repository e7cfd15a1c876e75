"""JSON that PostgreSQL keeps, made of what strangers answer: NULs, halves of surrogate pairs and NaNs pass Python's reader."""

import json
import math
import re
from typing import Any

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def keepable(value: Any) -> Any:
    """The value itself when jsonb can hold it; else a copy with U+FFFD for such characters and null for NaN and infinities."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode()
    except ValueError:
        return _replaced(value)
    return _replaced(value) if "\\u0000" in text else value


def keepable_text(text: str) -> str:
    """The text with U+FFFD for what PostgreSQL cannot hold."""
    return _UNKEEPABLE.sub(REPLACEMENT, text)


def _replaced(value: Any) -> Any:
    if isinstance(value, str):
        return keepable_text(value)
    if isinstance(value, dict):
        return {keepable_text(str(name)): _replaced(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
