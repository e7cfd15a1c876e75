import type { ConnectionHealthOut, ConnectionOut } from "@hub/client";

/** A connection's one state: what keeps its jobs from running comes first. */
export function stateOf(connection: ConnectionOut, health?: ConnectionHealthOut): string {
  if (connection.disabled_at) return "disabled";
  if (connection.broken_at || connection.health === "broken") return "broken";
  if (health?.parked) return "parked";
  return connection.health;
}

/** Jobs that have not ended, whatever they wait for. */
export function openJobs(health: ConnectionHealthOut): number {
  return Object.values(health.jobs).reduce((sum, count) => sum + count, 0);
}

const WORST_FIRST = ["broken", "parked", "unknown", "ok", "disabled"];

/** Those that need somebody's eyes first; otherwise as they came. */
export function worstFirst(connections: ConnectionOut[]): ConnectionOut[] {
  const place = (each: ConnectionOut) => WORST_FIRST.indexOf(stateOf(each));
  return [...connections].sort((one, other) => place(one) - place(other));
}
