// @vitest-environment node
import { expect, test } from "vitest";
import { PRESETS, SCOPE_GROUPS, toggled } from "./scopes";

test("everything stands alone, and a single scope takes its place", () => {
  expect(toggled(["jobs:read", "jobs:write"], "*")).toEqual(["*"]);
  expect(toggled(["*"], "jobs:read")).toEqual(["jobs:read"]);
  expect(toggled(["*"], "*")).toEqual([]);
});

test("a scope is taken and given back", () => {
  expect(toggled([], "jobs:read")).toEqual(["jobs:read"]);
  expect(toggled(["jobs:read"], "jobs:read")).toEqual([]);
});

test("presets are made of scopes that exist", () => {
  const known = SCOPE_GROUPS.flatMap((group) => group.scopes.map((scope) => scope.name));
  expect(PRESETS.flatMap((preset) => preset.scopes).filter((scope) => !known.includes(scope))).toEqual([]);
});
