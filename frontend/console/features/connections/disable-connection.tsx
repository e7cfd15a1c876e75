"use client";

import { changeConnection, type ConnectionOut } from "@hub/client";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefresh } from "@/lib/use-refresh";

/** Switches the connection off or on; its jobs wait meanwhile. */
export function DisableConnection({ connection }: { connection: ConnectionOut }) {
  const [asking, setAsking] = useState(false);
  const refresh = useRefresh("/api/v1/connections");
  const disabled = connection.disabled_at !== null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-48 flex-1 text-muted">
        {disabled
          ? "It is switched off. Its jobs wait until it is on again."
          : "Its jobs wait; none fails. New ones are accepted."}
      </p>
      <Button needs="connections:write" onClick={() => setAsking(true)}>
        {disabled ? "Switch on" : "Switch off"}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={disabled ? `Switch ${connection.name} on?` : `Switch ${connection.name} off?`}
        confirm={disabled ? "Switch on" : "Switch off"}
        onConfirm={async () => {
          await changeConnection(connection.id, { disabled: !disabled });
          toast.success(disabled ? "Switched on. Its jobs go on." : "Switched off. Its jobs wait.");
          await refresh();
        }}
      >
        {disabled
          ? "What has been waiting goes on at once."
          : "Calls that are under way end as they may; no other begins until somebody switches it on."}
      </ConfirmDialog>
    </div>
  );
}
