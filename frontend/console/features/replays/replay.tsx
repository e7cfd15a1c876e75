"use client";

import type { ReplayOut } from "@hub/client";
import { getListReplayChangesQueryKey, useListReplayChanges, useReplay } from "@hub/client/react";
import { EndpointName } from "@/components/names/endpoint-name";
import { Id } from "@/components/ui/id";
import { KeyValue } from "@/components/ui/key-value";
import { Card, Page, PageHeader, Section } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Progress } from "@/components/ui/progress";
import { Loaded, SkeletonBlock } from "@/components/ui/skeleton";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Duration, Time } from "@/components/ui/time";
import { formatCount, formatDuration } from "@/lib/format";
import { placeOf } from "@/lib/ids";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { Changes } from "./changes";
import { filterWords } from "./filter-words";
import { Items } from "./items";
import { ended, moves } from "./outcomes";
import { Steering } from "./steering";

/** One replay as it goes: how far, what came of each, who steered it; and steering it. */
export function Replay({ id }: { id: string }) {
  const { replay, transport, error } = useReplay(id);
  const changes = useListReplayChanges(id, { limit: 100 });
  useLiveRefresh({ events: ["replay."], keys: [getListReplayChangesQueryKey(id)] });
  if (!replay) {
    return (
      <Page>{error ? <ProblemNotice problem={error} /> : <SkeletonBlock height={480} lines={8} />}</Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title="Replay"
        aside={
          <>
            <StateBadge kind="replay" state={replay.state} />
            <Id id={replay.id} />
            {transport !== "live" && !replay.finished_at && <Badge tone="warn">{transport}</Badge>}
          </>
        }
        description={replay.reason || undefined}
        actions={<Steering replay={replay} />}
      />
      <Card className="flex flex-col gap-3">
        <Progress
          done={ended(replay)}
          total={replay.total}
          failed={replay.dead}
          label={progressWords(replay)}
        />
        <Pace replay={replay} />
      </Card>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_300px]">
        <Section title="Items">
          <Items replay={replay} />
        </Section>
        <div className="flex flex-col gap-4">
          <Section title="What and how">
            <Facts replay={replay} />
          </Section>
          <Section title="Changes">
            <Loaded query={changes} height={120}>
              {(page) => <Changes changes={page.data} />}
            </Loaded>
          </Section>
        </div>
      </div>
    </Page>
  );
}

function progressWords({ state }: ReplayOut): string {
  switch (state) {
    case "preparing":
      return "Its set is being written down";
    case "canary":
      return "The canary is under way";
    case "waiting":
      return "The canary is over: look at what became of it, then go on or cancel";
    case "running":
      return "Under way";
    case "paused":
      return "Paused";
    case "cancelling":
      return "Being cancelled";
    case "finished":
      return "Finished";
    case "cancelled":
      return "Cancelled";
  }
}

function Pace({ replay }: { replay: ReplayOut }) {
  const parts = [
    `${formatCount(replay.delivered)} delivered`,
    replay.dead > 0 && `${formatCount(replay.dead)} dead`,
    replay.skipped > 0 && `${formatCount(replay.skipped)} skipped`,
    replay.pending > 0 && `${formatCount(replay.pending)} left`,
    replay.speed_per_s !== null && moves(replay) && `${replay.speed_per_s.toFixed(1)} a second`,
    replay.eta_s !== null &&
      replay.pending > 0 &&
      moves(replay) &&
      `about ${formatDuration(replay.eta_s * 1000)} to go`,
  ];
  return (
    <p className="text-sm text-muted" aria-live="polite">
      {parts.filter(Boolean).join(" · ")}
      {replay.finished_at && (
        <>
          {" · took "}
          <Duration from={replay.started_at ?? replay.created_at} to={replay.finished_at} />
        </>
      )}
    </p>
  );
}

function Facts({ replay }: { replay: ReplayOut }) {
  const filter = filterWords(replay.filter).map(([name, words]): [string, React.ReactNode] => [
    name,
    words.startsWith("ep_") ? (
      <EndpointName key={words} id={words} />
    ) : placeOf(words) ? (
      <Id id={words} link />
    ) : (
      words
    ),
  ]);
  return (
    <Card>
      <KeyValue
        entries={[
          ...filter,
          ["Pace", replay.per_s === null ? "as fast as it goes" : `${replay.per_s} a second`],
          replay.canary === null
            ? null
            : [
                "Canary",
                `${formatCount(replay.canary)}, then ${replay.canary_goes_on ? "by itself" : "on demand"}`,
              ],
          replay.url ? ["Test address", replay.url] : null,
          ["Why", replay.reason || null],
          ["Asked by", <Id key="by" id={replay.requested_by} />],
          ["Asked", <Time key="asked" at={replay.created_at} absolute />],
          replay.finished_at ? ["Ended", <Time key="ended" at={replay.finished_at} absolute />] : null,
        ]}
      />
    </Card>
  );
}
