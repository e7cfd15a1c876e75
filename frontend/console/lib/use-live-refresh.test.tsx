import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveContext, type LiveEvent, type Transport } from "./live-context";
import { useLiveRefresh } from "./use-live-refresh";

const client = new QueryClient();
const listeners = new Set<(event: LiveEvent | null) => void>();
const listen = (listener: (event: LiveEvent | null) => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const tell = (type: string) => listeners.forEach((each) => each({ id: "evt_1", type, data: {} }));
const invalidate = vi.spyOn(client, "invalidateQueries");

let transport: Transport;

function follow(first: Transport, pollMs?: number) {
  transport = first;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <LiveContext value={{ transport, listen }}>{children}</LiveContext>
    </QueryClientProvider>
  );
  const usePage = () => useLiveRefresh({ events: ["job."], keys: [["jobs"]], everyMs: 3000, pollMs });
  const shown = renderHook(usePage, { wrapper });
  const become = (next: Transport) => {
    transport = next;
    shown.rerender();
  };
  return { ...shown, become };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  invalidate.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a burst of events loads once at once, and once more when it is over", () => {
  follow("live");
  act(() => {
    for (let count = 0; count < 100; count += 1) tell("job.succeeded");
    vi.advanceTimersByTime(10);
  });
  expect(invalidate).toHaveBeenCalledExactlyOnceWith({ queryKey: ["jobs"] });
  act(() => {
    tell("job.succeeded");
    vi.advanceTimersByTime(2000);
  });
  expect(invalidate).toHaveBeenCalledOnce();
  act(() => vi.advanceTimersByTime(1000));
  expect(invalidate).toHaveBeenCalledTimes(2);
});

test("events of other things load nothing", () => {
  follow("live");
  act(() => {
    tell("endpoint.disabled");
    vi.advanceTimersByTime(60_000);
  });
  expect(invalidate).not.toHaveBeenCalled();
});

test("while the stream is away it asks every ten seconds", () => {
  const { unmount } = follow("polling");
  act(() => vi.advanceTimersByTime(30_500));
  expect(invalidate).toHaveBeenCalledTimes(3);
  unmount();
  act(() => vi.advanceTimersByTime(30_000));
  expect(invalidate).toHaveBeenCalledTimes(3);
});

test("what is due is loaded although the stream breaks and is back meanwhile", () => {
  const { become } = follow("live");
  act(() => {
    tell("job.queued");
    vi.advanceTimersByTime(10);
    tell("job.succeeded");
    vi.advanceTimersByTime(500);
  });
  expect(invalidate).toHaveBeenCalledOnce();
  become("connecting");
  become("live");
  act(() => vi.advanceTimersByTime(3000));
  expect(invalidate).toHaveBeenCalledTimes(2);
});

test("what happened before the stream was live is loaded when it is", () => {
  const { become } = follow("connecting");
  become("live");
  act(() => vi.advanceTimersByTime(60_000));
  expect(invalidate).toHaveBeenCalledOnce();
});

test("what no event tells is asked for while the stream is live, too", () => {
  follow("live", 15_000);
  act(() => vi.advanceTimersByTime(30_500));
  expect(invalidate).toHaveBeenCalledTimes(2);
});
