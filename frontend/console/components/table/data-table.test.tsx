import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { DataTable } from "./data-table";
import { SelectionBar } from "./selection-bar";
import { useSelection } from "./selection";
import type { Column, Loading } from "./types";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

type Row = { id: string };
const COLUMNS: Column<Row>[] = [
  { id: "id", header: "Id", cell: (row) => row.id, fixed: true },
  { id: "note", header: "Note", cell: () => "note", optional: true },
];
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, place) => ({ id: `r${place}` }));

type ListProps = { rows: Row[]; loading?: Loading; fresh?: { count: number; show: () => void } };

function List({ rows, loading, fresh }: ListProps) {
  const selection = useSelection();
  return (
    <>
      <SelectionBar selection={selection} noun="jobs" loaded={rows.length} more={loading?.hasNextPage}>
        <button>Retry</button>
      </SelectionBar>
      <DataTable
        label="Jobs"
        rows={rows}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        href={(row) => `/jobs/${row.id}`}
        selection={selection}
        loading={loading}
        empty="Nothing yet"
        fresh={fresh}
      />
    </>
  );
}

beforeEach(() => {
  push.mockClear();
  localStorage.clear();
});

const selected = () =>
  screen.getAllByRole("row").filter((row) => row.getAttribute("aria-selected") === "true");

test("j and k move, Enter opens", async () => {
  render(<List rows={rowsOf(5)} />);
  await userEvent.keyboard("jjjk{Enter}");
  expect(push).toHaveBeenCalledExactlyOnceWith("/jobs/r1");
});

test("x selects the row, X everything up to it", async () => {
  render(<List rows={rowsOf(9)} />);
  await userEvent.keyboard("jjx");
  expect(selected().map((row) => row.textContent)).toEqual(["r1"]);
  expect(screen.getByText("1 job selected")).toBeVisible();
  await userEvent.keyboard("jjj");
  fireEvent.keyDown(document.body, { key: "X" });
  expect(selected().map((row) => row.textContent)).toEqual(["r1", "r2", "r3", "r4"]);
  expect(screen.getByText("4 jobs selected")).toBeVisible();
});

test("keys are quiet while one types", async () => {
  render(
    <>
      <input aria-label="Other" />
      <List rows={rowsOf(3)} />
    </>,
  );
  await userEvent.type(screen.getByLabelText("Other"), "jx{Enter}");
  expect(push).not.toHaveBeenCalled();
  expect(selected()).toEqual([]);
});

test("all loaded rows can be selected, then all that match", async () => {
  render(<List rows={rowsOf(6)} loading={{ hasNextPage: true, fetchNextPage: () => undefined }} />);
  await userEvent.click(screen.getByLabelText("Select all loaded rows"));
  expect(screen.getByText("6 jobs selected")).toBeVisible();
  await userEvent.click(screen.getByText("Select all matching"));
  expect(screen.getByText("All matching jobs selected")).toBeVisible();
  await userEvent.click(screen.getByLabelText("Select row 2"));
  expect(screen.getByText("5 jobs selected")).toBeVisible();
});

test("of 100,000 rows only those in view are in the document", () => {
  render(<List rows={rowsOf(100_000)} />);
  const shown = screen.getAllByRole("row").length;
  expect(shown).toBeGreaterThan(20);
  expect(shown).toBeLessThan(60);
  expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "100001");
});

test("the next page is fetched when the end comes near", () => {
  const fetchNextPage = vi.fn();
  const { rerender } = render(<List rows={rowsOf(500)} loading={{ hasNextPage: true, fetchNextPage }} />);
  expect(fetchNextPage).not.toHaveBeenCalled();
  rerender(<List rows={rowsOf(30)} loading={{ hasNextPage: true, fetchNextPage }} />);
  expect(fetchNextPage).toHaveBeenCalledOnce();
});

test("nothing, an error and loading each look like what they are", async () => {
  const refetch = vi.fn();
  const { rerender } = render(<List rows={[]} />);
  expect(screen.getByText("Nothing yet")).toBeVisible();
  rerender(<List rows={[]} loading={{ error: new Error("It broke."), refetch }} />);
  expect(screen.getByRole("alert")).toHaveTextContent("It broke.");
  await userEvent.click(screen.getByText("Try again"));
  expect(refetch).toHaveBeenCalledOnce();
  rerender(<List rows={[]} loading={{ isPending: true }} />);
  expect(await screen.findByLabelText("Loading")).toBeVisible();
});

test("what is new waits behind its pill", async () => {
  const show = vi.fn();
  render(<List rows={rowsOf(3)} fresh={{ count: 12, show }} />);
  await userEvent.click(screen.getByText("12 new"));
  expect(show).toHaveBeenCalledOnce();
});

test("columns that were chosen stay chosen in this browser", async () => {
  const { unmount } = render(<List rows={rowsOf(1)} />);
  expect(screen.queryByRole("columnheader", { name: "Note" })).toBeNull();
  await userEvent.click(screen.getByLabelText("Columns"));
  await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "Note" }));
  unmount();
  render(<List rows={rowsOf(1)} />);
  expect(screen.getByRole("columnheader", { name: "Note" })).toBeVisible();
});
