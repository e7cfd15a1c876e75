import type { ReplayOut } from "@hub/client";
import { formatInstant } from "@/lib/format";

/** A replay's filter as [name, words]; what it leaves open is left out. */
export function filterWords(filter: ReplayOut["filter"]): [string, string][] {
  return Object.entries(filter).flatMap(([name, value]): [string, string][] => {
    const label = NAMES[name] ?? name.replaceAll("_", " ");
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (Array.isArray(value)) {
      const named = name.endsWith("_ids");
      return [[label, named ? `${value.length} by name` : value.join(", ")]];
    }
    const time = name === "since" || name === "until" ? Date.parse(String(value)) : Number.NaN;
    return [[label, Number.isNaN(time) ? String(value) : formatInstant(time)]];
  });
}

const NAMES: Record<string, string> = {
  statuses: "State",
  code: "Response code",
  error: "Error",
  event_type: "Event type",
  endpoint_id: "Endpoint",
  event_id: "Event",
  delivery_id: "Delivery",
  delivery_ids: "Deliveries",
  event_ids: "Events",
  replay_id: "Made by replay",
  reason: "Ended because of",
  since: "From",
  until: "Until",
  left_out_by: "Left out by",
};
