"use client";

import { pauseSource, resumeSource, type SourceOut } from "@hub/client";
import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefresh } from "@/lib/use-refresh";

/** Pauses the source, or lets it go on. */
export function PauseButton({ source }: { source: SourceOut }) {
  const [asking, setAsking] = useState(false);
  const refresh = useRefresh("/api/v1/sources");
  const paused = source.paused_at !== null;
  return (
    <>
      <Button needs="sources:write" onClick={() => setAsking(true)}>
        {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
        {paused ? "Resume" : "Pause"}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={paused ? `Resume ${source.name}?` : `Pause ${source.name}?`}
        confirm={paused ? "Resume" : "Pause"}
        onConfirm={async () => {
          await (paused ? resumeSource(source.id) : pauseSource(source.id));
          toast.success(paused ? "It goes on; what was held is published." : "Paused. What comes is kept.");
          await refresh();
        }}
      >
        {paused
          ? "What was held meanwhile is published within seconds, the oldest first."
          : "Requests are verified, kept and answered as ever; nothing is published until somebody resumes it. The sender notices nothing."}
      </ConfirmDialog>
    </>
  );
}
