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

function follow(transport: Transport) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <LiveContext value={{ transport, listen }}>{children}</LiveContext>
    </QueryClientProvider>
  );
  return renderHook(() => useLiveRefresh({ events: ["job."], keys: [["jobs"]], everyMs: 3000 }), { wrapper });
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
