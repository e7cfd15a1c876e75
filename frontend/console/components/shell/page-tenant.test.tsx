import { HubProblem } from "@hub/client";
import { QueryClientProvider, useMutation } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { pageHeaders } from "@/lib/open-tenant";
import { makeQueryClient } from "@/lib/query-client";
import { PageTenant } from "./page-tenant";

const WHO = {
  email: "ada@example.com",
  role: "admin",
  tenant: { id: "tnt_1", name: "Demo", slug: "demo" },
};

function refused(code: string): HubProblem {
  return new HubProblem({ status: 409, code, title: "Conflict", detail: "No." });
}

function Change({ code }: { code: string }) {
  const change = useMutation({ mutationFn: () => Promise.reject(refused(code)) });
  return <button onClick={() => change.mutate()}>Change</button>;
}

function show(code: string) {
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <PageTenant who={WHO}>
        <Change code={code} />
      </PageTenant>
    </QueryClientProvider>,
  );
}

test("a page's calls say whose page it is", () => {
  show("conflict");
  expect(pageHeaders()).toEqual({ "X-Page-Tenant": "tnt_1" });
});

test("a page whose session has become another tenant's says so, and lets what was typed be copied", async () => {
  show("other_tenant");
  await userEvent.click(screen.getByText("Change"));
  await screen.findByRole("dialog", { name: /signed in to another tenant in another tab/ });
  expect(screen.getByRole("button", { name: "Load the page again" })).toBeVisible();

  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.click(screen.getByText("Change"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("other conflicts are the page's own matter", async () => {
  show("conflict");
  await userEvent.click(screen.getByText("Change"));
  expect(screen.queryByRole("dialog")).toBeNull();
});
