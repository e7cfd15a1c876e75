"""Each form of HUB_REDIS_URL becomes what kombu needs to hear."""

import pytest

from hub.broker import LIMITS, PREFIX, broker

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("redis://127.0.0.1:6379/1", "redis://127.0.0.1:6379/1"),
        ("rediss://:pw@redis.example.com/0", "rediss://:pw@redis.example.com/0"),
        ("unix:///run/redis.sock", "redis+socket:///run/redis.sock"),
    ],
)
def test_a_single_server_keeps_its_address(given: str, expected: str) -> None:
    assert broker(given)["broker_url"] == expected


def test_sentinels_become_one_address_each_and_the_service_an_option() -> None:
    made = broker("sentinel://user:p%40ss@one:26379,two/2?service=orders")

    assert made["broker_url"] == "sentinel://user:p%40ss@one:26379/2;sentinel://user:p%40ss@two:26379/2"
    assert made["broker_transport_options"]["master_name"] == "orders"
    assert made["broker_transport_options"]["sentinel_kwargs"] == LIMITS


def test_a_cluster_gets_a_prefix_that_keeps_all_keys_in_one_slot() -> None:
    made = broker("redis+cluster://:pw@one:7000,two:7001")

    assert made["broker_url"] == "rediscluster://:pw@one:7000/0"
    assert made["broker_transport_options"]["global_keyprefix"] == PREFIX == "{hub}"
    assert made["broker_transport_options"]["seeds"] == (("one", 7000), ("two", 7001))
