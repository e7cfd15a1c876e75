"""One suite for all connectors, each against its real system."""

import pytest
from jsonschema import Draft202012Validator

from hub.connectors import registry
from hub.connectors.base import operation_of
from hub.connectors.described import Described
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.registry import Category, Done, Outcome, Safety
from hub.local.processes import free_port
from hub.rules.errors import HubError
from tests.connectors.conftest import NETWORKED
from tests.connectors.contract import Subject, with_sessions
from tests.proxies import Proxy

CONNECTORS = sorted(registry.connectors())
OPERATIONS = [(name, each) for name in CONNECTORS for each in registry.get(name).operations]


@pytest.mark.pure
def test_every_connector_is_under_contract():
    # What the system's own document describes has a suite of its own: test_openapi.py, test_odata.py.
    kinds = (ManifestConnector, Described)
    coded = {name for name in CONNECTORS if not isinstance(registry.get(name), kinds)}
    assert coded - {"echo", *NETWORKED} == set(), "a connector in code needs a Subject in conftest.py"


@pytest.mark.pure
@pytest.mark.parametrize("name", CONNECTORS)
def test_everything_a_person_has_to_fill_in_is_described(name):
    connector = registry.get(name)
    assert connector.title
    assert connector.description
    for schema in (connector.config.schema, connector.credentials.schema):
        for field, each in schema.get("properties", {}).items():
            assert each.get("description") or each.get("$ref") or each.get("allOf"), f"{name}: {field}"
    for operation in connector.operations.values():
        assert operation.title
        assert operation.description.endswith((".", "!", "?")), operation.name


@pytest.mark.pure
@pytest.mark.parametrize(("name", "operation"), OPERATIONS)
def test_examples_satisfy_the_published_schema_and_an_unknown_field_is_refused(name, operation):
    known = operation_of(registry.get(name), operation)
    Draft202012Validator.check_schema(known.input)
    Draft202012Validator.check_schema(known.output)

    assert known.examples
    for example in known.examples:
        assert list(Draft202012Validator(known.input).iter_errors(example)) == []
        normalised = registry.validate_input(name, operation, example)
        assert registry.validate_input(name, operation, normalised) == normalised
        with pytest.raises(HubError) as refused:
            registry.validate_input(name, operation, example | {"nobody_knows": 1})
        assert (refused.value.code, refused.value.field) == ("invalid_input", "input.nobody_knows")


@pytest.mark.pure
@pytest.mark.parametrize(("name", "operation"), OPERATIONS)
def test_an_operation_that_is_safe_by_search_can_search_and_reads_are_idempotent(name, operation):
    known = operation_of(registry.get(name), operation)

    assert known.find is not None or known.safety is not Safety.BY_SEARCH
    assert known.writes or known.safety is Safety.IDEMPOTENT


@pytest.mark.pure
@pytest.mark.parametrize("name", CONNECTORS)
def test_credentials_can_be_written_but_never_read(name):
    connector = registry.get(name)
    Draft202012Validator.check_schema(connector.config.schema)
    Draft202012Validator.check_schema(connector.credentials.schema)

    fields = connector.credentials.schema.get("properties", {})
    assert all(field.get("writeOnly") is True for field in fields.values())
    for validate, root in ((registry.validate_config, "config"), (registry.validate_credentials, "credentials")):
        with pytest.raises(HubError) as refused:
            validate(name, {"nobody_knows": "s3cret"})
        assert f"{root}.nobody_knows" in {each["field"] for each in refused.value.extra["errors"]}
        assert "s3cret" not in str(refused.value.extra)


def test_check_says_that_a_good_connection_works(subject: Subject):
    assert isinstance(subject.check(), Done)


def test_a_read_gives_what_the_schema_promises(subject: Subject):
    result = subject.perform(subject.read, "job_read")

    assert isinstance(result, Done)
    operation = operation_of(registry.get(subject.connector), subject.read[0])
    assert list(Draft202012Validator(operation.output).iter_errors(result.output)) == []


def test_wrong_credentials_are_auth_for_check_and_calls(networked: Subject):
    for result in (
        networked.check(credentials=networked.wrong_credentials),
        networked.perform(networked.read, "job_auth", credentials=networked.wrong_credentials),
    ):
        assert isinstance(result, Outcome)
        assert (result.category, result.retryable) == (Category.AUTH, False)


def test_a_system_that_is_down_is_unavailable_even_for_a_write(networked: Subject):
    nobody = f"http://127.0.0.1:{free_port()}"

    for result in (networked.check(url=nobody), networked.perform(networked.write, "job_down", url=nobody)):
        assert isinstance(result, Outcome)
        assert (result.category, result.retryable) == (Category.UNAVAILABLE, True)
    assert networked.count("job_down") == 0


def test_an_address_that_is_not_public_is_refused_unless_allowed(networked: Subject):
    access = networked.access()

    result = with_sessions(lambda pool: registry.check(pool, networked.connector, access), allow=())

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.PERMISSION, "target_forbidden")
    assert not result.retryable


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_a_lost_answer_to_a_read_is_unavailable(networked: Subject, how):
    with Proxy(networked.url) as proxy:
        loss = proxy.lose(networked.read_mark, how=how)
        result = networked.perform(networked.read, "job_lost_read", url=proxy.url, timeout_s=2)
        loss.wait()

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.UNAVAILABLE, True)


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_a_write_whose_answer_was_lost_is_unknown_and_find_finds_exactly_one(networked: Subject, how):
    reference = f"job_lost_{how}"
    with Proxy(networked.url) as proxy:
        loss = proxy.lose(networked.write_mark, how=how)
        result = networked.perform(networked.write, reference, url=proxy.url, timeout_s=2)
        loss.wait()
    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.UNKNOWN_OUTCOME, False)

    found = networked.find(reference)
    if found is None:
        # Begun but not brought to its end: then calling again takes it up.
        found = networked.perform(networked.write, reference)

    assert isinstance(found, Done)
    assert networked.find(reference) == found
    assert networked.count(reference) == 1


def test_find_gives_what_the_call_gave(networked: Subject):
    done = networked.perform(networked.write, "job_found")

    assert isinstance(done, Done)
    found = networked.find("job_found")
    assert isinstance(found, Done)
    assert {key: found.output[key] for key in ("result", "id", "number") if key in found.output} == {
        key: done.output[key] for key in ("result", "id", "number") if key in done.output
    }
    assert networked.count("job_found") == 1


def test_find_of_what_never_happened_is_none(networked: Subject):
    assert networked.find("job_never") is None
    assert networked.count("job_never") == 0


def test_a_find_that_cannot_look_is_an_outcome_not_an_absence(networked: Subject):
    result = networked.find("job_down", url=f"http://127.0.0.1:{free_port()}")

    assert isinstance(result, Outcome)
    assert result.category is Category.UNAVAILABLE
