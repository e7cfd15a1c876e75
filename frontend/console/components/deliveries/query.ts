import type { Ended, ListDeliveriesParams, ReplayFilter } from "@hub/client";
import { resolveTime } from "@/components/filters/use-filters";
import { ERROR_CLASSES } from "./failures";

const STATUSES = ["pending", "held", "delivered", "dead", "cancelled"] as const;
const REPLAYABLE: Ended[] = ["dead", "cancelled", "delivered"];

/** Filters of a list of deliveries, as they stand in the address. */
export const DELIVERY_FILTERS = {
  status: { kind: "multi", label: "State", options: STATUSES.map((value) => ({ value, label: value })) },
  error: {
    kind: "select",
    label: "Error",
    options: ERROR_CLASSES.map((value) => ({ value, label: value.replaceAll("_", " ") })),
    open: true,
  },
  time: { kind: "time", label: "Time" },
  status_code: { kind: "text", label: "Response code", placeholder: "Code: 503 or 5xx" },
  event_type: { kind: "text", label: "Event type", placeholder: "Event type" },
  job_id: { kind: "text", label: "Job", placeholder: "job_…" },
  event_id: { kind: "text", label: "Event", placeholder: "evt_…" },
  replay_id: { kind: "text", label: "Replay", placeholder: "rpl_…" },
} as const;

/** Values of those filters, with the endpoint. */
export type DeliveryQuery = Partial<
  Record<Exclude<keyof typeof DELIVERY_FILTERS, "status"> | "endpoint_id", string | null | undefined>
> & { status?: readonly string[] | null };

const COPIED = [
  "endpoint_id",
  "event_id",
  "job_id",
  "replay_id",
  "event_type",
  "status_code",
  "error",
] as const;

/** What the list is asked for. nowMs: what `1h` is counted back from. */
export function listParams(query: DeliveryQuery, nowMs: number): ListDeliveriesParams {
  const { from, to } = resolveTime(query.time ?? null, nowMs);
  const params: ListDeliveriesParams = {};
  for (const name of COPIED) if (query[name]) params[name] = query[name];
  const status = STATUSES.filter((each) => query.status?.includes(each));
  if (status.length > 0) params.status = status;
  if (from) params.created_after = from;
  if (to) params.created_before = to;
  return params;
}

/** The replay of everything that the list shows, or why there can be none. */
export function replayFilter(
  query: DeliveryQuery,
  nowMs: number,
): { filter: ReplayFilter } | { impossible: string } {
  if (query.job_id) {
    return {
      impossible: "A replay does not select by job. Select its deliveries one by one, or all loaded ones.",
    };
  }
  const { status = ["dead", "cancelled"], ...others } = listParams(query, nowMs);
  if (status.includes("held")) {
    return { impossible: "Held deliveries go out when their endpoint is resumed: leave that state out." };
  }
  if (status.includes("pending")) {
    return { impossible: "Pending deliveries are tried anyway: leave that state out." };
  }
  return { filter: { ...others, status: REPLAYABLE.filter((each) => status.includes(each)) } };
}

/** The replay of exactly these deliveries, whatever became of them. */
export function replayOf(ids: string[]): ReplayFilter {
  return { delivery_ids: ids, status: REPLAYABLE };
}

/** As many as one replay takes by name. */
export const MOST_IDS = 1000;
