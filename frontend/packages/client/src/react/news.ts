import type { QueryClient } from "@tanstack/react-query";
import type { HubEvent } from "../generated/events";
import type { JobOut } from "../generated/models";

/** What events and snapshots tell of a job: everything but its input and its settings. */
export type JobNews = Omit<Extract<HubEvent, { type: "job.running" }>["data"], "status"> &
  Pick<JobOut, "status">;

const KEPT = 2_000;
const FINAL: readonly JobOut["status"][] = ["succeeded", "failed", "cancelled", "expired"];

const books = new WeakMap<QueryClient, Map<string, JobNews>>();

/** Whether the job has ended: nothing follows. */
export function isFinal(status: JobOut["status"]): boolean {
  return FINAL.includes(status);
}

/**
 * The newest that was heard of each job, for answers that were on their way meanwhile: kept per QueryClient, the newest
 * two thousand. Returns false for what is not newer than what was heard before.
 */
export function noteJob(client: QueryClient, news: JobNews): boolean {
  const book = books.get(client) ?? new Map<string, JobNews>();
  books.set(client, book);
  const known = book.get(news.id);
  if (known && known.version >= news.version) return false;
  book.delete(news.id);
  book.set(news.id, news);
  const oldest = book.keys().next();
  if (book.size > KEPT && !oldest.done) book.delete(oldest.value);
  return true;
}

/** The job with what was heard of it, when that is newer; else the very same object. */
export function withNews(client: QueryClient, job: JobOut): JobOut {
  const news = books.get(client)?.get(job.id);
  return news ? mergeJob(job, news) : job;
}

/** The job with the news, when they are newer; else the very same object. */
export function mergeJob(job: JobOut, news: JobNews): JobOut {
  if (news.version <= job.version) return job;
  const { status, version, tags, metadata, runs, output, error, started_at, finished_at } = news;
  const progress = news.progress as JobOut["progress"];
  const poll_after_ms = isFinal(status) ? null : job.poll_after_ms;
  return {
    ...job,
    ...{
      status,
      version,
      tags,
      metadata,
      runs,
      progress,
      output,
      error,
      started_at,
      finished_at,
      poll_after_ms,
    },
  };
}

/** The job's news in an event, or null for events about something else. */
export function newsOf(event: { type: string; data: unknown }): JobNews | null {
  return event.type.startsWith("job.") ? (event.data as JobNews) : null;
}
