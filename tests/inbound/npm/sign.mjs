// Signs and verifies with the vendors' own packages. Standard input: {secret, shopify: [body]}, written as JSON.
// Standard output: {github: [{event, body, signature}], shopify: [{body, signature, verified}]}; bodies as they are sent.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Webhooks } from "@octokit/webhooks";
import "@shopify/shopify-api/adapters/node";
import { shopifyApi } from "@shopify/shopify-api";
import { createSHA256HMAC } from "@shopify/shopify-api/runtime";

const given = JSON.parse(readFileSync(0, "utf8"));
const examples = createRequire(import.meta.url)("@octokit/webhooks-examples");

const webhooks = new Webhooks({ secret: given.secret });
const github = [];
for (const { name, examples: payloads } of examples) {
  for (const payload of payloads) {
    const body = JSON.stringify(payload);
    github.push({ event: name, body, signature: await webhooks.sign(body) });
  }
}

const api = shopifyApi({
  apiKey: "key",
  apiSecretKey: given.secret,
  apiVersion: "2025-10",
  hostName: "hub.example.com",
  isEmbeddedApp: false,
  logger: { level: 0, log: () => undefined },
});
const shopify = [];
for (const body of given.shopify) {
  const signature = await createSHA256HMAC(given.secret, body);
  const headers = {
    "x-shopify-hmac-sha256": signature,
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": "a.myshopify.com",
    "x-shopify-api-version": "2025-10",
    "x-shopify-webhook-id": "b54557e4",
  };
  const found = await api.webhooks.validate({ rawBody: body, rawRequest: { headers }, rawResponse: {} });
  shopify.push({ body, signature, verified: found.valid });
}

process.stdout.write(JSON.stringify({ github, shopify }));
