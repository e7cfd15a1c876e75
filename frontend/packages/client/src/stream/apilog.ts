import { listEvents, listJobEvents } from "../generated/api";
import type { StreamEvent, Topic } from "./types";

const PAGE = 200;

/**
 * The `readEvents` of an application whose own origin passes calls on to the API: `tenant` and `job:<id>` go on while the
 * stream's plane is away. Other topics have no log of their own there.
 */
export async function readEventsFromApi(
  topic: Topic,
  after: string | undefined,
  signal: AbortSignal,
): Promise<{ data: StreamEvent[]; next_cursor: string } | null> {
  const where = after === undefined ? ({ start: "now" } as const) : { after, limit: PAGE };
  if (topic === "tenant") return asEvents(await listEvents(where, { signal }));
  if (topic.startsWith("job:"))
    return asEvents(await listJobEvents(topic.slice("job:".length), where, { signal }));
  return null;
}

// The API tells the data of events as any object; their types say more.
function asEvents(page: { data: unknown[]; next_cursor: string }): {
  data: StreamEvent[];
  next_cursor: string;
} {
  return page as { data: StreamEvent[]; next_cursor: string };
}
