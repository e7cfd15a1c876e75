// Verifies requests with npm's standardwebhooks. Standard input: [{secret, headers, body (base64)}], written as JSON.
// Standard output: one verdict for each: "ok", or why not.
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";

function verdict({ secret, headers, body }) {
  const text = Buffer.from(body, "base64").toString("utf8");
  try {
    const read = new Webhook(secret).verify(text, headers);
    return JSON.stringify(read) === JSON.stringify(JSON.parse(text)) ? "ok" : "read differently";
  } catch (error) {
    return error.message;
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(verdict)));
