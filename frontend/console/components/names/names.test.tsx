import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { ConnectionPick } from "./connection-pick";
import { EndpointName } from "./endpoint-name";
import { EndpointPick } from "./endpoint-pick";

afterEach(() => vi.unstubAllGlobals());

const NEW = { id: "ep_new", description: "", url: "https://new.example.com/hooks" };
const OLD = { id: "ep_old", description: "Old partner", url: "https://old.example.com" };

/** Answers as the hub does for a tenant with so many endpoints that the newest 200 leave the old one out; tells what was asked. */
function serve() {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    const { pathname, searchParams } = new URL(path, "http://console.test");
    const found = searchParams.get("search") === "old" ? [OLD] : [NEW];
    const one = pathname.endsWith("/ep_old") ? OLD : undefined;
    const page = { data: pathname.endsWith("/endpoints") ? found : [], next_cursor: null };
    return Promise.resolve(new Response(JSON.stringify(one ?? page)));
  });
  return asked;
}

function show(what: React.ReactNode) {
  render(<QueryClientProvider client={new QueryClient()}>{what}</QueryClientProvider>);
}

test("an endpoint that the newest ones leave out is named all the same, and known ones cost no request of their own", async () => {
  const asked = serve();
  show(
    <>
      <EndpointName id="ep_new" /> and <EndpointName id="ep_old" />
    </>,
  );
  await screen.findByText("new.example.com/hooks and Old partner");
  expect(asked).toHaveLength(2);
});

test("the endpoint filter finds any endpoint by the API's search", async () => {
  const asked = serve();
  const choose = vi.fn();
  show(<EndpointPick label="Endpoint" value={null} onChange={choose} />);
  expect(asked).toEqual([]);

  await userEvent.click(screen.getByRole("button", { name: "Endpoint" }));
  await screen.findByRole("option", { name: /new.example.com/ });
  await userEvent.type(screen.getByRole("combobox"), "old");
  await userEvent.click(await screen.findByRole("option", { name: /Old partner/ }));
  expect(choose).toHaveBeenCalledWith("ep_old");
});

test("the chosen one is named, and picking it again takes the filter away", async () => {
  serve();
  const choose = vi.fn();
  show(<EndpointPick label="Endpoint" value="ep_new" onChange={choose} />);
  await userEvent.click(await screen.findByRole("button", { name: /Endpoint new.example.com/ }));
  await userEvent.click(await screen.findByRole("option", { name: /new.example.com/ }));
  expect(choose).toHaveBeenCalledWith(null);
});

test("a connection that is gone keeps its id in the filter", async () => {
  serve();
  show(<ConnectionPick label="Connection" value="con_01jd8x2qcxe7atpw9q0k5m4n3r" onChange={() => {}} />);
  await screen.findByRole("button", { name: /Connection con_/ });
});
