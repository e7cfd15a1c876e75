import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { useNoteRecent, useRecent } from "./recent";

const ONE = "job_01h455vb4pex5vsknk084sn02q";
const OTHER = "job_01h455vb4pex5vsknk084sn02r";
const KEY = "hub.recent";

let path = `/jobs/${ONE}`;
vi.mock("next/navigation", () => ({ usePathname: () => path }));

/* What another tab has written reaches this one as an event. */
function fromAnotherTab(ids: string[]) {
  act(() => {
    localStorage.setItem(KEY, JSON.stringify(ids));
    window.dispatchEvent(new StorageEvent("storage", { key: KEY }));
  });
}

const kept = () => JSON.parse(localStorage.getItem(KEY) ?? "[]") as string[];

beforeEach(() => {
  localStorage.clear();
  path = `/jobs/${ONE}`;
});

test("an open page is noted once: another tab's page stays the newest", () => {
  renderHook(() => useNoteRecent());
  expect(kept()).toEqual([ONE]);

  fromAnotherTab([OTHER, ONE]);

  expect(kept()).toEqual([OTHER, ONE]);
});

test("each page that is gone to is noted, the newest first and none twice", () => {
  const { rerender } = renderHook(() => useNoteRecent());

  path = `/jobs/${OTHER}`;
  rerender();
  path = "/jobs";
  rerender();
  path = `/jobs/${ONE}`;
  rerender();

  expect(kept()).toEqual([ONE, OTHER]);
});

test("what other tabs noted since is kept", () => {
  const { result } = renderHook(() => useRecent());
  const { note } = result.current;

  fromAnotherTab([OTHER]);
  act(() => note(ONE));

  expect(result.current.recent).toEqual([ONE, OTHER]);
});
