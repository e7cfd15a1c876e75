"""The pages about connectors are as `hub connector docs` writes them."""

from pathlib import Path

import pytest

from hub.connectors import registry
from hub.connectors.docs import index, page

pytestmark = pytest.mark.pure
PAGES = Path(__file__).resolve().parents[2] / "docs" / "connectors"


@pytest.mark.parametrize("name", sorted(registry.connectors()))
def test_the_page_of_a_connector_is_up_to_date(name):
    assert (PAGES / f"{name}.md").read_text() == page(registry.get(name)), "run: hub connector docs"


def test_the_list_is_up_to_date_and_there_is_no_page_of_what_is_gone():
    assert (PAGES / "README.md").read_text() == index(registry.connectors()), "run: hub connector docs"
    assert {each.stem for each in PAGES.glob("*.md")} == {*registry.connectors(), "README"}
