import type { ExchangeOut, ExchangeSideOut } from "@hub/client";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { whyNoExchanges } from "./exchange-words";
import { Exchanges } from "./exchanges";

const side = (changes: Partial<ExchangeSideOut> = {}): ExchangeSideOut => ({
  headers: [
    { name: "content-type", value: "application/json" },
    { name: "authorization", value: null },
  ],
  content_type: "application/json",
  bytes: 20,
  body: '{"name":"Ada"}',
  truncated: false,
  ...changes,
});

const exchange = (changes: Partial<ExchangeOut> = {}): ExchangeOut => ({
  at: "2026-11-21T09:30:00Z",
  method: "POST",
  host: "erp.example.com",
  path: "/api/orders",
  status: 201,
  error: null,
  duration_ms: 84.2,
  request_id: "req-1",
  confidential: false,
  request: side(),
  response: side({ body: "<p>made</p>" }),
  ...changes,
});

test("an exchange unfolds to its request and its answer", async () => {
  render(<Exchanges exchanges={[exchange()]} leftOut={0} openLast={false} />);
  const line = screen.getByRole("button", { name: /POST \/api\/orders.*201.*84 ms/ });
  expect(screen.queryByText("Request")).not.toBeInTheDocument();

  await userEvent.click(line);

  expect(line).toHaveAttribute("aria-expanded", "true");
  expect(screen.getByRole("region", { name: "request 1" })).toHaveTextContent('name:"Ada"');
  expect(screen.getByRole("region", { name: "response 1" })).toHaveTextContent("<p>made</p>");
  expect(screen.getAllByText("not shown")).toHaveLength(2);
  expect(screen.getByText("erp.example.com")).toBeInTheDocument();
});

test("a lost answer says so", () => {
  const lost = exchange({ status: null, error: "connection_lost", response: null });
  render(<Exchanges exchanges={[lost]} leftOut={0} openLast />);

  expect(screen.getByText("connection lost")).toBeInTheDocument();
  expect(screen.getByText("The connection broke before the answer was complete.")).toBeInTheDocument();
  expect(screen.getByText("Nothing came back.")).toBeInTheDocument();
});

test("of one about credentials nothing else is shown", () => {
  const secret = exchange({ confidential: true, request: null, response: null });
  render(<Exchanges exchanges={[secret]} leftOut={0} openLast />);

  expect(screen.getByText(/about credentials/)).toBeInTheDocument();
  expect(screen.queryByText("Nothing came back.")).not.toBeInTheDocument();
});

test("what is not kept is counted where it is missing", async () => {
  const many = Array.from({ length: 20 }, (_, place) => exchange({ path: `/${place}` }));
  render(<Exchanges exchanges={many} leftOut={7} openLast={false} />);

  const lines = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(lines[10]).toBe("7 more, not kept");
  await userEvent.click(screen.getByRole("button", { name: /POST \/10 / }));
  expect(screen.getByRole("region", { name: "request 18" })).toBeInTheDocument();
});

test.each([
  [{ bytes: 0, body: null }, "No body."],
  [{ bytes: 900, body: null }, "Not shown: it is no text."],
  [{ bytes: null, body: null }, "Its body did not come to its end."],
  [{ bytes: 90_000, body: '{"cut', truncated: true }, "Only its beginning is kept."],
])("a body that is not there is accounted for: %o", (changes, words) => {
  render(<Exchanges exchanges={[exchange({ response: side(changes) })]} leftOut={0} openLast />);

  expect(screen.getByText(words)).toBeInTheDocument();
});

test.each([
  ["succeeded", 0, "Nothing was sent to the outside system."],
  ["running", 0, "What is asked and answered shows here once the call has ended."],
  ["abandoned", 0, "What was asked and answered went with the call’s worker."],
  ["succeeded", 1, /^One request was sent .* does not keep .* \(HUB_KEEP_EXCHANGES\)\.$/],
  ["failed", 1200, /^1,200 requests were sent /],
])("a %s run with %d left out says why it shows nothing", (status, leftOut, words) => {
  expect(whyNoExchanges({ status, exchanges_left_out: leftOut })).toMatch(words);
});
