"use client";

import { useJob } from "@hub/client/react";
import Link from "next/link";
import { isEnded } from "@/components/job/ended";
import { CopyMenu } from "@/components/job/copy-menu";
import { likeJob } from "@/components/job/copies";
import { JobTimeline } from "@/components/job/job-timeline";
import { TransportLine, TransportNote } from "@/components/job/transport-note";
import { useStory } from "@/components/job/use-story";
import { Button } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { JsonView } from "@/components/ui/json-view";
import { Card } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state-badge";
import { Duration } from "@/components/ui/time";

type WatchedJobProps = {
  id: string;
  /** like: this job's id; null where there is none to make another like. */
  onAnother: (like: string | null) => void;
};

/** The job that was submitted, as it goes. */
export function WatchedJob({ id, onAnother }: WatchedJobProps) {
  const { job, transport, error } = useJob(id);
  const story = useStory(job);
  // How changes come says nothing about a job that is not to be had: the problem does.
  const followed = job !== undefined || error === null;
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1" aria-live="polite">
        <h2 className="text-sm font-semibold">Your job</h2>
        {job && <StateBadge kind="job" state={job.status} />}
        {followed && <TransportNote job={job} transport={transport} />}
        {job && (
          <span className="ml-auto text-muted">
            <Duration from={job.created_at} to={job.finished_at} />
          </span>
        )}
      </div>
      <Id id={id} full link />
      {followed && <TransportLine job={job} transport={transport} />}
      {error && <ProblemNotice problem={error} />}
      {job ? <JobTimeline job={job} story={story} /> : !error && <SkeletonBlock height={240} />}
      {job && isEnded(job) && job.output && <JsonView value={job.output} label="output" />}
      <div className="flex flex-wrap gap-2 border-t pt-4">
        <Button look="primary" onClick={() => onAnother(job ? id : null)}>
          {job ? "Submit another like this" : "Submit another"}
        </Button>
        {job && (
          <Button asChild>
            <Link href={`/jobs/${id}`}>Open the job</Link>
          </Button>
        )}
        {job && <CopyMenu make={() => ({ job: likeJob(job), key: null })} />}
      </div>
    </Card>
  );
}
