"use client";

import { cancelJob, type JobOut, retryJob } from "@hub/client";
import { Ban, RotateCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { isEnded, isFruitless } from "@/components/job/ended";
import { SelectionBar } from "@/components/table/selection-bar";
import type { SelectionControl } from "@/components/table/types";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount, formatMany } from "@/lib/format";
import { BulkDialog, type BulkVerb } from "./bulk-dialog";
import { type Chosen } from "./job-filters";
import { eachOf } from "./each";

type JobActionsProps = {
  chosen: Chosen;
  selection: SelectionControl;
  jobs: JobOut[];
  more: boolean;
  reload: () => void;
};

/** Retry or cancel: the chosen rows one by one, or everything that the filters match as a bulk action of the hub. */
export function JobActions({ chosen, selection, jobs, more, reload }: JobActionsProps) {
  const [verb, setVerb] = useState<BulkVerb | null>(null);
  const all = selection.value.kind === "all";
  const keys = selection.value.kind === "rows" ? selection.value.keys : null;
  const rows = keys ? jobs.filter((job) => keys.has(job.id)) : [];
  const fitting = { retry: rows.filter(isFruitless), cancel: rows.filter((job) => !isEnded(job)) };
  const searching = all && Boolean(chosen.search);
  function done() {
    selection.change({ kind: "rows", keys: new Set() });
    reload();
  }
  async function act(which: BulkVerb, reason: string) {
    const call =
      which === "retry" ? (job: JobOut) => retryJob(job.id) : (job: JobOut) => cancelJob(job.id, { reason });
    const { well, problems } = await eachOf(fitting[which], call);
    if (well > 0)
      toast.success(`${formatCount(well)} ${which === "retry" ? "retried" : "cancelled or asked to stop"}`);
    if (well > 0) done();
    if (problems.length > 0) throw problems[0];
  }
  const count = (which: BulkVerb) => (all ? "" : ` ${formatCount(fitting[which].length)}`);
  const button = (which: BulkVerb, Icon: typeof Ban, label: string) => (
    <Button
      needs="jobs:write"
      size="small"
      look={which === "cancel" ? "danger" : "secondary"}
      disabled={searching || (!all && fitting[which].length === 0)}
      title={searching ? "A search cannot be acted on as a whole: choose rows, or other filters." : undefined}
      onClick={() => setVerb(which)}
    >
      <Icon aria-hidden /> {label}
      {count(which)}
      {all && " …"}
    </Button>
  );
  return (
    <>
      <SelectionBar selection={selection} noun="jobs" loaded={jobs.length} more={more || jobs.length > 0}>
        {button("retry", RotateCw, "Retry")}
        {button("cancel", Ban, "Cancel")}
      </SelectionBar>
      {verb && all && (
        <BulkDialog verb={verb} chosen={chosen} onClose={() => setVerb(null)} onStarted={done} />
      )}
      {verb && !all && (
        <ConfirmDialog
          open
          onOpenChange={() => setVerb(null)}
          title={`${verb === "retry" ? "Retry" : "Cancel"} ${formatMany(fitting[verb].length, "jobs")}?`}
          confirm={`${verb === "retry" ? "Retry" : "Cancel"} ${formatMany(fitting[verb].length, "jobs")}`}
          danger={verb === "cancel"}
          reason={verb === "cancel" ? "optional" : undefined}
          onConfirm={(reason) => act(verb, reason)}
        >
          {verb === "retry"
            ? "Each gets a new job like it; what happened stays as it is."
            : "What has not begun is cancelled; what is under way is asked to stop."}
          {rows.length > fitting[verb].length &&
            ` ${formatCount(rows.length - fitting[verb].length)} of the chosen jobs cannot be, and nothing is done with those.`}
        </ConfirmDialog>
      )}
    </>
  );
}
