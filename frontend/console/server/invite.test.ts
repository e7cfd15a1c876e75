// @vitest-environment node
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forward } from "./forward";
import { openSession } from "./session";
import { acceptInvite } from "./signing";

const ORIGIN = "http://console.test";
let hub: Server;

beforeAll(async () => {
  hub = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      const refused = body.includes("hub_inv_used");
      response.writeHead(refused ? 401 : 200, { "Content-Type": "application/json", Connection: "close" });
      response.end(JSON.stringify(refused ? { code: "invalid_invite" } : answer(request.url ?? "")));
    });
  });
  await new Promise<void>((up) => hub.listen(0, "127.0.0.1", up));
  process.env.HUB_API_URL = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
  process.env.HUB_CONSOLE_SECRET = "a secret of more than thirty-two characters";
});

afterAll(async () => {
  hub.closeAllConnections();
  await new Promise((down) => hub.close(down));
});

function answer(url: string) {
  if (url === "/api/v1/me") return { name: "ada@example.com" };
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const tokens = {
    access_token: "a",
    access_expires_at: later,
    refresh_token: "r",
    refresh_expires_at: later,
  };
  return { ...tokens, role: "operator", tenant: { id: "tnt", name: "Acme", slug: "acme" } };
}

function accepting(token: string, origin = ORIGIN): Request {
  return new Request(`${ORIGIN}/session/invite`, {
    method: "POST",
    headers: { Origin: origin, Host: "console.test", "Content-Type": "application/json" },
    body: JSON.stringify({ token, password: "correct horse battery" }),
  });
}

test("an accepted invite is a session, and its tokens are in the cookie only", async () => {
  const accepted = await acceptInvite(accepting("hub_inv_good"));

  expect(accepted.status).toBe(204);
  const sealed = /hub_session=([^;]+)/.exec(accepted.headers.get("Set-Cookie") ?? "")?.[1];
  expect(await openSession(sealed)).toMatchObject({ email: "ada@example.com", role: "operator" });
});

test("an invite that is used up gives no session", async () => {
  const refused = await acceptInvite(accepting("hub_inv_used"));

  expect(refused.status).toBe(401);
  expect(refused.headers.get("Set-Cookie")).toBeNull();
});

test("another site cannot accept an invite here", async () => {
  expect((await acceptInvite(accepting("hub_inv_good", "https://evil.example"))).status).toBe(403);
});

test.each(["accept-invite", "password"])(
  "answers with tokens do not pass the forwarder: %s",
  async (name) => {
    const request = new Request(`${ORIGIN}/api/v1/operators/${name}`, {
      method: "POST",
      headers: { Origin: ORIGIN },
    });
    expect((await forward(request)).status).toBe(404);
  },
);
