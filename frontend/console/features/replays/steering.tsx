"use client";

import { cancelReplay, paceReplay, pauseReplay, resumeReplay, type ReplayOut } from "@hub/client";
import { getGetReplayQueryKey, getListReplayChangesQueryKey } from "@hub/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { Ban, Gauge, Pause, Play } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount } from "@/lib/format";
import { steps, waiting } from "./outcomes";
import { PaceDialog } from "./pace-dialog";

type Act = "pause" | "resume" | "cancel" | "pace";

/** Pause, resume, cancel and pace of a replay: what its state allows. */
export function Steering({ replay }: { replay: ReplayOut }) {
  const [asking, ask] = useState<Act | null>(null);
  const client = useQueryClient();
  const can = steps(replay.state);
  const close = () => ask(null);

  async function steer(call: Promise<ReplayOut>, said: string) {
    client.setQueryData(getGetReplayQueryKey(replay.id), await call);
    void client.invalidateQueries({ queryKey: getListReplayChangesQueryKey(replay.id) });
    toast.success(said);
  }

  return (
    <>
      {can.pace && (
        <Button needs="replays:write" onClick={() => ask("pace")}>
          <Gauge aria-hidden /> Pace
        </Button>
      )}
      {can.pause && (
        <Button needs="replays:write" onClick={() => ask("pause")}>
          <Pause aria-hidden /> Pause
        </Button>
      )}
      {can.cancel && (
        <Button needs="replays:write" look="danger" onClick={() => ask("cancel")}>
          <Ban aria-hidden /> Cancel
        </Button>
      )}
      {can.resume && (
        <Button needs="replays:write" look="primary" onClick={() => ask("resume")}>
          <Play aria-hidden /> {replay.state === "waiting" ? "Go on with the rest" : "Resume"}
        </Button>
      )}
      <ConfirmDialog
        open={asking === "pause"}
        onOpenChange={close}
        title="Pause this replay?"
        confirm="Pause"
        reason="optional"
        onConfirm={(reason) => steer(pauseReplay(replay.id, { reason }), "Paused.")}
      >
        No more deliveries are made. Those that were made, about two seconds&apos; worth, and their retries go
        on.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "resume"}
        onOpenChange={close}
        title={replay.state === "waiting" ? "Go on with the rest?" : "Resume this replay?"}
        confirm={`Send the other ${formatCount(waiting(replay))}`}
        reason="optional"
        onConfirm={(reason) => steer(resumeReplay(replay.id, { reason }), "It goes on.")}
      >
        {formatCount(replay.delivered)} delivered and {formatCount(replay.dead)} dead so far.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "cancel"}
        onOpenChange={close}
        title="Cancel this replay?"
        confirm={`Cancel ${formatCount(replay.pending)} ${replay.pending === 1 ? "delivery" : "deliveries"}`}
        danger
        reason="optional"
        onConfirm={(reason) => steer(cancelReplay(replay.id, { reason }), "It is being cancelled.")}
      >
        What is delivered stays so. What has no end yet is cancelled; it can be replayed again.
      </ConfirmDialog>
      {asking === "pace" && (
        <PaceDialog
          perS={replay.per_s}
          onClose={close}
          onSave={(pace) => steer(paceReplay(replay.id, pace), "The pace is changed.")}
        />
      )}
    </>
  );
}
