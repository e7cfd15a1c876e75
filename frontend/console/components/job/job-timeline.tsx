"use client";

import type { JobOut } from "@hub/client";
import { Bell, Inbox } from "lucide-react";
import Link from "next/link";
import { Progress } from "../ui/progress";
import { SkeletonBlock } from "../ui/skeleton";
import { lookOf } from "../ui/states";
import { Timeline, type Step } from "../ui/timeline";
import { isEnded } from "./ended";
import { type JobStep, stepsOf } from "./steps";
import { withLocalTimes } from "./sentences";
import { ToldList } from "./told-list";
import type { StoryState } from "./use-story";

type JobTimelineProps = { job: JobOut; story: StoryState };

/** A job's course from top to bottom: what happened, how long it took, who was told, what is still to come. */
export function JobTimeline({ job, story }: JobTimelineProps) {
  const { runs, events, deliveries } = story;
  if (!runs || !events || !deliveries) return <SkeletonBlock height={240} />;
  const steps = stepsOf({ job, runs, events, deliveries });
  const lastWait = steps.findLastIndex((step) => step.kind === "state");
  const live = !isEnded(job);
  return (
    <>
      <Timeline
        steps={steps.map((step, place) => toStep(step, place === lastWait, job, story))}
        running={live}
      />
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

function toStep(step: JobStep, late: boolean, job: JobOut, story: StoryState): Step {
  const icon =
    step.kind === "accepted" ? Inbox : step.kind === "deliveries" ? Bell : lookOf("job", step.state).icon;
  const { id, title, at, tone, tookMs } = step;
  // Why it waits now stands where it waits now, not at an earlier wait of the same kind.
  const waits = step.kind === "state" && step.state === job.status && late;
  const says =
    waits && story.explanation ? [...step.says, withLocalTimes(story.explanation.sentence)] : step.says;
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
        {step.kind === "deliveries" && <ToldList deliveries={story.deliveries ?? []} />}
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
