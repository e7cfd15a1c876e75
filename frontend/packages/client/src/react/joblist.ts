// What an event of a job means for a list of jobs that is shown: decisions only.

import type { InfiniteData } from "@tanstack/react-query";
import type { JobOut, ListingJobOut, ListJobsParams } from "../generated/models";
import { type JobNews, mergeJob } from "./news";

export type JobPages = InfiniteData<ListingJobOut, string | undefined>;
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

/** Whether the job would stand among the rows shown now, were they loaded anew. */
export function isMissing(pages: JobPages, filters: JobFilters, news: JobNews): boolean {
  const rows = pages.pages.flatMap((page) => page.data);
  if (rows.some(({ id }) => id === news.id) || !fits(news, filters)) return false;
  const last = rows.at(-1);
  const isWhole = pages.pages.at(-1)?.next_cursor === null;
  return isWhole || last === undefined || news.created_at > last.created_at;
}

/** Whether the job belongs to the list. What events do not tell (a search, a batch) is taken for no. */
function fits(news: JobNews, filters: JobFilters): boolean {
  if (filters.search !== undefined || filters.batch_id !== undefined) return false;
  const created = Date.parse(news.created_at);
  return (
    (filters.status === undefined || news.status === filters.status) &&
    (filters.connection_id === undefined || news.connection_id === filters.connection_id) &&
    (filters.operation === undefined || news.operation === filters.operation) &&
    (filters.tag === undefined || news.tags.includes(filters.tag)) &&
    (filters.created_after === undefined || created >= Date.parse(filters.created_after)) &&
    (filters.created_before === undefined || created < Date.parse(filters.created_before))
  );
}
