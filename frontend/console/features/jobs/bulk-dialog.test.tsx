import { configureHub } from "@hub/client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { BulkDialog } from "./bulk-dialog";

type Sent = { action: string; dry_run?: boolean; reason?: string; filter: Record<string, unknown> };

const NONE = {
  search: null,
  status: null,
  connection_id: null,
  operation: null,
  tag: null,
  batch_id: null,
  created: null,
};
const BULK = { id: "blk_1", action: "retry", state: "running", total: 3, done: 0, skipped: 0 };
const COUNT = {
  connection_id: "con_1",
  operation: "order.create",
  status: "failed",
  category: "auth",
  count: 3,
};

let server: Server;
let sent: Sent[];
let total: number;

beforeEach(async () => {
  sent = [];
  total = 3;
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      const answer = answerTo(`${request.method} ${request.url?.split("?")[0]}`, text);
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  configureHub({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

function answerTo(call: string, text: string): object {
  if (call === "POST /api/v1/bulk-actions") {
    const body = JSON.parse(text) as Sent;
    sent.push(body);
    const counts = total > 0 ? [{ ...COUNT, count: total }] : [];
    return body.dry_run ? { total, counts, sample: [], complete: true } : BULK;
  }
  if (call === "GET /api/v1/bulk-actions/blk_1") return { ...BULK, state: "finished", done: 2, skipped: 1 };
  return { data: [{ id: "con_1", name: "Shop" }], next_cursor: null };
}

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  configureHub({ baseUrl: "" });
});

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BulkDialog verb="retry" chosen={{ ...NONE, tag: "night" }} onClose={() => {}} onStarted={() => {}} />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test("exactly what was counted is done, with the reason, and its course is shown to its end", async () => {
  const user = show();

  const confirm = await screen.findByRole("button", { name: "Retry 3 jobs" });
  expect(await screen.findByRole("cell", { name: "Shop" })).toBeVisible();
  await user.type(screen.getByLabelText(/^Why/), "token renewed");
  await user.click(confirm);
  await waitFor(() => expect(screen.getByText("finished")).toBeVisible());

  expect(screen.getByText(/2 done · 1 skipped/)).toBeVisible();
  expect(sent.map((body) => body.dry_run ?? false)).toEqual([true, false]);
  expect(sent[1]?.filter).toEqual(sent[0]?.filter);
  expect(sent[1]).toMatchObject({ action: "retry", reason: "token renewed", filter: { tag: "night" } });
  expect(sent[1]?.filter.created_before).toEqual(expect.any(String));
});

test("with nothing to do nothing can be started", async () => {
  total = 0;
  show();

  expect(await screen.findByText(/No job that matches/)).toBeVisible();

  expect(screen.getByRole("button", { name: "Retry 0 jobs" })).toBeDisabled();
});
