import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { listJobs } from "../generated/api";
import type { JobOut, ListingJobOut } from "../generated/models";
import { getListJobsInfiniteQueryKey } from "../generated/react";
import type { HubProblem } from "../problem";
import type { SubscriptionTransport } from "../stream/types";
import { takeJob } from "./job";
import { counting, type JobFilters, type JobPages, missingIds, patched } from "./joblist";
import { type JobNews, newsOf, withNews } from "./news";
import { useSubscription } from "./subscription";

const POLL_MS = 5_000;
// Many events a second become few renders.
const FLUSH_MS = 100;

/**
 * jobs: the rows loaded so far. newCount: jobs that belong to the list and are not shown yet, counted to 1,000; `showNew()`
 * shows them.
 */
export type JobsState = {
  jobs: JobOut[];
  newCount: number;
  showNew: () => Promise<void>;
  transport: SubscriptionTransport;
  error: HubProblem | null;
  query: UseInfiniteQueryResult<InfiniteData<ListingJobOut, string | undefined>, HubProblem>;
};

/**
 * A list of jobs, newest first, page by page (`query.fetchNextPage`). Rows change in place as it happens; new jobs are only
 * counted, so that nothing moves under the reader's hand. The cache entry is that of `getListJobsInfiniteQueryKey(filters)`.
 */
export function useJobs(filters: JobFilters = {}): JobsState {
  const client = useQueryClient();
  const queryKey = getListJobsInfiniteQueryKey(filters);
  const listKey = JSON.stringify(queryKey);
  const [unseen, setUnseen] = useState<{ listKey: string; ids: ReadonlySet<string> }>({
    listKey,
    ids: new Set(),
  });
  const query = useInfiniteQuery<ListingJobOut, HubProblem, JobPages, readonly unknown[], string | undefined>(
    {
      queryKey,
      queryFn: async ({ pageParam, signal }) =>
        withPageNews(client, await listJobs({ ...filters, cursor: pageParam }, { signal })),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next_cursor ?? undefined,
      // Loading the pages anew moves rows: not by itself while they are looked at, that is what `showNew` is for.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnMount: "always",
    },
  );
  const flush = (news: ReadonlyMap<string, JobNews>) => {
    const pages = client.getQueryData<JobPages>(queryKey);
    if (!pages) return;
    client.setQueryData<JobPages>(queryKey, patched(pages, news));
    const missing = missingIds(pages, filters, news.values());
    setUnseen((old) => {
      const before = old.listKey === listKey ? old.ids : new Set<string>();
      const ids = counting(before, missing);
      return ids === old.ids ? old : { listKey, ids };
    });
  };
  const take = useBatch(flush);
  const live = useSubscription("tenant", {
    onEvent: (event) => {
      const news = newsOf(event);
      if (news) takeJob(client, news);
      if (news) take(news);
    },
    onGap: () => void query.refetch(),
  });
  const isLive = live.transport === "live";
  const polled = usePolled(filters, { enabled: query.isSuccess, isLive, take });
  const showNew = useCallback(async () => {
    setUnseen({ listKey, ids: new Set() });
    client.setQueryData<JobPages>(queryKey, (old) => old && firstPage(old));
    await query.refetch();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key's text stands for the key
  }, [client, listKey, query.refetch]);
  const jobs = useMemo(() => query.data?.pages.flatMap((page) => page.data) ?? [], [query.data]);
  const newCount = useMemo(() => {
    const shown = new Set(jobs.map(({ id }) => id));
    return unseen.listKey === listKey ? [...unseen.ids].filter((id) => !shown.has(id)).length : 0;
  }, [jobs, unseen, listKey]);
  return {
    jobs,
    newCount,
    showNew,
    transport: isLive ? "live" : polled,
    error: query.error,
    query,
  };
}

/** What usePolled goes by. */
type Polling = { enabled: boolean; isLive: boolean; take: (news: JobNews) => void };

/**
 * Asks for the first page again and again while nothing is pushed, and once when pushing begins, for what happened between
 * the list's answer and that moment; takes what it tells as news.
 */
function usePolled(filters: JobFilters, { enabled, isLive, take }: Polling): SubscriptionTransport {
  const { data, isError, isPaused } = useQuery<ListingJobOut, HubProblem>({
    queryKey: ["hub", "jobs", "polled", filters, isLive],
    queryFn: ({ signal }) => listJobs(filters, { signal }),
    enabled,
    refetchInterval: isLive ? false : POLL_MS,
    refetchOnMount: "always",
    refetchOnWindowFocus: !isLive,
    retry: false,
  });
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    data?.data.forEach((job) => latest.current(job as JobNews));
  }, [data]);
  return isError || isPaused ? "stale" : "polling";
}

/** Collects the newest of each job and hands it on a little later, all at once. */
function useBatch(flush: (news: ReadonlyMap<string, JobNews>) => void): (news: JobNews) => void {
  const latest = useRef(flush);
  const waiting = useRef(new Map<string, JobNews>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return useCallback((news) => {
    const known = waiting.current.get(news.id);
    if (!known || known.version < news.version) waiting.current.set(news.id, news);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const all = waiting.current;
      waiting.current = new Map();
      latest.current(all);
    }, FLUSH_MS);
  }, []);
}

function withPageNews(client: QueryClient, page: ListingJobOut): ListingJobOut {
  return { ...page, data: page.data.map((job) => withNews(client, job)) };
}

function firstPage({ pages, pageParams }: JobPages): JobPages {
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) };
}
