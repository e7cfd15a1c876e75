import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { getJob } from "../generated/api";
import type { JobOut } from "../generated/models";
import { getGetJobQueryKey } from "../generated/react";
import { HubProblem } from "../problem";
import type { SubscriptionTransport } from "../stream/types";
import { isFinal, type JobNews, mergeJob, newsOf, noteJob, withNews } from "./news";
import { useSubscription } from "./subscription";

const POLL_MS = 2_000;

/** job: undefined until it is known. transport: how its changes come now. error: why there is no job, or no newer one. */
export type JobState = {
  job: JobOut | undefined;
  transport: SubscriptionTransport;
  error: HubProblem | null;
};

/**
 * A job as it goes: pushed while the stream is live, asked for as often as the hub advises while it is not, and neither once
 * the job has ended. The cache entry is that of `getGetJobQueryKey(id)`; older news never overwrite newer ones.
 */
export function useJob(id: string | null | undefined): JobState {
  const client = useQueryClient();
  const known = client.getQueryData<JobOut>(getGetJobQueryKey(id ?? ""));
  const take = (news: JobNews) => takeJob(client, news);
  const live = useSubscription(id && !(known && isFinal(known.status)) ? `job:${id}` : null, {
    onEvent: (event) => {
      const news = newsOf(event);
      if (news) take(news);
    },
    onSnapshot: (snapshot) => take(snapshot as JobNews),
  });
  const isLive = live.transport === "live";
  const query = useQuery<JobOut, HubProblem>({
    queryKey: getGetJobQueryKey(id ?? ""),
    queryFn: async ({ signal }) => newest(client, await getJob(id ?? "", { signal })),
    enabled: Boolean(id),
    retry: false,
    staleTime: isLive ? Number.POSITIVE_INFINITY : 0,
    refetchInterval: ({ state }) => {
      if (state.data && isFinal(state.data.status)) return false;
      if (state.error && isLasting(state.error)) return false;
      if (isLive && state.data) return false;
      return state.data?.poll_after_ms ?? POLL_MS;
    },
  });
  return {
    job: query.data,
    transport: transportOf(query, isLive),
    error: query.error ?? faultOf(live.fault),
  };
}

function transportOf(
  query: { data: JobOut | undefined; isError: boolean; isPaused: boolean },
  isLive: boolean,
): SubscriptionTransport {
  if (isLive || (query.data && isFinal(query.data.status))) return "live";
  return query.isError || query.isPaused ? "stale" : "polling";
}

/** Asking again would be answered the same. */
function isLasting({ status }: HubProblem): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

function faultOf(fault: { code: string; detail: string } | null): HubProblem | null {
  return fault && new HubProblem({ status: 0, title: "Not followed live", ...fault });
}

/** News of a job into the cache, where they are newer than what is there. */
export function takeJob(client: QueryClient, news: JobNews): void {
  if (!noteJob(client, news)) return;
  client.setQueryData<JobOut>(getGetJobQueryKey(news.id), (job) => job && mergeJob(job, news));
}

/** An answer may have been overtaken on its way: by an event, or by what the cache holds meanwhile. */
function newest(client: QueryClient, job: JobOut): JobOut {
  const cached = client.getQueryData<JobOut>(getGetJobQueryKey(job.id));
  const best = withNews(client, job);
  return cached && cached.version > best.version ? cached : best;
}
