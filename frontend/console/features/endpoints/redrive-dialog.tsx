"use client";

import { redriveFiltered, redriveUndelivered } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { HowFields } from "@/components/deliveries/how-fields";
import { howOf, NO_WISHES, wrongIn } from "@/components/deliveries/replay-how";
import { FormDialog } from "@/components/ui/form-dialog";
import { formatCount } from "@/lib/format";

type RedriveDialogProps = {
  endpointId: string;
  what: "missed" | "filtered";
  count: number;
  /** RFC 3339: since when what filters left out was counted, and is sent. */
  filteredAfter: string;
  onClose: () => void;
};

/** Sends an endpoint what it misses, as a replay. */
export function RedriveDialog({ endpointId, what, count, filteredAfter, onClose }: RedriveDialogProps) {
  const [fields, change] = useState(NO_WISHES);
  const router = useRouter();
  const begin = useMutation({
    mutationFn: () =>
      what === "missed"
        ? redriveUndelivered(endpointId, howOf(fields))
        : redriveFiltered(endpointId, { ...howOf(fields), created_after: filteredAfter }),
    onSuccess: (made) => {
      toast.success("The replay has begun.");
      router.push(`/replays/${made.id}`);
    },
  });
  const wrong = wrongIn(fields);
  return (
    <FormDialog
      title={what === "missed" ? "Redrive what it misses" : "Send what its filters left out"}
      description={
        what === "missed"
          ? "The dead and the cancelled go out again, each with a fresh budget of attempts."
          : "Events of the last 24 hours that its types, channels and payload filter leave out, sent this once."
      }
      onClose={onClose}
      submit={`Send ${formatCount(count)}`}
      onSubmit={() => begin.mutate()}
      ready={wrong.perS === null && wrong.canary === null}
      busy={begin.isPending}
      problem={begin.error}
    >
      <HowFields fields={fields} change={change} problem={begin.error} />
    </FormDialog>
  );
}
