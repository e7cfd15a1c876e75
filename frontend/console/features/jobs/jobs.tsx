"use client";

import { useJobs } from "@hub/client/react";
import { ListChecks, Send } from "lucide-react";
import Link from "next/link";
import { useMemo, useState } from "react";
import { FilterBar } from "@/components/filters/filter-bar";
import { useFilters } from "@/components/filters/use-filters";
import { ConnectionPick } from "@/components/names/connection-pick";
import { DataTable } from "@/components/table/data-table";
import { useSelection } from "@/components/table/selection";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeader } from "@/components/ui/page-header";
import { STATES } from "@/components/ui/states";
import { BatchBar } from "./batch-bar";
import { JOB_COLUMNS } from "./columns";
import { JobActions } from "./job-actions";
import { listParams } from "./job-filters";

const STATE_OPTIONS = Object.keys(STATES.job ?? {}).map((value) => ({ value, label: value }));

/** All jobs, newest first; what is new is counted and shown on demand, rows change in place. */
export function Jobs() {
  const control = useFilters({
    search: { kind: "text", label: "Search", placeholder: "Job id or Idempotency-Key" },
    status: { kind: "multi", label: "State", options: STATE_OPTIONS },
    connection_id: { kind: "pick", label: "Connection", Pick: ConnectionPick },
    operation: { kind: "text", label: "Operation" },
    tag: { kind: "text", label: "Tag" },
    batch_id: { kind: "text", label: "Batch", placeholder: "Batch id" },
    created: { kind: "time", label: "Created" },
  });
  // `1h` counts back from when a filter was last set: the list's key must not be another at each render.
  const [nowMs, setNowMs] = useState(() => Date.now());
  const set: typeof control.set = (name, value) => {
    setNowMs(Date.now());
    control.set(name, value);
  };
  const filters = useMemo(
    () => ({ ...listParams(control.values, nowMs), limit: 100 }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the scope's text stands for the values
    [control.scope, nowMs],
  );
  const { jobs, newCount, showNew, query } = useJobs(filters);
  const selection = useSelection(control.scope);
  return (
    <Page fill>
      <PageHeader
        title="Jobs"
        actions={
          <Button needs="jobs:write" asChild look="primary">
            <Link href="/submit">
              <Send aria-hidden /> Submit a job
            </Link>
          </Button>
        }
      />
      <FilterBar control={{ ...control, set }} name="jobs" />
      {control.values.batch_id && <BatchBar id={control.values.batch_id} />}
      <JobActions
        chosen={control.values}
        selection={selection}
        jobs={jobs}
        more={Boolean(query.hasNextPage)}
        reload={() => void showNew()}
      />
      <DataTable
        label="Jobs"
        rows={jobs}
        columns={JOB_COLUMNS}
        rowKey={(job) => job.id}
        href={(job) => `/jobs/${job.id}`}
        loading={query}
        selection={selection}
        fresh={{ count: newCount, show: () => void showNew() }}
        empty={control.active > 0 ? <NoMatch clear={control.clear} /> : <NoJobs />}
      />
    </Page>
  );
}

function NoMatch({ clear }: { clear: () => void }) {
  return (
    <EmptyState
      icon={ListChecks}
      title="No job matches"
      action={<Button onClick={clear}>Clear the filters</Button>}
    >
      None of the jobs that are kept fits all of these filters.
    </EmptyState>
  );
}

function NoJobs() {
  const action = (
    <Button needs="jobs:write" asChild look="primary">
      <Link href="/submit">Submit the first job</Link>
    </Button>
  );
  return (
    <EmptyState icon={ListChecks} title="No jobs yet" action={action} code={CURL}>
      A job is one operation that is done once in one of your systems. Each one shows here with its state,
      from the moment that it is accepted.
    </EmptyState>
  );
}

const CURL = `curl -sS "$HUB_URL/api/v1/jobs" \\
  -H "Authorization: Bearer $HUB_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{"connection_id": "con_…", "operation": "echo", "input": {"message": "hello"}}'`;
