"use client";

import type { JobOut } from "@hub/client";
import { useGetConnection, useJob } from "@hub/client/react";
import Link from "next/link";
import type { ReactNode } from "react";
import { JobTimeline } from "@/components/job/job-timeline";
import { withLocalTimes } from "@/components/job/sentences";
import { TransportLine, TransportNote } from "@/components/job/transport-note";
import { type StoryState, useStory } from "@/components/job/use-story";
import { Id } from "@/components/ui/id";
import { JsonView } from "@/components/ui/json-view";
import { KeyValue } from "@/components/ui/key-value";
import { Card, Page, PageHeader, Section } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state-badge";
import { Tabs } from "@/components/ui/tabs";
import { Duration, Time } from "@/components/ui/time";
import { Callbacks } from "./callbacks";
import { Changes } from "./changes";
import { Deliveries } from "./deliveries";
import { Events } from "./events";
import { JobErrors } from "./job-errors";
import { JobSteering } from "./job-steering";
import { Runs } from "./runs";

/** One job: why it is where it is, its whole course, and what can be done with it. */
export function JobPage({ id }: { id: string }) {
  const { job, transport, error } = useJob(id);
  const story = useStory(job);
  return (
    <Page>
      <PageHeader
        title={job ? job.operation : "Job"}
        aside={
          <>
            {job && <StateBadge kind="job" state={job.status} />}
            {job && <TransportNote job={job} transport={transport} />}
            <Id id={id} />
          </>
        }
        actions={job && <JobSteering job={job} />}
      />
      {error && <ProblemNotice problem={error} />}
      {job && <TransportLine job={job} transport={transport} />}
      {job ? <Everything job={job} story={story} /> : !error && <SkeletonBlock height={480} />}
    </Page>
  );
}

function Everything({ job, story }: { job: JobOut; story: StoryState }) {
  const count = (items: unknown[] | undefined): string =>
    items && items.length > 0 ? ` ${items.length}` : "";
  const tabs = [
    { id: "timeline", label: "Timeline", content: <JobTimeline job={job} story={story} /> },
    { id: "runs", label: `Runs${count(story.runs)}`, content: <Runs runs={story.runs} /> },
    { id: "events", label: `Events${count(story.events)}`, content: <Events events={story.events} /> },
    {
      id: "deliveries",
      label: `Deliveries${count(story.deliveries)}`,
      content: <Deliveries deliveries={story.deliveries} />,
    },
    { id: "callbacks", label: "Callbacks", content: <Callbacks job={job} /> },
    { id: "changes", label: "Changes", content: <Changes job={job} /> },
    { id: "raw", label: "Raw", content: <JsonView value={job} label="job" depth={1} /> },
  ];
  return (
    <>
      <p aria-live="polite" className="min-h-5 text-base text-muted">
        {story.explanation && withLocalTimes(story.explanation.sentence)}
      </p>
      {story.error !== null && <ProblemNotice problem={story.error} />}
      <JobErrors job={job} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="min-w-0">
          <Tabs label="About the job" tabs={tabs} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Facts job={job} />
          <Section title="Input">
            <JsonView value={job.input} label="input" />
          </Section>
          {job.output && (
            <Section title="Output">
              <JsonView value={job.output} label="output" />
            </Section>
          )}
          {Object.keys(job.metadata).length > 0 && (
            <Section title="Metadata">
              <JsonView value={job.metadata} label="metadata" />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

function Facts({ job }: { job: JobOut }) {
  const connection = useGetConnection(job.connection_id);
  const optional = (name: string, value: ReactNode): [string, ReactNode] | null =>
    value ? [name, value] : null;
  return (
    <Card>
      <KeyValue
        entries={[
          [
            "Connection",
            <Link
              key="link"
              href={`/connections/${job.connection_id}`}
              className="text-accent hover:underline"
            >
              {connection.data?.name ?? job.connector}
            </Link>,
          ],
          ["Created", <Time key="time" at={job.created_at} absolute />],
          [
            job.finished_at ? "Took" : "So far",
            <Duration key="took" from={job.created_at} to={job.finished_at} />,
          ],
          optional("Not before", job.run_at && <Time at={job.run_at} absolute />),
          optional("Expires", job.expires_at && <Time at={job.expires_at} absolute />),
          ["Runs", `${job.runs} of at most ${job.max_runs}`],
          ["Timeout", `${job.timeout_s} s a call`],
          ["Priority", job.priority],
          optional("Tags", job.tags.length > 0 && <TagLinks tags={job.tags} />),
          optional("Batch", job.batch_id && <Id id={job.batch_id} link />),
          optional("Takes turns by", job.concurrency_key),
          optional("Retry of", job.retry_of && <Id id={job.retry_of} link />),
        ]}
      />
    </Card>
  );
}

function TagLinks({ tags }: { tags: string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <Link
          key={tag}
          href={`/jobs?${new URLSearchParams({ tag })}`}
          className="max-w-full rounded-lg bg-idle-soft px-2 text-xs leading-5 font-medium wrap-anywhere text-idle hover:underline"
        >
          {tag}
        </Link>
      ))}
    </span>
  );
}
