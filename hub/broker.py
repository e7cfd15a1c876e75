"""What Celery's Redis transport needs to hear for each form of HUB_REDIS_URL.

kombu 5.7 knows a single server and Sentinel, but no Cluster. `ClusterTransport` adds it: all of kombu's keys carry the
prefix `{hub}`, so they share one slot, and its connections go to whichever node owns that slot now.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlsplit

import redis
from kombu.transport import TRANSPORT_ALIASES
from kombu.transport.redis import Channel, QoS, Transport
from kombu.transport.virtual.base import QoS as LocalQoS
from redis.crc import key_slot
from redis.exceptions import AskError, ClusterDownError, MovedError, ReadOnlyError, TryAgainError

from hub.redis_url import Servers, parse

PREFIX = "{hub}"
# A message taken and not acknowledged comes again after this. Leases in rows decide who works, so it may be long.
VISIBILITY_TIMEOUT_S = 3600
# A dead server must not hold a caller: what we publish are hints.
LIMITS: dict[str, Any] = {"socket_connect_timeout": 2, "socket_timeout": 5, "socket_keepalive": True}


class FreeingQoS(QoS):
    """Counts a message as done though Redis cannot be told so.

    kombu logs the failed ack and goes on, with the message among those at work for good: a worker all of whose children had
    one to acknowledge while the server was away took nothing more. Redis has it still, and it comes again, as hints may.
    """

    def ack(self, delivery_tag: str) -> None:
        try:
            super().ack(delivery_tag)
        except Exception:
            LocalQoS.ack(self, delivery_tag)
            raise


# All of kombu's transports for Redis inherit it from here, and name their channels themselves.
Channel.QoS = FreeingQoS
TRANSPORT_ALIASES["rediscluster"] = "hub.broker:ClusterTransport"


def broker(url: str) -> dict[str, Any]:
    """Celery's settings for HUB_REDIS_URL: `broker_url` and `broker_transport_options`."""
    servers = parse(url)
    options = {"visibility_timeout": VISIBILITY_TIMEOUT_S, **LIMITS}
    if servers is None:
        return {"broker_url": _single(url), "broker_transport_options": options}
    login = _login(servers)
    if servers.scheme == "sentinel":
        address = ";".join(f"sentinel://{login}{host}:{port}/{servers.database}" for host, port in servers.hosts)
        options |= {"master_name": servers.service, "sentinel_kwargs": dict(LIMITS)}
        return {"broker_url": address, "broker_transport_options": options}
    host, port = servers.hosts[0]
    options |= {"global_keyprefix": PREFIX, "seeds": servers.hosts}
    return {"broker_url": f"rediscluster://{login}{host}:{port}/0", "broker_transport_options": options}


def _single(url: str) -> str:
    """kombu's name for a Unix socket is `redis+socket://`; anything else it reads as redis-py does."""
    return url.replace("unix://", "redis+socket://", 1) if urlsplit(url).scheme == "unix" else url


def _login(servers: Servers) -> str:
    if not servers.password:
        return ""
    return f"{quote(servers.username or '', safe='')}:{quote(servers.password, safe='')}@"


class SlotConnection(redis.Connection):
    """A connection to the node that owns our slot, asked for at each connect.

    seeds: (host, port) pairs, any of which knows the cluster.
    """

    def __init__(self, *, seeds: Sequence[tuple[str, int]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._seeds = seeds

    def connect(self) -> None:
        """Finds the owner, connects to it. Raises redis.ConnectionError when no node answers."""
        self.host, self.port = self._owner()
        super().connect()

    def read_response(self, *args: Any, **kwargs: Any) -> Any:
        """The slot has moved or has no owner: kombu connects again, and `connect` asks who owns it now."""
        try:
            return super().read_response(*args, **kwargs)
        except (MovedError, AskError, ClusterDownError, TryAgainError, ReadOnlyError) as error:
            self.disconnect()
            raise redis.ConnectionError(f"the slot of {PREFIX} is not served here: {error}") from error

    def _owner(self) -> tuple[str, int]:
        slot = key_slot(PREFIX.encode())
        for host, port in self._seeds:
            try:
                ranges = self._ask(host, port, "CLUSTER SLOTS")
            except (redis.ConnectionError, redis.TimeoutError, ClusterDownError):
                continue
            for first, last, owner, *_ in ranges:
                if first <= slot <= last:
                    return owner[0].decode() or host, owner[1]
        raise redis.ConnectionError(f"no cluster node named in HUB_REDIS_URL knows who owns the slot of {PREFIX}")

    def _ask(self, host: str, port: int, command: str) -> Any:
        """The bare answer: what redis-py's client makes of it depends on the protocol's version."""
        node = redis.Connection(host=host, port=port, username=self.username, password=self.password, **LIMITS)
        try:
            node.send_command(*command.split())
            return node.read_response()
        finally:
            node.disconnect()


class ClusterChannel(Channel):
    """kombu's Redis channel on one slot of a cluster."""

    from_transport_options: Any = (*Channel.from_transport_options, "seeds")
    connection_class: Any = SlotConnection
    seeds: tuple[tuple[str, int], ...] = ()

    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:
        return super()._connparams(asynchronous) | {"seeds": self.seeds}


class ClusterTransport(Transport):
    """`rediscluster://`, see `broker`."""

    Channel = ClusterChannel
