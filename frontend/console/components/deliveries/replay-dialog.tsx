"use client";

import { createReplay, type DryRun as Counted, type ReplayFilter } from "@hub/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getListReplaysInfiniteQueryKey } from "@hub/client/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { EndpointName } from "@/components/names/endpoint-name";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Loaded } from "@/components/ui/skeleton";
import { formatCount } from "@/lib/format";
import { DryRun } from "./dry-run";
import { HowFields } from "./how-fields";
import { NO_WISHES, replayRequest, wrongIn } from "./replay-how";

/** What is to be delivered again. selected: how many rows were chosen by hand. */
export type ReplayTarget = { filter: ReplayFilter; selected?: number };

/** Counts first, then asks how, then begins a replay and goes to its page. */
export function ReplayDialog({ target, onClose }: { target: ReplayTarget; onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const [fields, change] = useState(NO_WISHES);
  // Counted for when it is typed in full: a dry run at each key would count a hundred thousand rows each time.
  const [tested, setTested] = useState("");
  const elsewhere = tested.trim() !== "";
  const dry = useQuery({
    queryKey: ["dry-run", target.filter, tested],
    queryFn: async () =>
      (await createReplay(replayRequest(target.filter, { ...NO_WISHES, url: tested }, true))) as Counted,
    staleTime: 0,
    retry: false,
    placeholderData: (last) => last,
  });
  const begin = useMutation({
    mutationFn: () => createReplay(replayRequest(target.filter, fields, false)),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: getListReplaysInfiniteQueryKey() });
      toast.success("The replay has begun.");
      onClose();
      if ("id" in made) router.push(`/replays/${made.id}`);
    },
  });
  const wrong = wrongIn(fields);
  const total = dry.data?.total ?? 0;
  const ready =
    total > 0 && !dry.error && wrong.perS === null && wrong.canary === null && tested === fields.url;
  const one = target.filter.endpoint_id;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Deliver again"
      description="New deliveries of the same events, under the same webhook-id. What was stays as it was."
      footer={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button look="primary" disabled={!ready} busy={begin.isPending} onClick={() => begin.mutate()}>
            {label(total, dry.data?.complete !== false, elsewhere)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Loaded query={dry} height={140}>
          {(counted) => <DryRun counted={counted} selected={target.selected} />}
        </Loaded>
        <HowFields fields={fields} change={change} problem={begin.error} />
        <Field
          label="Another address, for a test"
          optional
          hint={
            one ? (
              <>
                Everything goes there instead, signed with the secrets of <EndpointName id={one} />, one
                attempt each; it does not count as delivered.
              </>
            ) : (
              "Filter by one endpoint first: its secrets sign what goes there."
            )
          }
          problem={dry.error ?? begin.error}
          path="body.url"
        >
          <Input
            type="url"
            disabled={!one}
            value={fields.url}
            onBlur={() => setTested(fields.url)}
            placeholder="https://staging.example.com/hooks"
            onChange={(event) => change({ ...fields, url: event.target.value })}
          />
        </Field>
        {begin.error && <ProblemNotice problem={begin.error} />}
      </div>
    </Dialog>
  );
}

function label(total: number, complete: boolean, elsewhere: boolean): string {
  const many = `${complete ? "" : "at least "}${formatCount(total)}`;
  return elsewhere ? `Send ${many} to the test address` : `Replay ${many}`;
}
