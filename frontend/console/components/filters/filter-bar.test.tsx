import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter, type OnUrlUpdateFunction } from "nuqs/adapters/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { FilterBar } from "./filter-bar";
import type { PickProps } from "./pick-filter";
import { TextFilter } from "./text-filter";
import { resolveTime, useFilters } from "./use-filters";

const push = vi.fn();
let search = "";
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push }),
  usePathname: () => "/jobs",
  useSearchParams: () => new URLSearchParams(search),
}));

const option = (value: string) => ({ value, label: value });

function Endpoint({ label, value, onChange }: PickProps) {
  return (
    <button onClick={() => onChange("ep_2")}>
      {label} {value}
    </button>
  );
}

function Bar() {
  const control = useFilters({
    q: { kind: "text", label: "Search" },
    status: { kind: "multi", label: "State", options: ["failed", "running"].map(option) },
    connection_id: { kind: "select", label: "Connection", options: ["con_1", "con_2"].map(option) },
    endpoint_id: { kind: "pick", label: "Endpoint", Pick: Endpoint },
    since: { kind: "time", label: "Time" },
  });
  return (
    <>
      <FilterBar control={control} name="jobs" />
      <output>{JSON.stringify(control.values)}</output>
    </>
  );
}

function show(address = "") {
  search = address;
  const onUrlUpdate = vi.fn<OnUrlUpdateFunction>();
  render(<Bar />, {
    wrapper: ({ children }) => (
      <NuqsTestingAdapter searchParams={address} onUrlUpdate={onUrlUpdate} hasMemory>
        {children}
      </NuqsTestingAdapter>
    ),
  });
  return { address: () => onUrlUpdate.mock.lastCall?.[0].queryString };
}

beforeEach(() => {
  push.mockClear();
  localStorage.clear();
});

test("the address is the state", () => {
  show("?status=failed,running&since=1h");
  expect(JSON.parse(screen.getByRole("status").textContent)).toEqual({
    q: null,
    status: ["failed", "running"],
    connection_id: null,
    endpoint_id: null,
    since: "1h",
  });
});

test("several states can be chosen, and taken away again", async () => {
  const { address } = show();
  await userEvent.click(screen.getByText("State"));
  await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "failed" }));
  await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "running" }));
  await waitFor(() => expect(address()).toBe("?status=failed,running"));
  await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "failed" }));
  await waitFor(() => expect(address()).toBe("?status=running"));
});

test("of a single choice the last one holds", async () => {
  const { address } = show("?connection_id=con_1");
  await userEvent.click(screen.getByText("Connection"));
  await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "con_2" }));
  await waitFor(() => expect(address()).toBe("?connection_id=con_2"));
});

test("one of many things is picked by its id", async () => {
  const { address } = show("?endpoint_id=ep_1");
  await userEvent.click(screen.getByRole("button", { name: "Endpoint ep_1" }));
  await waitFor(() => expect(address()).toBe("?endpoint_id=ep_2"));
});

test("a text reaches the address when typing pauses", async () => {
  const { address } = show();
  await userEvent.type(screen.getByLabelText("Search"), "order");
  await waitFor(() => expect(address()).toBe("?q=order"));
});

test("one of many things is picked by its id", async () => {
  const { address } = show("?endpoint_id=ep_1");
  await userEvent.click(screen.getByRole("button", { name: "Endpoint ep_1" }));
  await waitFor(() => expect(address()).toBe("?endpoint_id=ep_2"));
});

test("a text reaches the address also while the page is drawn anew all the time", async () => {
  const onChange = vi.fn();
  const { rerender } = render(<TextFilter filter={{ label: "Tag" }} value={null} onChange={onChange} />);
  await userEvent.type(screen.getByLabelText("Tag"), "vip");

  const busy = setInterval(
    () => rerender(<TextFilter filter={{ label: "Tag" }} value={null} onChange={(text) => onChange(text)} />),
    20,
  );

  await waitFor(() => expect(onChange).toHaveBeenLastCalledWith("vip"), { timeout: 5000 }).finally(() =>
    clearInterval(busy),
  );
});

test("clearing leaves a clean address", async () => {
  const { address } = show("?q=a&since=7d");
  await userEvent.click(screen.getByText("Clear"));
  await waitFor(() => expect(address()).toBe(""));
});

test("a view is saved under a name and leads back to its address", async () => {
  show("?status=failed");
  await userEvent.click(screen.getByText("Views"));
  await userEvent.click(screen.getByText("Save this view…"));
  await userEvent.type(screen.getByLabelText("Name"), "Broken ones{Enter}");
  await userEvent.click(screen.getByRole("button", { name: "Broken ones" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Broken ones" }));
  expect(push).toHaveBeenCalledExactlyOnceWith("/jobs?status=failed");
});

test("a time filter is a span until now, or two instants", () => {
  const now = Date.parse("2026-01-02T00:00:00Z");
  expect(resolveTime("1h", now)).toEqual({ from: "2026-01-01T23:00:00.000Z", to: null });
  expect(resolveTime("2026-01-01T00:00:00Z..", now)).toEqual({ from: "2026-01-01T00:00:00.000Z", to: null });
});

test("a time that cannot be read is none: no page breaks by it", () => {
  const now = Date.parse("2026-01-02T00:00:00Z");
  for (const text of ["nonsense", "99999999999d", "foo..bar", "..", "1h..", "0d", "275760-09-14..", "1x"]) {
    expect(resolveTime(text, now)).toEqual({ from: null, to: null });
  }
});

test("what the address has and the filters do not know counts as not set", () => {
  show("?status=bogus,failed&since=foo..bar&connection_id=con_9&endpoint_id=ep_9");

  expect(JSON.parse(screen.getByRole("status").textContent)).toEqual({
    q: null,
    status: ["failed"],
    connection_id: null,
    endpoint_id: "ep_9",
    since: null,
  });
  expect(screen.queryByText(/Invalid Date|bogus/)).toBeNull();
});

test("a page with nothing but unknown values is as without filters", () => {
  show("?status=bogus&since=99999999999d");

  expect(screen.queryByText("Clear")).toBeNull();
});
