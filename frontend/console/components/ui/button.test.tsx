import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { getGetMeQueryKey } from "@hub/client/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Toaster } from "sonner";
import { expect, test, vi } from "vitest";
import { RoleContext } from "@/lib/rights";
import { Button } from "./button";
import { TooltipProvider } from "./tooltip";

const SCOPES = { viewer: ["jobs:read"], operator: ["jobs:write"], admin: ["*"] };

function show(role: keyof typeof SCOPES) {
  const client = new QueryClient();
  client.setQueryData(getGetMeQueryKey(), { role, scopes: SCOPES[role] });
  const act = vi.fn((event: React.FormEvent) => event.preventDefault());
  render(
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <form onSubmit={act}>
          <Button needs="jobs:write" type="submit">
            Send
          </Button>
          <Button needs="jobs:write" asChild>
            <a href="/submit">Submit a job</a>
          </Button>
          <Button needs="keys:admin">New key</Button>
        </form>
        <Toaster />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return act;
}

test("whoever may not is told why, and nothing happens", async () => {
  const act = show("viewer");
  const button = screen.getByRole("button", { name: "Send" });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription(/Your role is viewer; this takes operator/);
  await userEvent.click(button);
  expect(act).not.toHaveBeenCalled();
  await screen.findAllByText(/Your role is viewer/);
});

test("a link that leads where one may not act is no link", () => {
  show("viewer");
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByRole("button", { name: "Submit a job" })).toHaveAttribute("aria-disabled", "true");
});

test("what an operator lacks takes an admin", async () => {
  const act = show("operator");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(act).toHaveBeenCalledOnce();
  expect(screen.getByRole("link", { name: "Submit a job" })).toHaveAttribute("href", "/submit");
  expect(screen.getByRole("button", { name: "New key" })).toHaveAccessibleDescription(/this takes admin/);
});

test("until the hub has said what the role is, the session's counts", () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RoleContext value="viewer">
        <TooltipProvider>
          <Button needs="jobs:write">Send</Button>
        </TooltipProvider>
      </RoleContext>
    </QueryClientProvider>,
  );
  expect(screen.getByRole("button")).toHaveAccessibleDescription(/Your role is viewer/);
});

test("an admin may everything", () => {
  show("admin");
  for (const button of screen.getAllByRole("button")) expect(button).not.toHaveAttribute("aria-disabled");
});
