import { configureHub, type OperationOut } from "@hub/client";
import { onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { NOTHING } from "./advanced";
import { JobForm } from "./job-form";

type Heard = { key: string | undefined; body: { input: Record<string, unknown>; tags?: string[] } };
type Answer = { status: number; body: object };

const OPERATION = {
  name: "order.create",
  title: "Create an order",
  description: "",
  writes: true,
  safety: "by_key",
  output: {},
  examples: [{ customer: "C-1" }],
  input: {
    type: "object",
    required: ["customer"],
    properties: {
      customer: { type: "string", title: "Customer" },
      amount: { type: "number", title: "Amount", minimum: 0 },
    },
  },
} as OperationOut;

let server: Server;
let heard: Heard[];
let answers: Answer[];

beforeEach(async () => {
  heard = [];
  server = createServer((request, response) => {
    // What else the page asks for, such as who is signed in, is not told here.
    if (request.method !== "POST") return void response.writeHead(404).end();
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      heard.push({ key: request.headers["idempotency-key"] as string | undefined, body: JSON.parse(text) });
      const answer = answers.shift() ?? { status: 202, body: { id: "job_1" } };
      response
        .writeHead(answer.status, { "Content-Type": "application/json" })
        .end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  configureHub({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  configureHub({ baseUrl: "" });
});

async function show(onAccepted: (id: string) => void = () => {}) {
  const client = new QueryClient({ defaultOptions: { mutations: { retryDelay: 10 } } });
  render(
    <QueryClientProvider client={client}>
      <JobForm
        connectionId="con_1"
        operation={OPERATION}
        initial={{ input: {}, advanced: NOTHING }}
        onAccepted={onAccepted}
      />
    </QueryClientProvider>,
  );
  // The form's code comes when it is needed.
  await screen.findByLabelText("Customer", {}, { timeout: 15_000 });
  return userEvent.setup();
}

const submit = () => screen.getByRole("button", { name: "Submit" });

test("what the schema refuses is said at the field and not sent", async () => {
  const user = await show();

  await user.type(screen.getByLabelText(/^Amount/), "-1");
  await user.click(submit());

  expect(screen.getByLabelText("Customer")).toBeInvalid();
  expect(screen.getByLabelText(/^Amount/)).toHaveAccessibleDescription(/At least 0\./);
  expect(heard).toEqual([]);
});

test("a whole number that would be changed on the way is said at the field and not sent", async () => {
  answers = [];
  const user = await show();

  await user.type(screen.getByLabelText("Customer"), "A");
  await user.type(screen.getByLabelText(/^Amount/), "12345678901234567890");
  await user.click(submit());

  expect(screen.getByLabelText(/^Amount/)).toHaveAccessibleDescription(/Whole numbers beyond/);
  expect(heard).toEqual([]);
});

test("what the hub refuses is said at the field until the field is changed", async () => {
  answers = [
    {
      status: 422,
      body: {
        code: "invalid_input",
        title: "Unprocessable",
        detail: "No such customer.",
        errors: [{ code: "invalid_input", field: "body.input.customer", detail: "No such customer." }],
      },
    },
  ];
  const user = await show();

  await user.type(screen.getByLabelText("Customer"), "X");
  await user.click(submit());
  await waitFor(() =>
    expect(screen.getByLabelText("Customer")).toHaveAccessibleDescription(/No such customer\./),
  );
  await user.type(screen.getByLabelText("Customer"), "Y");

  expect(screen.getByLabelText("Customer")).toBeValid();
});

test("a lost answer is asked for again with the same key, another input with another", async () => {
  answers = [
    { status: 503, body: { code: "unavailable", title: "Unavailable", detail: "Later." } },
    { status: 409, body: { code: "conflict", title: "Conflict", detail: "No." } },
  ];
  const accepted: string[] = [];
  const user = await show((id) => accepted.push(id));

  await user.type(screen.getByLabelText("Customer"), "A");
  await user.click(submit());
  await waitFor(() => expect(heard).toHaveLength(2));
  await waitFor(() => expect(submit()).toBeEnabled());
  await user.type(screen.getByLabelText("Customer"), "B");
  await user.click(submit());
  await waitFor(() => expect(accepted).toEqual(["job_1"]));

  expect(heard[1]?.key).toBe(heard[0]?.key);
  expect(heard[2]?.key).not.toBe(heard[0]?.key);
  expect(heard[2]?.body.input).toEqual({ customer: "AB" });
});

test("what is submitted offline says that it waits, and is sent once", async () => {
  answers = [];
  const user = await show();
  await user.type(screen.getByLabelText("Customer"), "A");
  act(() => onlineManager.setOnline(false));

  await user.click(submit());
  expect(await screen.findByText(/^You are offline/)).toBeVisible();
  expect(heard).toEqual([]);
  act(() => onlineManager.setOnline(true));

  await waitFor(() => expect(heard).toHaveLength(1));
  await waitFor(() => expect(screen.queryByText(/^You are offline/)).toBeNull());
});

test("the JSON is the same input as the form, and what is no JSON is not sent", async () => {
  answers = [];
  const user = await show();
  await user.type(screen.getByLabelText("Customer"), "A");

  await user.click(screen.getByRole("button", { name: "JSON" }));
  const text = screen.getByLabelText(/Input as JSON/);
  expect(text).toHaveValue('{\n  "customer": "A"\n}');
  await user.clear(text);
  await user.type(text, "{{oops");
  await user.click(submit());

  expect(screen.getByLabelText(/Input as JSON/)).toBeInvalid();
  expect(heard).toEqual([]);
});
