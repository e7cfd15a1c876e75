import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useSlowHub } from "./use-slow-hub";

const client = new QueryClient();

function follow() {
  return renderHook(useSlowHub, {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

test("a hub is slow once an answer has been waited for for five seconds, until it comes", async () => {
  const { result } = follow();
  const late = () => new Promise((resolve) => setTimeout(() => resolve("here"), 10_000));
  void client.fetchQuery({ queryKey: ["late"], queryFn: late });

  await pass(4_000);
  expect(result.current).toBe(false);
  await pass(3_000);
  expect(result.current).toBe(true);

  await pass(4_500);
  expect(result.current).toBe(false);
});

test("a hub that is asked again and again and answers each time is not slow", async () => {
  const { result } = follow();
  const quick = () => new Promise((resolve) => setTimeout(() => resolve("here"), 900));
  for (let asked = 0; asked < 12; asked += 1) {
    void client.fetchQuery({ queryKey: ["quick"], queryFn: quick });
    await pass(1_000);
    expect(result.current).toBe(false);
  }
});
