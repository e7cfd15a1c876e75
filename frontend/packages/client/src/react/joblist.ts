// What an event of a job means for a list of jobs that is shown: decisions only.

import type { InfiniteData } from "@tanstack/react-query";
import type { JobOut, ListingJobOut, ListJobsParams } from "../generated/models";
import { type JobNews, mergeJob } from "./news";

export type JobPages = InfiniteData<ListingJobOut, string | undefined>;
// Nobody reads an exact number above it, and a page may stay open for days.
export const MOST_COUNTED = 1_000;

export type JobFilters = Omit<ListJobsParams, "cursor">;

/** The pages with newer news in their rows; the very same object when nothing in them changed. */
export function patched(pages: JobPages, news: ReadonlyMap<string, JobNews>): JobPages {
  let changed = false;
  const row = (job: JobOut) => {
    const told = news.get(job.id);
    const merged = told ? mergeJob(job, told) : job;
    changed ||= merged !== job;
    return merged;
  };
  const after = pages.pages.map((page) => ({ ...page, data: page.data.map(row) }));
  return changed ? { ...pages, pages: after } : pages;
}

/** The ids of jobs that would stand among the rows shown now, were they loaded anew. */
export function missingIds(pages: JobPages, filters: JobFilters, news: Iterable<JobNews>): string[] {
  const rows = pages.pages.flatMap((page) => page.data);
  const shown = new Set(rows.map(({ id }) => id));
  const last = rows.at(-1);
  const isWhole = pages.pages.at(-1)?.next_cursor === null;
  return [...news]
    .filter((told) => !shown.has(told.id) && fits(told, filters))
    .filter((told) => isWhole || last === undefined || told.created_at > last.created_at)
    .map(({ id }) => id);
}

/** With these ids, but not more than are worth counting; the very same object when that changes nothing. */
export function counting(unseen: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const room = MOST_COUNTED - unseen.size;
  const added = ids.filter((id) => !unseen.has(id)).slice(0, room);
  return added.length > 0 ? new Set([...unseen, ...added]) : unseen;
}

/** Whether the job belongs to the list. What events do not tell (a search, a batch) is taken for no. */
function fits(news: JobNews, filters: JobFilters): boolean {
  if (filters.search !== undefined || filters.batch_id !== undefined) return false;
  const created = Date.parse(news.created_at);
  return (
    (filters.status === undefined || filters.status.includes(news.status)) &&
    (filters.connection_id === undefined || news.connection_id === filters.connection_id) &&
    (filters.operation === undefined || news.operation === filters.operation) &&
    (filters.tag === undefined || news.tags.includes(filters.tag)) &&
    (filters.created_after === undefined || created >= Date.parse(filters.created_after)) &&
    (filters.created_before === undefined || created < Date.parse(filters.created_before))
  );
}
