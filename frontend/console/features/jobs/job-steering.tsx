"use client";

import { cancelJob, type JobOut, retryJob } from "@hub/client";
import { getGetJobQueryKey } from "@hub/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { Ban, PencilLine, RotateCw, Scale } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { CopyMenu } from "@/components/job/copy-menu";
import { likeJob } from "@/components/job/copies";
import { isEnded, isFruitless } from "@/components/job/ended";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ResolveDialog } from "./resolve-dialog";

type Asking = "cancel" | "retry" | "resolve" | null;

/** What can be done with the job as it is. */
export function JobSteering({ job }: { job: JobOut }) {
  const router = useRouter();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const reload = () => void client.invalidateQueries({ queryKey: getGetJobQueryKey(job.id) });
  async function retry() {
    const { id } = await retryJob(job.id);
    toast.success("Retried as a new job");
    router.push(`/jobs/${id}`);
  }
  async function cancel(reason: string) {
    const { status } = await cancelJob(job.id, { reason });
    toast.success(status === "cancelled" ? "Cancelled" : "Asked to stop");
    reload();
  }
  return (
    <>
      {job.status === "reconciling" && (
        <Button needs="jobs:write" look="primary" onClick={() => setAsking("resolve")}>
          <Scale aria-hidden /> Resolve
        </Button>
      )}
      {isFruitless(job) && (
        <Button needs="jobs:write" look="primary" onClick={() => setAsking("retry")}>
          <RotateCw aria-hidden /> Retry
        </Button>
      )}
      <Button needs="jobs:write" asChild>
        <Link href={`/submit?like=${job.id}`}>
          <PencilLine aria-hidden /> {isFruitless(job) ? "Retry with edits" : "Submit another like this"}
        </Link>
      </Button>
      {!isEnded(job) && (
        <Button
          needs="jobs:write"
          look="danger"
          disabled={job.cancel_requested_at !== null}
          onClick={() => setAsking("cancel")}
        >
          <Ban aria-hidden /> {job.cancel_requested_at ? "Asked to stop" : "Cancel"}
        </Button>
      )}
      <CopyMenu make={() => ({ job: likeJob(job), key: null })} />
      <ConfirmDialog
        open={asking === "retry"}
        onOpenChange={close}
        title="Retry the job?"
        confirm="Retry"
        onConfirm={retry}
      >
        It makes a new job with the same input; this one’s history stays as it is. {RISK[category(job)]}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "cancel"}
        onOpenChange={close}
        title="Cancel the job?"
        confirm="Cancel the job"
        danger
        reason="optional"
        onConfirm={cancel}
      >
        {job.status === "running"
          ? "A call is under way and cannot be taken back: it is asked to stop, and nothing follows it."
          : "It has not been done yet, and will not be."}
      </ConfirmDialog>
      {asking === "resolve" && <ResolveDialog job={job} onClose={close} onResolved={reload} />}
    </>
  );
}

const RISK: Record<string, string> = {
  unknown_outcome:
    "Whether the last call took effect is not known: look in the system first, or it may be done twice.",
};

function category(job: JobOut): string {
  return String(job.error?.category ?? "");
}
