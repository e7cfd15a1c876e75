"use client";

import type { SourceDetail } from "@hub/client";
import { getGetSourceQueryKey, getListSourceRequestsInfiniteQueryKey, useGetSource } from "@hub/client/react";
import { Id } from "@/components/ui/id";
import { Page, PageHeader } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { StatCard } from "@/components/ui/stat-card";
import { Tabs } from "@/components/ui/tabs";
import { formatCount } from "@/lib/format";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { countsOf } from "./counts";
import { PauseButton } from "./pause-button";
import { presetOf } from "./presets";
import { reasonOf } from "./reasons";
import { Requests } from "./requests";
import { SecretsPanel } from "./secrets-panel";
import { lacksSecret, SourceState } from "./source-state";
import { SourceSettings } from "./source-settings";

/** One source: what came in, what was refused and why, and how it is set. */
export function SourcePage({ id }: { id: string }) {
  const source = useGetSource(id);
  useLiveRefresh({
    events: ["source."],
    keys: [getGetSourceQueryKey(id), getListSourceRequestsInfiniteQueryKey(id)],
    // A refused request makes no event: whoever sends nonsense could fill the log.
    pollMs: 15_000,
  });
  return (
    <Page>
      <Loaded query={source} height={600}>
        {(data) => <Everything source={data} />}
      </Loaded>
    </Page>
  );
}

function Everything({ source }: { source: SourceDetail }) {
  const tabs = [
    { id: "requests", label: "Requests", content: <Requests sourceId={source.id} /> },
    { id: "secrets", label: "Address & secrets", content: <SecretsPanel source={source} /> },
    {
      id: "settings",
      label: "Settings",
      content: <SourceSettings key={source.version} source={source} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={source.name}
        aside={
          <>
            <SourceState source={source} />
            <Id id={source.id} />
          </>
        }
        description={[presetOf(source.preset)?.title ?? source.preset, source.description]
          .filter(Boolean)
          .join(" · ")}
        actions={<PauseButton source={source} />}
      />
      {lacksSecret(source) && (
        <p className="rounded-lg border border-warn/40 bg-warn-soft p-3">
          It has no secret yet, so everything is refused. Give it the sender’s under{" "}
          <b>Address &amp; secrets</b>, then replay what came.
        </p>
      )}
      <Figures source={source} />
      <Tabs label="Parts of the source" tabs={tabs} />
    </>
  );
}

function Figures({ source }: { source: SourceDetail }) {
  const counts = countsOf(source.last_day);
  const worst = counts.reasons[0];
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <StatCard label="Received, 24 h" value={formatCount(counts.received)} />
      <StatCard label="Accepted" value={formatCount(counts.accepted)} />
      <StatCard
        label="Refused"
        value={formatCount(counts.refused)}
        tone={counts.refused > 0 ? "bad" : undefined}
        note={worst && reasonOf(worst.reason).title}
      />
      <StatCard
        label="Repeats"
        value={formatCount(counts.duplicate)}
        note="Dropped; answered like the first"
      />
      <StatCard
        label="Held"
        value={formatCount(counts.held)}
        tone={counts.held > 0 ? "warn" : undefined}
        note="Kept while paused"
      />
    </div>
  );
}
