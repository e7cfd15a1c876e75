/** One scope in words. */
export type Scope = { name: string; means: string };

/** All scopes, by what they are about; the ones that only look come first. */
export const SCOPE_GROUPS: { name: string; scopes: Scope[] }[] = [
  {
    name: "Jobs",
    scopes: [
      { name: "jobs:read", means: "Read jobs, their runs and their events" },
      { name: "jobs:write", means: "Submit, cancel and retry jobs" },
    ],
  },
  {
    name: "Connections",
    scopes: [
      { name: "connectors:read", means: "Read the connectors and their operations" },
      { name: "connections:read", means: "Read connections, never their credentials" },
      { name: "connections:write", means: "Create, change, check and delete connections" },
    ],
  },
  {
    name: "Delivery",
    scopes: [
      { name: "endpoints:read", means: "Read endpoints, never their secrets" },
      { name: "endpoints:write", means: "Create, change, test and delete endpoints" },
      { name: "endpoints:secrets", means: "Read and rotate signing secrets" },
      { name: "deliveries:read", means: "Read deliveries and attempts" },
      { name: "replays:write", means: "Deliver again" },
    ],
  },
  {
    name: "Events and the stream",
    scopes: [
      { name: "events:read", means: "Read the event log" },
      { name: "events:write", means: "Publish own events and register their types" },
      { name: "stream:read", means: "Get tickets for the live stream" },
    ],
  },
  {
    name: "Sources",
    scopes: [
      { name: "sources:read", means: "Read sources and what came in, never their addresses and secrets" },
      { name: "sources:write", means: "Create, change, pause and delete sources, replay requests" },
      { name: "sources:secrets", means: "Read the addresses and secrets of sources, and rotate them" },
    ],
  },
  {
    name: "Administration",
    scopes: [
      { name: "overview:read", means: "Read the overview" },
      { name: "audit:read", means: "Read what people and keys did" },
      { name: "keys:admin", means: "List, create and revoke API keys" },
      { name: "operators:admin", means: "Invite and remove operators, change their roles" },
      { name: "settings:admin", means: "Change the tenant’s settings" },
    ],
  },
];

/** Sets of scopes that programs commonly need. */
export const PRESETS: { name: string; means: string; scopes: string[] }[] = [
  {
    name: "An application’s back end",
    means: "submits jobs and follows them",
    scopes: ["jobs:read", "jobs:write", "stream:read"],
  },
  {
    name: "Read only",
    means: "looks at everything but the audit",
    scopes: SCOPE_GROUPS.flatMap((group) => group.scopes.map((scope) => scope.name)).filter(
      (name) => name.endsWith(":read") && name !== "audit:read",
    ),
  },
];

/** Scopes after a change: everything (`*`) stands alone. */
export function toggled(scopes: string[], name: string): string[] {
  if (name === "*") return scopes.includes("*") ? [] : ["*"];
  const others = scopes.filter((each) => each !== "*");
  return others.includes(name) ? others.filter((each) => each !== name) : [...others, name];
}
