import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { ConnectorForm } from "./connector-form";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
afterEach(() => vi.unstubAllGlobals());

const CONNECTOR = {
  name: "crm",
  title: "CRM",
  description: "A CRM.",
  needs_url: true,
  config: { type: "object", properties: {} },
  credentials: {
    type: "object",
    properties: { api_key: { type: "string", writeOnly: true } },
    required: ["api_key"],
  },
  operations: [],
};
const REFUSED = { ok: false, error: { category: "auth", message: "unknown key" } };

/** Answers as the console's own API would; gives back what was asked, in order. */
function serve(checks: unknown[]) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const method = init.method ?? "GET";
    if (method !== "GET") {
      asked.push({ method, path, body: init.body ? JSON.parse(String(init.body)) : null });
    }
    const answer = path.endsWith("/check")
      ? checks.shift()
      : path.includes("/connectors/")
        ? CONNECTOR
        : path.endsWith("/me")
          ? { role: "operator", scopes: ["connections:write"] }
          : { id: "con_1", name: "CRM" };
    return Promise.resolve(new Response(JSON.stringify(answer), { status: 200 }));
  });
  return asked;
}

async function shown() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConnectorForm name="crm" onBack={() => {}} />
    </QueryClientProvider>,
  );
  return screen.findByLabelText("Address");
}

test("what is missing is said before anything is sent", async () => {
  const asked = serve([]);
  await shown();

  await userEvent.click(screen.getByRole("button", { name: "Connect and check" }));

  expect(screen.getByText("An address is needed.")).toBeVisible();
  expect(screen.getByText("API key is needed.")).toBeVisible();
  expect(asked).toEqual([]);
});

test("refused credentials are told in plain words, and the next try changes the same connection", async () => {
  const asked = serve([REFUSED, { ok: true, error: null }]);
  await userEvent.type(await shown(), "https://crm.example.com");
  await userEvent.type(screen.getByLabelText("API key"), "wrong");
  await userEvent.click(screen.getByRole("button", { name: "Connect and check" }));
  expect(await screen.findByText("The system refused the credentials.")).toBeVisible();
  expect(push).not.toHaveBeenCalled();

  await userEvent.type(screen.getByLabelText("API key"), "{Control>}a{/Control}right");
  await userEvent.click(screen.getByRole("button", { name: "Save and check again" }));

  await vi.waitFor(() => expect(push).toHaveBeenCalledWith("/connections/con_1"));
  expect(asked.map(({ method }) => method)).toEqual(["POST", "POST", "PATCH", "POST"]);
  expect(asked[2]?.body).toMatchObject({ credentials: { api_key: expect.stringContaining("right") } });
});
