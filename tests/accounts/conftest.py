"""A tenant, and processes' memories emptied between tests."""

import pytest

from hub.accounts import callers, tenants


@pytest.fixture(autouse=True)
def nothing_remembered():
    callers.forget()


@pytest.fixture
def tenant(db):
    return tenants.create_tenant("Acme", "acme")
