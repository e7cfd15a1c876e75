"""docs/settings.md lists every setting as the code has it."""

from pathlib import Path
from typing import Any

import pytest
from pydantic.fields import FieldInfo

from hub.settings import Environment

pytestmark = pytest.mark.pure

PAGE = Path(__file__).resolve().parents[1] / "docs" / "settings.md"


def shown(value: Any) -> str:
    if isinstance(value, list):
        value = ",".join(value)
    if isinstance(value, bool):
        value = str(value).lower()
    return f"`{value}`" if value != "" else ""


def row(name: str, field: FieldInfo) -> str:
    return f"| `HUB_{name.upper()}` | {shown(field.default)} | {field.description} |"


def test_the_page_has_every_setting_with_its_default_and_meaning():
    wanted = [row(name, field) for name, field in Environment.model_fields.items()]

    found = [line for line in PAGE.read_text().splitlines() if line.startswith("| `HUB_")]

    assert found == wanted, "the table should read:\n" + "\n".join(wanted)
