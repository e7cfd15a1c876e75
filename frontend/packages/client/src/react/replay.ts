import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { getReplay } from "../generated/api";
import type { ReplayOut } from "../generated/models";
import { getGetReplayQueryKey } from "../generated/react";
import type { HubProblem } from "../problem";
import type { SubscriptionTransport } from "../stream/types";
import { useSubscription } from "./subscription";

const POLL_MS = 2_000;
// Between the events, which come with each tenth; one that rests tells all that still happens.
const LIVE_POLL_MS = 3_000;
const ASKED_AGAIN = 2;
// What events of a replay tell; the split by state comes with the next answer of the API.
const TOLD = [
  "state",
  "total",
  "pending",
  "delivered",
  "dead",
  "cancelled",
  "skipped",
  "per_s",
  "eta_s",
] as const;

type Told = Pick<ReplayOut, "id" | (typeof TOLD)[number]>;

/** A replay as it goes: its counts live, everything else at each change of its state and every few seconds until it is over. */
export function useReplay(id: string | null | undefined): {
  replay: ReplayOut | undefined;
  transport: SubscriptionTransport;
  error: HubProblem | null;
} {
  const client = useQueryClient();
  const queryKey = getGetReplayQueryKey(id ?? "");
  const known = client.getQueryData<ReplayOut>(queryKey);
  const news = useRef(0);
  const take = (told: Told) => {
    news.current += 1;
    takeReplay(client, told);
  };
  const live = useSubscription(id && !(known && isOver(known)) ? `replay:${id}` : null, {
    onEvent: (event) => {
      if (event.type.startsWith("replay.")) take(event.data as Told);
    },
    onSnapshot: (snapshot) => take(snapshot as Told),
  });
  const isLive = live.transport === "live";
  const query = useQuery<ReplayOut, HubProblem>({
    queryKey,
    queryFn: async ({ signal }) => {
      for (let again = 0; ; again += 1) {
        const before = news.current;
        const replay = await getReplay(id ?? "", { signal });
        // An answer that was overtaken by an event is asked for again: replays have no version to compare.
        if (news.current === before || again === ASKED_AGAIN) return replay;
      }
    },
    enabled: Boolean(id),
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.data && isOver(state.data)) return false;
      if (!isLive) return POLL_MS;
      return state.data && isResting(state.data) ? false : LIVE_POLL_MS;
    },
  });
  const asked = query.isError || query.isPaused ? "stale" : "polling";
  return { replay: query.data, transport: isLive ? "live" : asked, error: query.error };
}

function isOver({ state }: { state: ReplayOut["state"] }): boolean {
  return state === "finished" || state === "cancelled";
}

function isResting({ state }: { state: ReplayOut["state"] }): boolean {
  return state === "paused" || state === "waiting";
}

function takeReplay(client: QueryClient, told: Told): void {
  const queryKey = getGetReplayQueryKey(told.id);
  const changes = Object.fromEntries(TOLD.map((name) => [name, told[name]])) as Omit<Told, "id">;
  const before = client.getQueryData<ReplayOut>(queryKey);
  client.setQueryData<ReplayOut>(queryKey, (replay) => replay && { ...replay, ...changes });
  const lasts = isOver(told) || isResting(told);
  if (before && (before.state !== told.state || lasts)) void client.invalidateQueries({ queryKey });
}
