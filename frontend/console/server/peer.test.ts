// @vitest-environment node
import { createServer, request as ask, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chainOf, forwardedFor, networks, notePeers } from "./peer";

const NONE = networks([]);
const PROXIES = networks(["10.0.0.0/8", "2001:db8::/32", "192.0.2.80"]);

test.each([
  ["a browser's own word counts for nothing", "203.0.113.9", "198.51.100.1", NONE, "203.0.113.9"],
  ["nor behind somebody else's proxy", "203.0.113.9", "198.51.100.1", PROXIES, "203.0.113.9"],
  [
    "a trusted proxy's is kept",
    "10.0.0.1",
    "1.1.1.1, 198.51.100.1",
    PROXIES,
    "1.1.1.1, 198.51.100.1, 10.0.0.1",
  ],
  ["also by IPv6", "2001:db8::1", "198.51.100.1", PROXIES, "198.51.100.1, 2001:db8::1"],
  ["or by a single address", "192.0.2.80", "198.51.100.1", PROXIES, "198.51.100.1, 192.0.2.80"],
  ["IPv4 within IPv6 is IPv4", "::ffff:10.0.0.1", "198.51.100.1", PROXIES, "198.51.100.1, ::ffff:10.0.0.1"],
  ["a proxy that says nothing", "10.0.0.1", undefined, PROXIES, "10.0.0.1"],
  ["zones stay here", "fe80::1%eth0", "198.51.100.1", PROXIES, "fe80::1"],
  ["a socket without an address", undefined, "198.51.100.1", PROXIES, null],
])("%s", (_, peer, came, trusted, chain) => {
  expect(chainOf(peer, came, trusted)).toBe(chain);
});

test.each(["proxy.example.com", "10.0.0.0/99", "*"])("%s is no network", (text) => {
  expect(() => networks([text])).toThrow();
});

let server: Server;
let seen: Record<string, string>;

beforeAll(async () => {
  notePeers();
  server = createServer((request: IncomingMessage, response) => {
    const headers = new Headers(request.headers as Record<string, string>);
    seen = forwardedFor(new Request("http://console.test", { headers }));
    response.end();
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
});

afterAll(() => new Promise((down) => server.close(down)));

test("a server's requests carry whom they are from, whatever they say themselves", async () => {
  const { port } = server.address() as AddressInfo;
  const headers = { "X-Forwarded-For": "198.51.100.1", Connection: "close" };
  await new Promise((done) => ask({ port, host: "127.0.0.1", headers }, done).end());

  expect(seen).toEqual({ "X-Forwarded-For": "127.0.0.1" });
});

test("without the note nothing is passed on", () => {
  const headers = { "X-Forwarded-For": "198.51.100.1" };
  expect(forwardedFor(new Request("http://console.test", { headers }))).toEqual({});
});
