import type { AuditOut } from "@hub/client";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { EntryDialog } from "./entry-dialog";

function entry(changes: Partial<AuditOut>): AuditOut {
  return {
    id: "aud_01jd8x2qcxe7atpw9q0k5m4n3r",
    at: "2026-07-01T12:00:00Z",
    actor: "op_01jd8x2qcxe7atpw9q0k5m4n3r",
    actor_name: "ada@example.com",
    action: "endpoint.paused",
    subject: "ep_01jd8x2qcxe7atpw9q0k5m4n3r",
    reason: "",
    request_id: "r-1",
    ...changes,
  };
}

test("an entry leads to everything that its actor did", () => {
  render(<EntryDialog entry={entry({})} onClose={() => undefined} />);

  expect(screen.getByRole("link", { name: "Everything they did" })).toHaveAttribute(
    "href",
    "/audit?actor=op_01jd8x2qcxe7atpw9q0k5m4n3r",
  );
});

test("a refused sign-in has no actor, and says so", () => {
  const refused = { actor: "", action: "sign_in_refused", reason: "wrong password, from 192.0.2.1" };
  render(<EntryDialog entry={entry(refused)} onClose={() => undefined} />);

  expect(screen.getByRole("dialog", { name: "Sign in refused" })).toBeInTheDocument();
  expect(screen.getByText("Nobody was signed in")).toBeInTheDocument();
  expect(screen.getByText("ada@example.com")).toBeInTheDocument();
  expect(screen.getByText("wrong password, from 192.0.2.1")).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Everything they did" })).toBeNull();
});

test("what was typed instead of an e-mail is not shown as one", () => {
  render(<EntryDialog entry={entry({ actor: "", actor_name: "" })} onClose={() => undefined} />);

  expect(screen.getByText(/no e-mail, and is not kept/)).toBeInTheDocument();
});
