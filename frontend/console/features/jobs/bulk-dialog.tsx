"use client";

import {
  type BulkDryRun,
  type BulkFilter,
  type BulkOut,
  cancelBulkAction,
  createBulkAction,
  HubProblem,
} from "@hub/client";
import { useGetBulkAction } from "@hub/client/react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Progress } from "@/components/ui/progress";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { formatCount } from "@/lib/format";
import { BulkCounts } from "./bulk-counts";
import { bulkFilter, type Chosen } from "./job-filters";

export type BulkVerb = "retry" | "cancel";

const WORDS = { retry: "Retry", cancel: "Cancel" };
const POLL_MS = 1000;

type BulkDialogProps = {
  verb: BulkVerb;
  chosen: Chosen;
  onClose: () => void;
  /** Called when the action has ended and the dialog is left. */
  onStarted: () => void;
};

/** Counts first what the filters match, then does it on demand, and shows how far it is. */
export function BulkDialog({ verb, chosen, onClose, onStarted }: BulkDialogProps) {
  // Fixed when the dialog opens: what is counted is what is done.
  const [filter] = useState<BulkFilter>(() => bulkFilter(chosen, Date.now()) ?? {});
  const [reason, setReason] = useState("");
  const counted = useQuery<BulkDryRun, HubProblem>({
    queryKey: ["bulk-dry-run", verb, filter],
    queryFn: async () => (await createBulkAction({ action: verb, filter, dry_run: true })) as BulkDryRun,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const start = useMutation<BulkOut, HubProblem, void>({
    mutationFn: async () =>
      (await createBulkAction({ action: verb, filter, reason: reason.trim() })) as BulkOut,
  });
  const total = counted.data?.total ?? 0;
  const begun = start.data;
  const close = () => (begun ? onStarted() : undefined, onClose());
  const footer = begun ? (
    <Button look="primary" onClick={close}>
      Close
    </Button>
  ) : (
    <>
      <Button onClick={onClose}>Back</Button>
      <Button
        look={verb === "cancel" ? "danger" : "primary"}
        disabled={total === 0}
        busy={start.isPending}
        onClick={() => start.mutate()}
      >
        {WORDS[verb]} {formatCount(total)} {total === 1 ? "job" : "jobs"}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      wide
      onOpenChange={close}
      title={`${WORDS[verb]} all matching jobs`}
      description={EXPLAINED[verb]}
      footer={footer}
    >
      {begun ? (
        <BulkProgress begun={begun} />
      ) : (
        <div className="flex flex-col gap-4">
          <Loaded query={counted} height={140}>
            {(dryRun) => <BulkCounts dryRun={dryRun} verb={verb} />}
          </Loaded>
          <Field label="Why" hint="Kept with the jobs." optional>
            <Textarea
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          {start.error && <ProblemNotice problem={start.error} onRetry={() => start.mutate()} />}
        </div>
      )}
    </Dialog>
  );
}

const EXPLAINED = {
  retry:
    "Each that ended without success gets a new job like it; those that were retried already are left out.",
  cancel: "What has not begun is cancelled; what is under way is asked to stop.",
};

/** How far the action is; closing the dialog does not stop it. */
function BulkProgress({ begun }: { begun: BulkOut }) {
  const query = useGetBulkAction(begun.id, {
    query: {
      initialData: begun,
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.state === "running" ? POLL_MS : false),
    },
  });
  const stop = useMutation({
    mutationFn: () => cancelBulkAction(begun.id),
    onSuccess: () => query.refetch(),
  });
  const action = query.data ?? begun;
  const running = action.state === "running";
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <div className="flex items-center gap-3">
        <Badge tone={running ? "info" : action.state === "finished" ? "ok" : "idle"}>{action.state}</Badge>
        {running && (
          <span className="text-muted">It goes on when this is closed; the overview shows it.</span>
        )}
        {running && (
          <Button
            size="small"
            look="danger"
            className="ml-auto"
            busy={stop.isPending}
            onClick={() => stop.mutate()}
          >
            Stop
          </Button>
        )}
      </div>
      <Progress
        label={action.action === "retry" ? "Retried" : "Cancelled or asked to stop"}
        done={action.done + action.skipped}
        total={action.total}
      />
      <p className="text-muted">
        {formatCount(action.done)} done
        {action.skipped > 0 &&
          ` · ${formatCount(action.skipped)} skipped: they had changed meanwhile, or cannot be repeated any more`}
      </p>
      {query.error && <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />}
      {stop.error && <ProblemNotice problem={stop.error} />}
    </div>
  );
}
