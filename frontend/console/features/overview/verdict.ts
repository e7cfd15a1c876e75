import type { OverviewOut } from "@hub/client";
import { formatCount, formatDuration, formatPercent } from "@/lib/format";

/** One thing that is not as it should be, with the page that shows it. */
export type Finding = { tone: "bad" | "warn"; text: string; href: string };

/** Seconds that something due may wait: drains look every two seconds, so half a minute is not usual, five minutes never. */
const LATE_S = 30;
const VERY_LATE_S = 300;
/** Below these shares of delivered attempts somebody should look; few attempts say nothing. */
const GOOD_RATE = 0.98;
const BAD_RATE = 0.8;
const ENOUGH_ATTEMPTS = 20;

/** What is wrong, worst first; empty when all is well. */
export function findingsOf(overview: OverviewOut): Finding[] {
  const found = [...systems(overview), ...receivers(overview), ...queues(overview), ...decisions(overview)];
  return [...found.filter(({ tone }) => tone === "bad"), ...found.filter(({ tone }) => tone === "warn")];
}

function systems({ connections }: OverviewOut): Finding[] {
  return present([
    many(
      connections.broken,
      "bad",
      "connection is broken",
      "connections are broken",
      "/connections?health=broken",
    ),
    many(connections.parked, "warn", "connection is parked", "connections are parked", "/connections"),
    many(
      connections.expiring,
      "warn",
      "consent ends within a week",
      "consents end within a week",
      "/connections",
    ),
  ]);
}

function receivers({ endpoints, deliveries }: OverviewOut): Finding[] {
  const { success_rate: rate, attempts, held } = deliveries;
  const low = rate !== null && attempts >= ENOUGH_ATTEMPTS && rate < GOOD_RATE;
  return present([
    many(
      endpoints.failing,
      "bad",
      "endpoint is failing",
      "endpoints are failing",
      "/endpoints?state=failing",
    ),
    many(
      endpoints.disabled,
      "warn",
      "endpoint is disabled",
      "endpoints are disabled",
      "/endpoints?state=disabled",
    ),
    low && {
      tone: rate < BAD_RATE ? "bad" : "warn",
      text: `${formatPercent(rate)} of the last hour's attempts were delivered`,
      href: "/deliveries",
    },
    many(
      deliveries.dead_24h,
      "warn",
      "delivery died within a day",
      "deliveries died within a day",
      "/deliveries?status=dead",
    ),
    held.count > 0 && {
      tone: "warn",
      text: `${counted(held)} ${held.count === 1 ? "delivery is" : "deliveries are"} held`,
      href: "/deliveries?status=held",
    },
  ]);
}

function queues({ jobs, deliveries }: OverviewOut): Finding[] {
  return present([
    late("jobs", jobs.oldest_due?.age_s, jobs.oldest_due ? `/jobs/${jobs.oldest_due.job_id}` : "/jobs"),
    late(
      "deliveries",
      deliveries.oldest_due?.age_s,
      deliveries.oldest_due ? `/deliveries/${deliveries.oldest_due.delivery_id}` : "/deliveries",
    ),
  ]);
}

function decisions({ jobs, replays }: OverviewOut): Finding[] {
  const waiting = replays.filter(({ state }) => state === "waiting").length;
  return present([
    many(
      jobs.open.reconciling?.count ?? 0,
      "warn",
      "job is reconciling",
      "jobs are reconciling",
      "/jobs?status=reconciling",
    ),
    many(waiting, "warn", "replay waits for a decision", "replays wait for a decision", "/replays"),
  ]);
}

function late(what: string, age: number | undefined, href: string): Finding | false {
  if (age === undefined || age < LATE_S) return false;
  const tone = age >= VERY_LATE_S ? "bad" : "warn";
  return { tone, text: `due ${what} have waited ${formatDuration(age * 1000)}`, href };
}

function many(
  count: number,
  tone: Finding["tone"],
  one: string,
  several: string,
  href: string,
): Finding | false {
  return count > 0 && { tone, text: `${formatCount(count)} ${count === 1 ? one : several}`, href };
}

function present(findings: (Finding | false)[]): Finding[] {
  return findings.filter((finding) => finding !== false);
}

/** `10,000+` of what is counted so far and no farther. */
export function counted({ count, more }: { count: number; more: boolean }): string {
  return formatCount(count) + (more ? "+" : "");
}
