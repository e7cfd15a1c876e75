import { createHmac } from "node:crypto";
import { api, facts, receiverAnswers, until } from "./hub";

type Made = { id: string };

/** What `seed` has made; ids for the pages that show one thing. */
export type Seeded = {
  connection: string;
  job: string;
  endpoint: string;
  delivery: string;
  attempt: string;
  replay: string;
  source: string;
};

const CUSTOMERS = [
  "Ada Lovelace",
  "Grace Hopper",
  "Jorge Luis Borges",
  "Hedy Lamarr",
  "Katherine Johnson",
  "Zoë Ångström",
];

/** A shop's tenant on an ordinary Tuesday: two systems, four receivers of which one is down, orders, and what came in. */
export async function seed(): Promise<Seeded> {
  const { url, database, username, password } = facts.tryton;
  const tryton = { connector: "tryton", base_url: url, config: { database } };
  const erp = await api<Made>("POST", "/connections", {
    ...tryton,
    name: "Tryton (orders)",
    credentials: { username, password },
  });
  const broken = await api<Made>("POST", "/connections", {
    ...tryton,
    name: "Old warehouse",
    credentials: { username, password: "changed last week" },
  });
  await api("POST", `/connections/${broken.id}/check`);
  const endpoint = await endpoints();
  await moreOfTheTenant(erp.id);
  const job = await jobs(erp.id);
  const source = await inbound();
  const delivery = await until("a delivery has died", async () => {
    const { data } = await api<{ data: Made[] }>(
      "GET",
      `/deliveries?status=dead&endpoint_id=${endpoint}&limit=1`,
    );
    return data[0]?.id;
  });
  const attempts = await api<{ data: Made[] }>("GET", `/deliveries/${delivery}/attempts`);
  const replay = await api<Made>("POST", "/replays", {
    filter: { endpoint_id: endpoint, status: "dead" },
    reason: "Billing was down during its move to the new cluster",
    per_s: 2,
  });
  return {
    connection: broken.id,
    job,
    endpoint,
    delivery,
    attempt: attempts.data[0]?.id ?? "",
    replay: replay.id,
    source,
  };
}

/** Returns the one that fails. */
async function endpoints(): Promise<string> {
  const all = { event_types: ["job.*"], timeout_s: 5 };
  await api("POST", "/endpoints", {
    ...all,
    url: await receiverAnswers("/warehouse", 200),
    description: "Warehouse: pick lists",
  });
  await api("POST", "/endpoints", {
    ...all,
    url: await receiverAnswers("/crm", 200),
    description: "CRM: customer timeline",
    event_types: ["job.succeeded", "job.failed"],
    ordered: true,
  });
  const paused = await api<Made>("POST", "/endpoints", {
    ...all,
    url: await receiverAnswers("/analytics", 200),
    description: "Analytics",
    rate_per_s: 50,
  });
  await api("POST", `/endpoints/${paused.id}/pause`);
  const failing = await api<Made>("POST", "/endpoints", {
    ...all,
    url: await receiverAnswers("/billing", 503),
    description: "Billing: invoices",
    event_types: ["job.succeeded"],
    retry_schedule_s: [],
  });
  return failing.id;
}

/** Returns a finished order. */
async function jobs(erp: string): Promise<string> {
  const echoed = Array.from({ length: 240 }, (_, place) => ({
    connection_id: facts.echo,
    operation: "echo",
    input: { message: { order: `SO-${1000 + place}`, customer: CUSTOMERS[place % CUSTOMERS.length] } },
    tags: [place % 3 ? "shop" : "marketplace"],
    metadata: { cart: 7000 + place },
  }));
  await api("POST", "/jobs/batch", { jobs: echoed });
  for (const fail of ["validation", "permission", "not_found", "conflict"]) {
    await api("POST", "/jobs", {
      connection_id: facts.echo,
      operation: "echo",
      input: { message: "refused", fail },
    });
  }
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await api("POST", "/jobs", {
    connection_id: facts.echo,
    operation: "echo",
    input: { message: "later" },
    run_at: tomorrow,
  });
  const name = "Ada Lovelace";
  const made = await api<Made>("POST", "/jobs", {
    connection_id: erp,
    operation: "customer.create",
    input: { name },
  });
  await until("the customer is in the ERP", async () => {
    const { status } = await api<{ status: string }>("GET", `/jobs/${made.id}`);
    return status === "succeeded";
  });
  return made.id;
}

/** Returns a source with requests that were taken and one that was refused. */
async function inbound(): Promise<string> {
  const secret = "a secret that the shop knows";
  const source = await api<{ id: string; address: string }>("POST", "/sources", {
    name: "shop",
    preset: "github",
    secret,
    description: "Orders of the shop",
  });
  for (const number of [1, 2, 3]) {
    const body = JSON.stringify({ action: "opened", order: { id: number, total: "49.90" } });
    const signed = createHmac("sha256", number === 3 ? "another secret" : secret)
      .update(body)
      .digest("hex");
    await fetch(source.address, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-GitHub-Event": "orders",
        "X-GitHub-Delivery": `delivery-${number}`,
        "X-Hub-Signature-256": `sha256=${signed}`,
      },
      body,
    });
  }
  return source.id;
}

async function moreOfTheTenant(erp: string): Promise<void> {
  await api("POST", "/event-types", {
    name: "order.paid",
    description: "An order was paid in full",
    data_schema: { type: "object", required: ["order"], properties: { order: { type: "string" } } },
    examples: [{ order: "SO-1001" }],
  });
  await api("POST", "/keys", { name: "shop backend", scopes: ["jobs:write", "jobs:read"] });
  await api("POST", "/operators", { email: "grace@example.com", role: "operator" });
  await api("POST", "/schedules", {
    name: "nightly stock",
    connection_id: erp,
    operation: "product.find",
    input: { code: "WIDGET" },
    cron: "0 3 * * *",
    timezone: "Europe/Berlin",
  });
}
