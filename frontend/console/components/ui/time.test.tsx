import { act, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Duration, Time } from "./time";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-01-01T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("how long ago, kept up to date, with UTC on hover", () => {
  render(<Time at="2026-01-01T11:59:50Z" />);
  const time = screen.getByText("10 s ago");
  expect(time).toHaveAttribute("dateTime", "2026-01-01T11:59:50.000Z");
  expect(time.title).toContain("2026-01-01T11:59:50.000Z");
  act(() => vi.advanceTimersByTime(65_000));
  expect(time).toHaveTextContent("1 m ago");
});

test("the server writes UTC: it knows neither zone nor clock of the viewer", () => {
  expect(renderToString(<Time at="2026-01-01T11:59:50Z" />)).toContain("2026-01-01 11:59:50");
});

test("nothing is a dash", () => {
  render(<Time at={null} />);
  expect(screen.getByText("–")).toBeVisible();
});

test("a span without an end counts on", () => {
  render(<Duration from="2026-01-01T11:59:00Z" />);
  expect(screen.getByText("1 m")).toBeVisible();
  act(() => vi.advanceTimersByTime(5000));
  expect(screen.getByText("1 m 5 s")).toBeVisible();
});
