import { configureHub } from "@hub/client";
import { HubProvider } from "@hub/client/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Submit } from "./submit";

const CONNECTION = { id: "con_1", name: "ERP", connector: "erp", health: "ok", disabled_at: null };
const OPERATION = {
  name: "order.create",
  title: "Create an order",
  description: "",
  writes: true,
  safety: "by_key",
  output: {},
  examples: [],
  input: { type: "object", properties: { customer: { type: "string", title: "Customer" } } },
};
const JOB = {
  id: "job_1",
  status: "succeeded",
  version: 3,
  connection_id: "con_1",
  connector: "erp",
  operation: "order.create",
  input: { customer: "Ada" },
  priority: 5,
  timeout_s: 30,
  max_runs: 6,
  runs: 1,
  tags: [],
  metadata: {},
  concurrency_key: null,
  concurrency_limit: 1,
  run_at: null,
  expires_at: null,
  output: null,
  error: null,
  created_at: "2026-01-01T00:00:00Z",
  finished_at: "2026-01-01T00:00:01Z",
};
const KNOWN: Record<string, object> = {
  "/api/v1/connections": { data: [CONNECTION], next_cursor: null },
  "/api/v1/connections/con_1": CONNECTION,
  "/api/v1/connections/con_1/operations": { data: [OPERATION], next_cursor: null },
  "/api/v1/connections/con_1/operations/order.create": OPERATION,
  "/api/v1/jobs/job_1": JOB,
};

let server: Server;

beforeEach(async () => {
  server = createServer((request, response) => {
    const found = KNOWN[new URL(request.url ?? "/", "http://hub").pathname];
    const missing = { code: "not_found", title: "Not Found", detail: "There is no job with this id." };
    response
      .writeHead(found ? 200 : 404, { "Content-Type": "application/json" })
      .end(JSON.stringify(found ?? missing));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  configureHub({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  configureHub({ baseUrl: "" });
});

function show(address: string) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <HubProvider getTicket={() => Promise.reject(new Error("no stream"))}>
        <NuqsTestingAdapter searchParams={address} hasMemory>
          <Submit />
        </NuqsTestingAdapter>
      </HubProvider>
    </QueryClientProvider>,
  );
}

test("a job to make another like that is not to be had is said", async () => {
  show("?like=job_9");

  expect(await screen.findByText("There is no job with this id.")).toBeVisible();
});

test("a job to watch that is not to be had is said, and not taken for a hub that does not answer", async () => {
  show("?job=job_9");

  expect((await screen.findAllByText("There is no job with this id.")).length).toBeGreaterThan(0);
  expect(screen.queryByText(/does not answer/)).toBeNull();
  expect(screen.queryByText("Stale")).toBeNull();
});

test("another like the watched one is filled in like it, also after the page was loaded anew", async () => {
  show("?connection=con_1&operation=order.create&job=job_1");
  expect(await screen.findByLabelText(/^Customer/, {}, { timeout: 15_000 })).toHaveValue("");

  await userEvent.click(await screen.findByRole("button", { name: "Submit another like this" }));

  expect(await screen.findByDisplayValue("Ada")).toBeVisible();
});
