import { configureHub } from "@hub/client";
import { focusManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ReactNode } from "react";
import { useDeliveryList } from "./use-delivery-list";

type Row = { id: string; status: string };

let server: Server;
let known: Row[];
let asked: string[];

/* As the API answers: newest first, by state, and one by its id. */
function answer(url: URL): object | undefined {
  const id = url.pathname.split("/deliveries/")[1];
  if (id) return known.find((row) => row.id === id);
  const status = url.searchParams.get("status");
  const matching = known.filter((row) => status === null || row.status === status);
  return { data: matching.slice(0, Number(url.searchParams.get("limit"))), next_cursor: null };
}

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://hub");
    asked.push(url.pathname);
    const found = answer(url);
    response
      .writeHead(found ? 200 : 404, { "Content-Type": "application/json" })
      .end(JSON.stringify(found ?? { code: "not_found", title: "Not found", detail: "Gone." }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  configureHub({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

afterEach(async () => {
  focusManager.setFocused(undefined);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  configureHub({ baseUrl: "" });
});

function numbered(count: number, status: string): Row[] {
  return Array.from({ length: count }, (_, place) => ({ id: `dlv_${999 - place}`, status }));
}

function show(client: QueryClient) {
  return renderHook(() => useDeliveryList({ status: ["pending"] }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
}

/** Somebody comes back to the tab: what is asked for regularly is asked for at once. */
function comeBack() {
  act(() => {
    focusManager.setFocused(false);
    focusManager.setFocused(true);
  });
}

const states = (rows: { status: string }[]) => [...new Set(rows.map((row) => row.status))];

test("rows in view that have left the filter say what became of them", async () => {
  known = numbered(135, "pending");
  const { result } = show(new QueryClient());
  await waitFor(() => expect(result.current.rows).toHaveLength(135));
  result.current.onShown(100, 134);

  known = numbered(135, "delivered");
  comeBack();

  await waitFor(() => expect(states(result.current.rows.slice(100))).toEqual(["delivered"]));
  expect(result.current.rows).toHaveLength(135);
  result.current.onShown(0, 99);
  comeBack();
  await waitFor(() => expect(states(result.current.rows)).toEqual(["delivered"]));
});

test("only rows that can still change, and that the newest page does not tell of, are asked for by name", async () => {
  known = numbered(3, "pending");
  const { result } = show(new QueryClient());
  await waitFor(() => expect(result.current.rows).toHaveLength(3));
  result.current.onShown(0, 2);

  known = known.map((row, place) => (place === 1 ? { ...row, status: "dead" } : row));
  comeBack();
  await waitFor(() => expect(result.current.rows[1]?.status).toBe("dead"));
  comeBack();
  await waitFor(() => expect(asked.filter((path) => path.endsWith("/deliveries")).length).toBeGreaterThan(3));

  expect(asked.filter((path) => path.includes("/deliveries/"))).toEqual(["/api/v1/deliveries/dlv_998"]);
});

test("who comes back to the list is shown it as it is by then", async () => {
  known = numbered(3, "pending");
  const client = new QueryClient();
  const first = show(client);
  await waitFor(() => expect(first.result.current.rows).toHaveLength(3));
  first.unmount();
  await waitFor(() => expect(client.getQueryCache().findAll({ queryKey: ["infinite"] })).toEqual([]));

  known = numbered(3, "delivered");
  const { result } = show(client);

  await waitFor(() => expect(result.current.list.isSuccess).toBe(true));
  expect(result.current.rows).toEqual([]);
});
