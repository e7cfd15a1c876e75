import type { EventTypeSummary } from "@hub/client";

/** Types with the same first word. */
export type Group = { prefix: string; own: boolean; types: EventTypeSummary[] };

/** Types by their first word, the tenant's groups before the hub's; only those that have every word of `text`. */
export function groupsOf(types: EventTypeSummary[], text: string): Group[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Group>();
  for (const type of types) {
    const all = `${type.name} ${type.description}`.toLowerCase();
    if (!words.every((word) => all.includes(word))) continue;
    const prefix = type.name.split(".")[0] ?? type.name;
    const key = `${type.own} ${prefix}`;
    const group = groups.get(key) ?? { prefix, own: type.own, types: [] };
    group.types.push(type);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (one, other) => Number(other.own) - Number(one.own) || one.prefix.localeCompare(other.prefix),
  );
}
