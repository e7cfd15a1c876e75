"use client";

import type { OverviewOut } from "@hub/client";
import { getGetOverviewQueryKey, useGetOverview } from "@hub/client/react";
import { Send } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Loaded } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { Figures } from "./figures";
import { Rates } from "./rates";
import { Troubles } from "./troubles";
import { UnderWay } from "./under-way";
import { findingsOf } from "./verdict";
import { VerdictLine } from "./verdict-line";

/** Rates are counted once a minute; this is for what no event tells of, such as a queue that grows old. */
const ANYWAY_MS = 15_000;

/** Is everything all right? */
export function Overview() {
  const overview = useGetOverview({ query: { refetchInterval: ANYWAY_MS } });
  useLiveRefresh({
    events: ["job.", "endpoint.", "connection.", "replay.", "delivery."],
    keys: [getGetOverviewQueryKey()],
    everyMs: 5000,
  });
  const submit = (
    <Button needs="jobs:write" asChild look="primary">
      <Link href="/submit">
        <Send aria-hidden /> Submit a job
      </Link>
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title="Overview"
        aside={<span className="text-xs text-muted">{overview.data && <Time at={overview.data.at} />}</span>}
        actions={submit}
      />
      {overview.data && overview.error !== null && (
        <ProblemNotice problem={overview.error} onRetry={() => void overview.refetch()} />
      )}
      <Loaded query={overview} height={640}>
        {(data) => (isUnused(data) ? <Unused /> : <Everything overview={data} />)}
      </Loaded>
    </Page>
  );
}

function Everything({ overview }: { overview: OverviewOut }) {
  return (
    <>
      <VerdictLine findings={findingsOf(overview)} />
      <Troubles overview={overview} />
      <Figures overview={overview} />
      <Rates overview={overview} />
      <UnderWay overview={overview} />
    </>
  );
}

function isUnused({ connections, endpoints, jobs, deliveries }: OverviewOut): boolean {
  const busy = deliveries.attempts > 0 || jobs.series.some((point) => point.accepted > 0);
  return connections.total === 0 && endpoints.total === 0 && !busy;
}

const FIRST_STEPS = `hub submit echo echo '{"message": "hello"}'
hub listen http://localhost:3000/webhooks`;

function Unused() {
  const action = (
    <>
      <Button asChild look="primary">
        <Link href="/connections">Connect a system</Link>
      </Button>
      <Button asChild>
        <Link href="/endpoints">Add an endpoint</Link>
      </Button>
    </>
  );
  return (
    <EmptyState title="Nothing has happened yet" action={action} code={FIRST_STEPS}>
      Connect a system to do jobs in, and add an endpoint that hears of them. From then on this page says
      whether everything is all right.
    </EmptyState>
  );
}
