import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createEndpoint, deleteEndpoint, getEndpointSecret } from "../src/index";
import { Webhook, WebhookVerificationError } from "../src/webhooks";
import { echo, until } from "./hub";

type Received = { body: string; headers: Record<string, string> };

const received: Received[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += String(piece);
  received.push({ body, headers: request.headers as Record<string, string> });
  response.writeHead(204).end();
});

let endpointId: string;

beforeEach(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  endpointId = (await createEndpoint({ url, event_types: ["job.succeeded"] })).id;
});

afterEach(async () => {
  await deleteEndpoint(endpointId);
  await new Promise((done) => server.close(done));
});

test("what the hub has sent is verified and typed, and what was changed on its way is not", async () => {
  const { data } = await getEndpointSecret(endpointId);
  const webhook = new Webhook(data[0]?.secret ?? "");
  const id = await echo({ message: "signed" });
  await until("it has come", () => received.length > 0);
  const { body, headers } = received[0] as Received;

  const event = webhook.verify(body, headers);

  expect(event.type).toBe("job.succeeded");
  if (event.type !== "job.succeeded") return;
  expect(event.data).toMatchObject({ id, status: "succeeded", output: { message: "signed" } });
  expect(() => webhook.verify(body.replace("signed", "forged"), headers)).toThrow(WebhookVerificationError);
});
