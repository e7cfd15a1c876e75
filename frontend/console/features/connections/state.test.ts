// @vitest-environment node
import type { ConnectionHealthOut, ConnectionOut } from "@hub/client";
import { expect, test } from "vitest";
import { stateOf, worstFirst } from "./state";
import { parkedWords, wrongOf } from "./wrong";

function connection(changes: Partial<ConnectionOut>): ConnectionOut {
  return {
    id: "con_a",
    name: "ERP",
    health: "ok",
    broken_at: null,
    disabled_at: null,
    ...changes,
  } as ConnectionOut;
}
const parked = { parked: { because: "quota:daily", text: "", until: null } } as ConnectionHealthOut;

test("what somebody did to a connection counts before what the system says", () => {
  expect(stateOf(connection({}))).toBe("ok");
  expect(stateOf(connection({}), parked)).toBe("parked");
  expect(stateOf(connection({ broken_at: "2026-01-01T00:00:00Z" }), parked)).toBe("broken");
  expect(
    stateOf(connection({ broken_at: "2026-01-01T00:00:00Z", disabled_at: "2026-01-02T00:00:00Z" })),
  ).toBe("disabled");
});

test("connections in trouble come first, the others stay in their order", () => {
  const rows = [
    connection({ id: "a" }),
    connection({ id: "b", health: "broken" }),
    connection({ id: "c" }),
    connection({ id: "d", disabled_at: "2026-01-01T00:00:00Z" }),
  ];
  expect(worstFirst(rows).map((row) => row.id)).toEqual(["b", "a", "c", "d"]);
});

test("an error of a system is told in plain words, with the system's own beside them", () => {
  expect(wrongOf({ category: "auth", message: "bad key", native_code: "E1" })).toMatchObject({
    what: "The system refused the credentials.",
    message: "bad key",
    code: "E1",
  });
  expect(wrongOf(null)).toBeNull();
});

test("why jobs wait is told with the name of the quota", () => {
  expect(parkedWords("quota:daily")).toBe("The quota “daily” is spent.");
  expect(parkedWords("something new")).toBe("Its jobs wait.");
});
