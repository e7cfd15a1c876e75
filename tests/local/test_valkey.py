"""The embedded Valkey keeps what it was told, and is nobody else's."""

from pathlib import Path

import pytest
import redis

from hub.local.valkey import Valkey


def test_what_was_written_survives_a_restart_on_the_same_port(tmp_path: Path) -> None:
    valkey = Valkey(tmp_path / "valkey")
    valkey.start()
    with redis.Redis.from_url(valkey.url) as client:
        client.set("word", "kept")

        valkey.stop()
        with pytest.raises(redis.ConnectionError):
            client.ping()
        valkey.start()

        assert client.get("word") == b"kept"
    valkey.stop()
    assert not valkey.alive()


def test_it_never_evicts_and_asks_for_its_password(valkey: Valkey) -> None:
    with redis.Redis.from_url(valkey.url) as client:
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert client.config_get("bind") == {"bind": "127.0.0.1"}
    with redis.Redis(port=valkey.port) as stranger, pytest.raises(redis.AuthenticationError):
        stranger.ping()
