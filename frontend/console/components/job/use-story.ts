"use client";

import type { DeliveryOut, EventOut, Explanation, JobOut, RunOut } from "@hub/client";
import {
  getExplainJobQueryKey,
  getListDeliveriesQueryKey,
  getListJobEventsQueryKey,
  getListRunsQueryKey,
  useExplainJob,
  useListDeliveries,
  useListJobEvents,
  useListRuns,
} from "@hub/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isEnded } from "./ended";

const MOST = 200;
const DELIVERIES_MS = 2000;
const IDLE_MS = 15_000;

/** What is known around a job, each list oldest first; undefined while it is on its way. */
export type StoryState = {
  runs: RunOut[] | undefined;
  events: EventOut[] | undefined;
  deliveries: DeliveryOut[] | undefined;
  explanation: Explanation | undefined;
  /** Why one of them is missing. */
  error: unknown;
};

/** Runs, events, deliveries and the explanation of a job, loaded anew whenever the job has changed. */
export function useStory(job: JobOut | undefined): StoryState {
  const client = useQueryClient();
  const id = job?.id ?? "";
  const enabled = Boolean(id);
  const version = job?.version;
  const told = { job_id: id, limit: MOST };
  const runs = useListRuns(id, { limit: MOST }, { query: { enabled } });
  const events = useListJobEvents(id, { limit: MOST }, { query: { enabled } });
  const explanation = useExplainJob(id, { query: { enabled } });
  const deliveries = useListDeliveries(told, {
    query: {
      enabled,
      // Attempts are no events of the job: while some are open they are asked for.
      refetchInterval: ({ state }) => (state.data?.data.some(isOpen) ? DELIVERIES_MS : IDLE_MS),
    },
  });
  useEffect(() => {
    if (version === undefined) return;
    const keys = [
      getListRunsQueryKey(id),
      getListJobEventsQueryKey(id),
      getExplainJobQueryKey(id),
      getListDeliveriesQueryKey({ job_id: id, limit: MOST }),
    ];
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  }, [client, id, version]);
  return {
    runs: byTime(runs.data?.data, (run) => run.started_at),
    events: events.data?.data,
    deliveries: byTime(deliveries.data?.data, (delivery) => delivery.created_at),
    // A sentence about an earlier state would contradict the badge beside it.
    explanation: explanation.data?.status === job?.status ? explanation.data : undefined,
    error: runs.error ?? events.error ?? deliveries.error ?? null,
  };
}

function isOpen({ status, next_attempt_at: next }: DeliveryOut): boolean {
  return status === "pending" && (!next || Date.parse(next) - Date.now() < 60_000);
}

function byTime<Item>(items: Item[] | undefined, at: (item: Item) => string): Item[] | undefined {
  return items && [...items].sort((one, other) => Date.parse(at(one)) - Date.parse(at(other)));
}

/** Whether something about the job may still change by itself. */
export function isMoving(job: JobOut, deliveries: DeliveryOut[] = []): boolean {
  return !isEnded(job) || deliveries.some((delivery) => delivery.status === "pending");
}
