"use client";

import type { DeliveryOut, JobOut } from "@hub/client";
import { useListEndpoints } from "@hub/client/react";
import { Bell, Inbox } from "lucide-react";
import Link from "next/link";
import { formatDuration } from "@/lib/format";
import { Progress } from "../ui/progress";
import { SkeletonBlock } from "../ui/skeleton";
import { StateBadge } from "../ui/state-badge";
import { lookOf } from "../ui/states";
import { Time } from "../ui/time";
import { Timeline, type Step } from "../ui/timeline";
import { isEnded } from "./ended";
import { type JobStep, stepsOf } from "./steps";
import type { StoryState } from "./use-story";

type JobTimelineProps = { job: JobOut; story: StoryState };

/** A job's course from top to bottom: what happened, how long it took, who was told, what is still to come. */
export function JobTimeline({ job, story }: JobTimelineProps) {
  const { runs, events, deliveries } = story;
  if (!runs || !events || !deliveries) return <SkeletonBlock height={240} />;
  const steps = stepsOf({ job, runs, events, deliveries });
  const live = !isEnded(job);
  return (
    <>
      <Timeline steps={steps.map((step) => toStep(step, job, story))} running={live} />
      {!live && deliveries.length === 0 && (
        <p className="text-xs text-muted">
          No{" "}
          <Link href="/endpoints" className="text-accent hover:underline">
            endpoint
          </Link>{" "}
          takes this job’s events: nobody was told by webhook.
        </p>
      )}
    </>
  );
}

function toStep(step: JobStep, job: JobOut, story: StoryState): Step {
  const icon =
    step.kind === "accepted" ? Inbox : step.kind === "deliveries" ? Bell : lookOf("job", step.state).icon;
  const { id, title, at, tone, tookMs } = step;
  const waits = step.kind === "ahead" || (step.kind === "state" && step.state === job.status);
  const says = waits && story.explanation ? [...step.says, story.explanation.sentence] : step.says;
  return {
    id,
    title,
    at,
    icon,
    tone,
    ...(tookMs !== undefined && { tookMs }),
    children: (
      <>
        {says.map((sentence) => (
          <p key={sentence} className="text-sm break-words text-muted">
            {sentence}
          </p>
        ))}
        {step.kind === "run" && step.state === "running" && job.progress && <RunProgress job={job} />}
        {step.kind === "deliveries" && <Told deliveries={story.deliveries ?? []} />}
      </>
    ),
  };
}

function RunProgress({ job }: { job: JobOut }) {
  const { fraction, message } = job.progress ?? { fraction: null, message: "" };
  if (fraction === null) return <p className="text-sm text-muted">{message}</p>;
  return (
    <div className="max-w-sm">
      <Progress label={message || "Progress"} done={Math.round(fraction * 100)} total={100} />
    </div>
  );
}

function Told({ deliveries }: { deliveries: DeliveryOut[] }) {
  const endpoints = useListEndpoints({ limit: 200 });
  const names = new Map(endpoints.data?.data.map((each) => [each.id, each.description || each.url]));
  return (
    <ul className="mt-1 divide-y rounded-md border bg-surface">
      {deliveries.map((delivery) => (
        <li
          key={delivery.id}
          className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover"
        >
          <StateBadge kind="delivery" state={delivery.status} />
          <Link
            href={`/deliveries/${delivery.id}`}
            className="min-w-0 flex-1 basis-32 truncate after:absolute after:inset-0"
          >
            <span className="font-mono text-xs">{delivery.event_type}</span>
            <span className="text-muted"> to {names.get(delivery.endpoint_id) ?? "its endpoint"}</span>
          </Link>
          <span className="text-xs text-muted">{deliveryFacts(delivery)}</span>
          {delivery.next_attempt_at && delivery.attempts > 0 && (
            <span className="text-xs text-muted">
              next <Time at={delivery.next_attempt_at} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function deliveryFacts({ attempts, status_code, error, created_at, finished_at }: DeliveryOut): string {
  const tried = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  const took = finished_at ? formatDuration(Date.parse(finished_at) - Date.parse(created_at)) : null;
  return [tried, status_code ? `HTTP ${status_code}` : error, took].filter(Boolean).join(" · ");
}
