import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ReplayDialog } from "./replay-dialog";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

type Sent = { dry_run: boolean; [name: string]: unknown };
let sent: Sent[] = [];

beforeEach(() => {
  sent = [];
  push.mockReset();
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (url.endsWith("/endpoints/ep_1")) {
      return Promise.resolve(Response.json({ description: "Billing", url: "https://billing.example.com" }));
    }
    if (init.method !== "POST") return Promise.resolve(Response.json({ data: [], next_cursor: null }));
    const body = JSON.parse(String(init.body)) as Sent;
    sent.push(body);
    const counts = [{ endpoint_id: "ep_1", reason: "http_503", count: 9 }];
    return Promise.resolve(
      body.dry_run
        ? Response.json({ total: 9, counts, sample: [], complete: true })
        : Response.json({ id: "rpl_1" }, { status: 201 }),
    );
  });
});
afterEach(() => vi.unstubAllGlobals());

function open() {
  const onClose = vi.fn();
  const filter = { status: ["dead" as const], endpoint_id: "ep_1" };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReplayDialog target={{ filter, selected: 12 }} onClose={onClose} />
    </QueryClientProvider>,
  );
  return { filter, onClose };
}

it("counts first, says what would be left out, then begins as asked and goes to the replay", async () => {
  const { filter, onClose } = open();
  await screen.findByText("9 deliveries would go out again");
  expect(screen.getByText(/3 of the 12 selected would not/)).toBeInTheDocument();
  expect(screen.getByText("HTTP 503")).toBeInTheDocument();

  await userEvent.type(screen.getByLabelText(/Why/), "receiver was down");
  await userEvent.type(screen.getByLabelText(/Pace/), "20");
  await userEvent.type(screen.getByLabelText(/Canary/), "5");
  await userEvent.click(screen.getByRole("switch"));
  await userEvent.click(screen.getByRole("button", { name: "Replay 9" }));

  await vi.waitFor(() => expect(push).toHaveBeenCalledWith("/replays/rpl_1"));
  expect(onClose).toHaveBeenCalled();
  expect(sent).toEqual([
    { filter, reason: "", dry_run: true },
    { filter, reason: "receiver was down", per_s: 20, canary: 5, canary_goes_on: false, dry_run: false },
  ]);
});

it("refuses a pace that is no number before anything is sent", async () => {
  open();
  await screen.findByText("9 deliveries would go out again");

  await userEvent.type(screen.getByLabelText(/Pace/), "fast");

  expect(screen.getByRole("alert")).toHaveTextContent("Between 0.01 and 10,000 a second.");
  expect(screen.getByRole("button", { name: "Replay 9" })).toBeDisabled();
});

it("counts anew for a test address, and says that everything goes there", async () => {
  open();
  await screen.findByText("9 deliveries would go out again");

  await userEvent.type(screen.getByLabelText(/Another address/), "https://staging.example.com/hooks");
  await userEvent.tab();

  expect(await screen.findByRole("button", { name: "Send 9 to the test address" })).toBeEnabled();
  expect(sent.map((each) => each.url)).toEqual([undefined, "https://staging.example.com/hooks"]);
});
