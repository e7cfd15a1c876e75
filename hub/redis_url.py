"""One reading of HUB_REDIS_URL for everybody: single server, Sentinel, Cluster.

`redis://` `rediss://` `unix://`          one server
`sentinel://h1:26379,h2:26379/0?service=mymaster[&password=…]`
`redis+cluster://h1:6379,h2:6379`
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import redis
from redis.cluster import ClusterNode, RedisCluster
from redis.sentinel import Sentinel

DEFAULT_PORT = {"sentinel": 26379, "redis+cluster": 6379}


@dataclass(frozen=True)
class Servers:
    """A Sentinel or Cluster URL taken apart. hosts: (name, port) pairs, at least one."""

    scheme: str
    hosts: tuple[tuple[str, int], ...]
    username: str | None
    password: str | None
    database: int
    service: str


def parse(url: str) -> Servers | None:
    """The servers of a Sentinel or Cluster URL; None for a plain one, which redis-py reads itself."""
    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORT:
        return None
    credentials, _, addresses = parts.netloc.rpartition("@")
    username, _, password = credentials.partition(":")
    query = parse_qs(parts.query)
    hosts = []
    for address in addresses.split(","):
        name, _, port = address.partition(":")
        hosts.append((name, int(port or DEFAULT_PORT[parts.scheme])))
    return Servers(
        scheme=parts.scheme,
        hosts=tuple(hosts),
        username=unquote(username) or None,
        password=unquote(password) or None,
        database=int(parts.path.strip("/") or 0),
        service=query.get("service", ["mymaster"])[0],
    )


def connect(url: str, *, timeout_s: float) -> redis.Redis:
    """A client that connects at first use and gives up after `timeout_s` per step."""
    servers = parse(url)
    limits: dict[str, Any] = {"socket_timeout": timeout_s, "socket_connect_timeout": timeout_s}
    if servers is None:
        return redis.Redis.from_url(url, **limits)
    login: dict[str, Any] = {"username": servers.username, "password": servers.password}
    if servers.scheme == "sentinel":
        sentinel = Sentinel(list(servers.hosts), **limits)
        return sentinel.master_for(servers.service, db=servers.database, **login, **limits)
    nodes = [ClusterNode(name, port) for name, port in servers.hosts]
    return RedisCluster(startup_nodes=nodes, **login, **limits)  # type: ignore[return-value]
