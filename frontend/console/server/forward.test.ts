// @vitest-environment node
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forward } from "./forward";
import { cookieOf, keepSession, openSession, type Session } from "./session";
import { changePassword, signIn, signOut } from "./signing";

type Seen = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

const ORIGIN = "http://console.test";
let hub: Server;
let seen: Seen[] = [];
let issued = 0;
let refreshTokens = new Set<string>();

beforeAll(async () => {
  hub = createServer((request, response) => void answer(request, response));
  await new Promise<void>((up) => hub.listen(0, "127.0.0.1", up));
  process.env.HUB_API_URL = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
  process.env.HUB_CONSOLE_SECRET = "a secret of more than thirty-two characters";
});

afterAll(async () => {
  hub.closeAllConnections();
  await new Promise((down) => hub.close(down));
});

beforeEach(() => {
  seen = [];
  refreshTokens = new Set(["hub_rt_first"]);
});

/** A small hub: refresh tokens are good once, and everything else tells what it was asked. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? "";
  let body = "";
  for await (const chunk of request) body += String(chunk);
  seen.push({ method: request.method ?? "", url, headers: request.headers, body });
  if (url === "/api/v1/operators/token" && body.includes("several"))
    return refuse(response, 422, "tenant_required");
  if (url === "/api/v1/operators/token") return tokens(response);
  if (url === "/api/v1/operators/refresh") {
    const { refresh_token: token } = JSON.parse(body) as { refresh_token: string };
    if (!refreshTokens.delete(token)) return refuse(response, 401, "invalid_refresh_token");
    return tokens(response);
  }
  if (url === "/api/v1/missing") return refuse(response, 404, "not_found");
  if (url === "/api/v1/revoked") return refuse(response, 401, "unauthenticated");
  if (request.headers["if-none-match"] === '"3"') return void response.writeHead(304, { ETag: '"3"' }).end();
  response.writeHead(200, {
    "Content-Type": "application/json",
    ETag: '"3"',
    "Set-Cookie": "hub=1",
    Connection: "close",
  });
  response.end(JSON.stringify({ token: request.headers.authorization, body }));
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "Content-Type": "application/problem+json" });
  response.end(JSON.stringify({ status, code, detail: "No.", tenants: ["acme", "demo"], request_id: "r-1" }));
}

function tokens(response: ServerResponse): void {
  issued += 1;
  refreshTokens.add(`hub_rt_${issued}`);
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  response.writeHead(200, { "Content-Type": "application/json" });
  const pair = { access_token: `access-${issued}`, refresh_token: `hub_rt_${issued}` };
  const ends = { access_expires_at: later(10), refresh_expires_at: later(60 * 24) };
  response.end(
    JSON.stringify({ ...pair, ...ends, role: "admin", tenant: { id: "tnt", name: "Acme", slug: "acme" } }),
  );
}

function session(changes: Partial<Session> = {}): Session {
  return {
    accessToken: "access-0",
    accessExpiresAt: Date.now() + 600_000,
    refreshToken: "hub_rt_first",
    refreshExpiresAt: Date.now() + 86_400_000,
    email: "ada@example.com",
    role: "admin",
    tenant: { id: "tnt", name: "Acme", slug: "acme" },
    ...changes,
  };
}

async function cookieFor(held: Session): Promise<string> {
  const kept = await keepSession(held, new Request(ORIGIN));
  return `theme=dark; ${kept.split(";")[0]}`;
}

async function call(path: string, init: RequestInit & { as?: Session | null } = {}): Promise<Response> {
  const { as = session(), ...rest } = init;
  const headers = new Headers({ "Sec-Fetch-Site": "same-origin", Host: "console.test" });
  new Headers(rest.headers).forEach((value, name) => headers.set(name, value));
  if (as) headers.set("Cookie", await cookieFor(as));
  return forward(new Request(ORIGIN + path, { ...rest, headers, duplex: "half" } as RequestInit));
}

async function kept(answer: Response): Promise<Session | null> {
  const set = answer.headers.get("Set-Cookie")?.split(";")[0] ?? null;
  return openSession(cookieOf(set));
}

test("the operator's token goes along and no cookie does", async () => {
  const answer = await call("/api/v1/jobs?limit=5&tag=a%2Fb");
  expect(await answer.json()).toEqual({ token: "Bearer access-0", body: "" });
  expect(seen[0]?.url).toBe("/api/v1/jobs?limit=5&tag=a%2Fb");
  expect(seen[0]?.headers.cookie).toBeUndefined();
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  expect(answer.headers.get("Connection")).toBeNull();
});

test("a body, its type and the idempotency key reach the hub as they were", async () => {
  const headers = {
    "Content-Type": "application/json",
    "Idempotency-Key": "k-1",
    Authorization: "Bearer mine",
  };
  const answer = await call("/api/v1/jobs", { method: "POST", headers, body: '{"a": 1}' });
  expect(await answer.json()).toEqual({ token: "Bearer access-0", body: '{"a": 1}' });
  expect(seen[0]?.headers["idempotency-key"]).toBe("k-1");
  expect(seen[0]?.headers["content-type"]).toBe("application/json");
});

test("etags go both ways", async () => {
  const first = await call("/api/v1/jobs/1");
  expect(first.headers.get("ETag")).toBe('"3"');
  const second = await call("/api/v1/jobs/1", { headers: { "If-None-Match": '"3"' } });
  expect(second.status).toBe(304);
});

test("the hub's problems are passed on", async () => {
  const answer = await call("/api/v1/missing");
  expect(answer.status).toBe(404);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ code: "not_found", request_id: "r-1" });
});

test("without a session the answer is 401 and the hub is not asked", async () => {
  const answer = await call("/api/v1/jobs", { as: null });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "unauthenticated" });
  expect(seen).toEqual([]);
});

test.each(["cross-site", "same-site", "none"])("a write from %s is refused", async (site) => {
  const answer = await call("/api/v1/jobs", {
    method: "POST",
    body: "{}",
    headers: { "Sec-Fetch-Site": site },
  });
  expect(answer.status).toBe(403);
  expect(seen).toEqual([]);
});

test.each([
  "/api/v1/operators/token",
  "/api/v1/operators/%74oken",
  "/api/v1/operators/%2574oken",
  "/api/v1/operators%2Frefresh/",
  "/api/v1/operators//password",
  "/api/v1/operators%5Caccept-invite",
  "/api/v1/jobs/%252e%252e/operators/sign-out",
  "/api/v1/%zz/%2e%2e%2Foperators/Token",
])("tokens are never handed to the browser, however their address is written: %s", async (path) => {
  const answer = await call(path, { method: "POST", body: "{}" });
  expect(answer.status).toBe(404);
  expect(seen).toEqual([]);
});

test("an encoded part of a path reaches the hub as it was", async () => {
  await call("/api/v1/event-types/order%2Fpaid%25?tag=%2574");
  expect(seen[0]?.url).toBe("/api/v1/event-types/order%2Fpaid%25?tag=%2574");
});

test.each(["GET", "POST"])(
  "a %s of a page that another tab has left for a second tenant is refused",
  async (method) => {
    const other = session({ tenant: { id: "tnt_2", name: "Second", slug: "second" } });
    const headers = { "X-Page-Tenant": "tnt" };
    const body = method === "POST" ? "{}" : undefined;
    const refused = await call("/api/v1/endpoints", { method, body, headers, as: other });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: "other_tenant",
      detail: expect.stringContaining("Second"),
    });
    expect(seen).toEqual([]);

    expect((await call("/api/v1/endpoints", { method, body, headers })).status).toBe(200);
    expect(seen[0]?.headers["x-page-tenant"]).toBeUndefined();
  },
);

test("nor does such a page change the password of whoever is signed in now", async () => {
  const headers = {
    "Sec-Fetch-Site": "same-origin",
    "X-Page-Tenant": "tnt_2",
    Cookie: await cookieFor(session()),
  };
  const request = new Request(`${ORIGIN}/session/password`, { method: "POST", body: "{}", headers });
  expect((await changePassword(request)).status).toBe(409);
  expect(seen).toEqual([]);
});

test("unknown methods are refused", async () => {
  expect((await call("/api/v1/jobs", { method: "OPTIONS" })).status).toBe(405);
});

test("requests that come at once share one refresh, and a late one with the old cookie gets its result", async () => {
  const old = session({ refreshToken: "hub_rt_first", accessExpiresAt: Date.now() - 1 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => call("/api/v1/jobs", { as: old })));
  const late = await call("/api/v1/jobs", { as: old });
  expect(seen.filter(({ url }) => url.endsWith("/refresh"))).toHaveLength(1);
  const news = await Promise.all([...answers, late].map(kept));
  expect(new Set(news.map((each) => each?.refreshToken)).size).toBe(1);
  expect(await late.json()).toMatchObject({ token: `Bearer ${news[0]?.accessToken}` });
});

test("a refresh that is refused ends the session", async () => {
  const answer = await call("/api/v1/jobs", {
    as: session({ refreshToken: "hub_rt_spent", accessExpiresAt: 0 }),
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
});

test("a token that the hub revoked ends the session", async () => {
  const answer = await call("/api/v1/revoked");
  expect(answer.status).toBe(401);
  expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
});

test("a hub that is away is a 502 with words, and the session stays", async () => {
  const url = process.env.HUB_API_URL;
  process.env.HUB_API_URL = "http://127.0.0.1:1";
  try {
    const answer = await call("/api/v1/jobs");
    expect(answer.status).toBe(502);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect(await answer.json()).toMatchObject({ code: "hub_unreachable" });
    expect(
      (await call("/api/v1/jobs", { as: session({ refreshToken: "t", accessExpiresAt: 0 }) })).status,
    ).toBe(502);
  } finally {
    process.env.HUB_API_URL = url;
  }
});

function post(body: unknown, headers: Record<string, string> = { "Sec-Fetch-Site": "same-origin" }): Request {
  return new Request(`${ORIGIN}/session`, { method: "POST", body: JSON.stringify(body), headers });
}

test("signing in keeps the tokens in a cookie that scripts cannot read", async () => {
  const answer = await signIn(post({ email: "ada@example.com", password: "x" }));
  expect(answer.status).toBe(204);
  expect(answer.headers.get("Set-Cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  expect(answer.headers.get("Set-Cookie")).not.toContain("Secure");
  expect(await kept(answer)).toMatchObject({ email: "ada@example.com", tenant: { slug: "acme" } });
});

test("behind https the cookie is for https only", async () => {
  const headers = { "Sec-Fetch-Site": "same-origin", "X-Forwarded-Proto": "https" };
  expect((await signIn(post({ email: "a" }, headers))).headers.get("Set-Cookie")).toContain("Secure");
});

test("who belongs to several tenants is told which", async () => {
  const answer = await signIn(post({ email: "several@example.com" }));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "tenant_required", tenants: ["acme", "demo"] });
});

test("another site can neither sign in nor out", async () => {
  const headers = { Origin: "https://evil.test", Host: "console.test" };
  expect((await signIn(post({}, headers))).status).toBe(403);
  const request = new Request(`${ORIGIN}/session`, { method: "DELETE", headers });
  expect((await signOut(request)).status).toBe(403);
});

test("signing out ends the chain at the hub, and late requests do not revive it", async () => {
  const held = session({ refreshToken: "hub_rt_leaving" });
  const headers = { "Sec-Fetch-Site": "same-origin", Cookie: await cookieFor(held) };
  const answer = await signOut(new Request(`${ORIGIN}/session`, { method: "DELETE", headers }));
  expect(answer.status).toBe(204);
  expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
  expect(seen[0]).toMatchObject({
    url: "/api/v1/operators/sign-out",
    body: '{"refresh_token":"hub_rt_leaving"}',
  });
  expect((await call("/api/v1/jobs", { as: held })).status).toBe(401);
});
