import type { BulkFilter, JobStatus, ListJobsParams } from "@hub/client";
import { resolveTime } from "@/components/filters/use-filters";
import { STATES } from "@/components/ui/states";

/** The list's filters as they stand in the address. */
export type Chosen = {
  search: string | null;
  status: string[] | null;
  connection_id: string | null;
  operation: string | null;
  tag: string | null;
  batch_id: string | null;
  created: string | null;
};

/** What the API lists for them. nowMs: what `1h` counts back from. */
export function listParams(chosen: Chosen, nowMs: number): Omit<ListJobsParams, "cursor"> {
  const { search, status, connection_id, operation, tag, batch_id, created } = chosen;
  const { from, to } = resolveTime(created, nowMs);
  const known = status?.filter(isStatus) ?? [];
  return {
    ...(search && { search }),
    ...(known.length > 0 && { status: known }),
    ...(connection_id && { connection_id }),
    ...(operation && { operation }),
    ...(tag && { tag }),
    ...(batch_id && { batch_id }),
    ...(from && { created_after: from }),
    ...(to && { created_before: to }),
  };
}

/** The same for a bulk action, ending now: jobs that come later are not meant. Null where it cannot be told (a search). */
export function bulkFilter(chosen: Chosen, nowMs: number): BulkFilter | null {
  const { search, ...others } = listParams(chosen, nowMs);
  if (search) return null;
  return { created_before: new Date(nowMs).toISOString(), ...others };
}

function isStatus(text: string): text is JobStatus {
  return text in (STATES.job ?? {});
}
