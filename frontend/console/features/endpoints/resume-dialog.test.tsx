import type { EndpointDetail } from "@hub/client";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { ResumeDialog } from "./resume-dialog";

afterEach(() => vi.unstubAllGlobals());

function open(held: number) {
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    bodies.push(JSON.parse(String(init.body)));
    return Promise.resolve(Response.json({}));
  });
  const onDone = vi.fn();
  const endpoint = { id: "ep_1", held } as EndpointDetail;
  render(<ResumeDialog endpoint={endpoint} onClose={() => {}} onDone={onDone} />);
  return { bodies, onDone };
}

it("releases everything unless told otherwise", async () => {
  const { bodies, onDone } = open(120);
  await userEvent.click(screen.getByRole("button", { name: "Resume and release 120" }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(bodies).toEqual([{ release: "all" }]);
});

it("says exactly how many go out and how many are cancelled", async () => {
  const { bodies, onDone } = open(120);
  await userEvent.click(screen.getByLabelText(/newest only/));
  await userEvent.clear(screen.getByLabelText("How many"));
  await userEvent.type(screen.getByLabelText("How many"), "20");
  await userEvent.click(screen.getByRole("button", { name: "Resume, release 20, cancel 100" }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(bodies).toEqual([{ release: "newest", newest: 20 }]);
});

it("asks nothing when nothing is held", () => {
  open(0);
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByRole("button", { name: "Resume" })).toBeEnabled();
});
