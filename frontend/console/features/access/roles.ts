import type { Role } from "@hub/client";

/** The roles, least first, with what they may. */
export const ROLES: { role: Role; means: string }[] = [
  { role: "viewer", means: "Looks at everything but secrets, keys, operators and the audit." },
  {
    role: "operator",
    means: "Also submits, replays, and changes endpoints, connections, sources and event types.",
  },
  { role: "admin", means: "May do everything." },
];

/** What a role may, in a sentence. */
export function meaningOf(role: string): string {
  return ROLES.find((each) => each.role === role)?.means ?? "";
}
