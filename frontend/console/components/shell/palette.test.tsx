import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { Palette } from "./palette";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }), usePathname: () => "/" }));

const ID = "job_01h455vb4pex5vsknk084sn02q";

beforeEach(() => {
  push.mockClear();
  localStorage.clear();
});

test("a pasted id leads to its page", async () => {
  const close = vi.fn();
  render(<Palette open onOpenChange={close} />);
  await userEvent.click(screen.getByRole("combobox"));
  await userEvent.paste(ID);
  await userEvent.keyboard("{Enter}");
  expect(push).toHaveBeenCalledExactlyOnceWith(`/jobs/${ID}`);
  expect(close).toHaveBeenCalledExactlyOnceWith(false);
});

test("part of a page's name finds the page", async () => {
  render(<Palette open onOpenChange={vi.fn()} />);
  await userEvent.type(screen.getByRole("combobox"), "deliv{Enter}");
  expect(push).toHaveBeenCalledExactlyOnceWith("/deliveries");
});

test("ids that were open lately are offered", async () => {
  localStorage.setItem("hub.recent", JSON.stringify([ID]));
  render(<Palette open onOpenChange={vi.fn()} />);
  await userEvent.click(screen.getByText(ID));
  expect(push).toHaveBeenCalledExactlyOnceWith(`/jobs/${ID}`);
});

test("what is neither says so", async () => {
  render(<Palette open onOpenChange={vi.fn()} />);
  await userEvent.type(screen.getByRole("combobox"), "zzzz");
  expect(screen.getByText(/no id of the hub/)).toBeVisible();
});
