"use client";

import {
  changeConnection,
  resumeConnection,
  type ConnectionHealthOut,
  type ConnectionOut,
} from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { Pause } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format";
import { useRefresh } from "@/lib/use-refresh";
import { CredentialsDialog } from "./credentials-dialog";
import { openJobs, stateOf } from "./state";
import { parkedWords } from "./wrong";
import { WrongNotice } from "./wrong-notice";

type TroubleProps = { connection: ConnectionOut; health: ConnectionHealthOut | undefined };

/** Why its jobs wait and what brings it back; nothing while all is well. */
export function Trouble({ connection, health }: TroubleProps) {
  const state = stateOf(connection, health);
  const [replacing, setReplacing] = useState(false);
  if (state === "ok" || state === "unknown") return null;
  const waiting = health ? openJobs(health) : 0;
  const credentials = connection.last_error?.category === "auth" || connection.broken_at !== null;
  return (
    <div className="flex flex-col gap-3">
      {state === "broken" && (
        <WrongNotice error={connection.last_error ?? { category: "auth" }}>
          {credentials && (
            <Button needs="connections:write" size="small" onClick={() => setReplacing(true)}>
              Replace the credentials
            </Button>
          )}
        </WrongNotice>
      )}
      {(state === "disabled" || health?.parked) && (
        <Parked connection={connection} health={health} waiting={waiting} />
      )}
      <CredentialsDialog connection={connection} open={replacing} onOpenChange={setReplacing} />
    </div>
  );
}

type ParkedProps = TroubleProps & { waiting: number };

function Parked({ connection, health, waiting }: ParkedProps) {
  const parked = health?.parked;
  const disabled = connection.disabled_at !== null;
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg border border-warn/40 bg-warn-soft p-3">
      <Pause aria-hidden className="size-4 shrink-0 text-warn phone:hidden" />
      <div className="min-w-48 flex-1 phone:basis-full">
        <p className="font-semibold">
          {waiting === 0
            ? "No jobs wait"
            : `${formatCount(waiting)} ${waiting === 1 ? "job waits" : "jobs wait"}`}
          {parked?.until && (
            <span className="ml-2 font-normal text-muted">
              goes on <Time at={parked.until} />
            </span>
          )}
        </p>
        <p>
          {parkedWords(disabled ? "disabled" : (parked?.because ?? "broken"))}{" "}
          <span className="text-muted">
            New jobs are accepted; none of them fails or spends runs meanwhile.
          </span>
        </p>
        {!disabled && parked?.text && (
          <p className="font-mono text-xs break-words text-muted">{parked.text}</p>
        )}
      </div>
      {waiting > 0 && (
        <Button asChild size="small">
          <Link href={`/jobs?connection_id=${connection.id}`}>Show them</Link>
        </Button>
      )}
      {disabled ? (
        <EnableButton connection={connection} />
      ) : (
        <ResumeButton connection={connection} waiting={waiting} />
      )}
    </div>
  );
}

function EnableButton({ connection }: { connection: ConnectionOut }) {
  const refresh = useRefresh("/api/v1/connections");
  const enable = useMutation({
    mutationFn: () => changeConnection(connection.id, { disabled: false }),
    onSuccess: () => toast.success(`${connection.name} is switched on. Its jobs go on.`),
    onSettled: () => refresh(),
  });
  return (
    <>
      <Button needs="connections:write" size="small" busy={enable.isPending} onClick={() => enable.mutate()}>
        Switch on
      </Button>
      {enable.error && <ProblemNotice problem={enable.error} />}
    </>
  );
}

function ResumeButton({ connection, waiting }: { connection: ConnectionOut; waiting: number }) {
  const [asking, setAsking] = useState(false);
  const refresh = useRefresh("/api/v1/connections");
  return (
    <>
      <Button needs="connections:write" size="small" onClick={() => setAsking(true)}>
        Resume
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Resume ${connection.name}?`}
        confirm={
          waiting === 0 ? "Resume" : `Resume ${formatCount(waiting)} ${waiting === 1 ? "job" : "jobs"}`
        }
        onConfirm={async () => {
          await resumeConnection(connection.id);
          toast.success(`${connection.name} goes on.`);
          await refresh();
        }}
      >
        Everything that waits goes on now: the breaker closes, spent quotas and pauses are forgotten, and
        retries become due. If the system still refuses, the connection is parked again after a few calls.
      </ConfirmDialog>
    </>
  );
}
