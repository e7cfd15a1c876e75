"""The TypeScript client is generated from the API's document, and what is shown of it is what runs."""

import re
from pathlib import Path

import pytest

from hub.cli.documents import openapi_text

pytestmark = pytest.mark.pure

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "frontend" / "examples" / "minimal" / "app"


def test_the_clients_openapi_document_is_the_one_that_the_api_makes_now():
    kept = (ROOT / "frontend" / "packages" / "client" / "openapi.json").read_text()

    # Not compared by assert: a difference of 20,000 lines would be explained for minutes.
    same = kept == openapi_text()
    assert same, (
        "run: hub openapi --out frontend/packages/client/openapi.json && npm --prefix frontend run generate, and commit both"
    )


@pytest.mark.parametrize("name", ["page.tsx", "hub.ts"])
def test_the_readme_shows_the_smallest_app_as_it_is(name):
    shown = re.findall(r"```tsx?\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)

    assert (EXAMPLE / name).read_text() in shown


def test_the_smallest_app_is_under_a_hundred_lines():
    sources = [path for path in EXAMPLE.rglob("*.ts*") if path.is_file()]

    assert len(sources) == 4
    assert sum(len(path.read_text().splitlines()) for path in sources) < 100
