"use client";

import type { JobOut } from "@hub/client";
import { useGetConnectionOperation, useGetJob, useListConnections } from "@hub/client/react";
import { Cable, Radio } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryStates } from "nuqs";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Id } from "@/components/ui/id";
import { Card, Page, PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Loaded } from "@/components/ui/skeleton";
import { advancedOf, NOTHING } from "./advanced";
import { ConnectionPicker } from "@/components/job/connection-picker";
import { JobForm } from "./job-form";
import { OperationPicker, Safety } from "@/components/job/operation-picker";
import { WatchedJob } from "./watched-job";

const ADDRESS = {
  connection: parseAsString,
  operation: parseAsString,
  /** A job to make another like. */
  like: parseAsString,
  /** The job that was submitted here. */
  job: parseAsString,
};

/** Choose what is to be done where, fill in the form, and watch it being done. */
export function Submit() {
  const [address, set] = useQueryStates(ADDRESS);
  const like = useGetJob(address.like ?? "", {
    query: { enabled: address.like !== null, staleTime: Infinity },
  });
  const any = useListConnections({ limit: 1 });
  const connection = address.connection ?? like.data?.connection_id ?? null;
  const operation = address.operation ?? (address.connection ? null : (like.data?.operation ?? null));
  if (any.data?.data.length === 0) return <NoConnection />;
  return (
    <Page>
      <PageHeader
        title="Submit a job"
        description="One operation in one of your systems, done once and followed here."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,32rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          {like.data && <Like job={like.data} />}
          {like.error && <ProblemNotice problem={like.error} onRetry={() => void like.refetch()} />}
          <Card className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
            <ConnectionPicker
              id={connection}
              onPick={(id) => void set({ connection: id, operation: null, like: null })}
            />
            {connection && (
              <OperationPicker
                connectionId={connection}
                name={operation}
                onPick={(name) => void set({ connection, operation: name, like: null })}
              />
            )}
          </Card>
          {connection && operation && (address.like === null || like.data) && (
            <Chosen
              key={`${connection} ${operation} ${address.like}`}
              connection={connection}
              operation={operation}
              like={like.data}
              onAccepted={(job) => void set({ job }, { history: "push" })}
            />
          )}
        </div>
        <Watching
          id={address.job}
          // By its id, not by what stands in the form: that is empty once the page was loaded anew.
          onAnother={(like) =>
            void set({ job: null, ...(like && { like, connection: null, operation: null }) })
          }
        />
      </div>
    </Page>
  );
}

function Like({ job }: { job: JobOut }) {
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-muted">
      Filled in like <Id id={job.id} link /> It makes a new job; that one’s history stays as it is. A callback
      address of its own is not taken over.
    </p>
  );
}

type ChosenProps = {
  connection: string;
  operation: string;
  like: JobOut | undefined;
  onAccepted: (id: string) => void;
};

function Chosen({ connection, operation, like, onAccepted }: ChosenProps) {
  const found = useGetConnectionOperation(connection, operation, { query: { staleTime: 60_000 } });
  return (
    <Loaded query={found} height={320}>
      {(known) => (
        <>
          <div className="flex flex-col gap-1 px-1">
            <div className="flex flex-wrap items-center gap-2">
              <h2 className="text-base font-semibold">{known.title}</h2>
              <Safety operation={known} />
            </div>
            <p className="text-muted">{known.description}</p>
          </div>
          <JobForm
            connectionId={connection}
            operation={known}
            initial={{ input: like?.input ?? {}, advanced: like ? advancedOf(like) : NOTHING }}
            onAccepted={onAccepted}
          />
        </>
      )}
    </Loaded>
  );
}

/** The submitted job beside the form, on a phone below it; it comes into view by itself. */
function Watching({ id, onAnother }: { id: string | null; onAnother: (like: string | null) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(id);
  useEffect(() => {
    if (id !== null && id !== first.current) place.current?.scrollIntoView({ block: "nearest" });
  }, [id]);
  return (
    <div ref={place} className="min-w-0 scroll-mt-4 lg:sticky lg:top-4">
      {id ? (
        <WatchedJob key={id} id={id} onAnother={onAnother} />
      ) : (
        <div className="rounded-lg border border-dashed phone:hidden">
          <EmptyState icon={Radio} title="What happens shows here">
            Once it is submitted you see it accepted, run, answered and told to your endpoints, each as it
            happens.
          </EmptyState>
        </div>
      )}
    </div>
  );
}

function NoConnection() {
  const action = (
    <Button asChild look="primary">
      <Link href="/connections">Connect a system</Link>
    </Button>
  );
  return (
    <Page>
      <PageHeader title="Submit a job" />
      <EmptyState icon={Cable} title="No system is connected" action={action} code={CONNECT}>
        A job is one operation in one of your systems. Connect one first; the echo connector needs none and
        sends back what it is given.
      </EmptyState>
    </Page>
  );
}

const CONNECT = `curl -sS "$HUB_URL/api/v1/connections" \\
  -H "Authorization: Bearer $HUB_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{"connector": "echo", "name": "echo"}'`;
