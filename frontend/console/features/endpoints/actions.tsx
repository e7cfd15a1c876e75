"use client";

import { deleteEndpoint, pauseEndpoint, type EndpointDetail } from "@hub/client";
import { getGetEndpointQueryKey, getListEndpointsInfiniteQueryKey } from "@hub/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Pause, Play, Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { nameOf } from "@/components/names/endpoint-name";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { formatCount } from "@/lib/format";
import { ResumeDialog } from "./resume-dialog";
import { stateOf } from "./state";
import { TestDialog } from "./test-dialog";

/** Test, pause, resume and delete. */
export function Actions({ endpoint }: { endpoint: EndpointDetail }) {
  const [asking, ask] = useState<"test" | "pause" | "resume" | "delete" | null>(null);
  const client = useQueryClient();
  const router = useRouter();
  const close = () => ask(null);
  const state = stateOf(endpoint);
  const rests = state === "paused" || state === "disabled";

  function changed() {
    void client.invalidateQueries({ queryKey: getGetEndpointQueryKey(endpoint.id) });
    void client.invalidateQueries({ queryKey: getListEndpointsInfiniteQueryKey() });
  }
  return (
    <>
      <Button needs="endpoints:write" onClick={() => ask("test")}>
        <Send aria-hidden /> Test event
      </Button>
      {rests ? (
        <Button needs="endpoints:write" look="primary" onClick={() => ask("resume")}>
          <Play aria-hidden /> Resume
        </Button>
      ) : (
        <Button needs="endpoints:write" onClick={() => ask("pause")}>
          <Pause aria-hidden /> Pause
        </Button>
      )}
      <Menu
        trigger={
          <Button needs="endpoints:write" size="icon" look="ghost" aria-label="More">
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        {/* A failing endpoint's breaker closes by a resume, too. */}
        {state === "failing" && (
          <MenuItem onSelect={() => ask("resume")}>
            <Play aria-hidden /> Try again now
          </MenuItem>
        )}
        <MenuItem danger onSelect={() => ask("delete")}>
          <Trash2 aria-hidden /> Delete…
        </MenuItem>
      </Menu>
      {asking === "test" && <TestDialog endpoint={endpoint} onClose={close} />}
      {asking === "resume" && <ResumeDialog endpoint={endpoint} onClose={close} onDone={changed} />}
      <ConfirmDialog
        open={asking === "pause"}
        onOpenChange={close}
        title={`Pause ${nameOf(endpoint)}?`}
        confirm="Pause"
        onConfirm={async () => {
          await pauseEndpoint(endpoint.id);
          toast.success("Paused.");
          changed();
        }}
      >
        Its deliveries are held until it is resumed; none is lost and none spends an attempt.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={close}
        title="Delete this endpoint?"
        confirm="Delete the endpoint"
        danger
        typed={nameOf(endpoint)}
        onConfirm={async () => {
          await deleteEndpoint(endpoint.id);
          toast.success("Deleted.");
          void client.invalidateQueries({ queryKey: getListEndpointsInfiniteQueryKey() });
          router.push("/endpoints");
        }}
      >
        What it is owed is cancelled
        {endpoint.held > 0 && `, ${formatCount(endpoint.held)} held ones among them`}; its credentials and
        headers are forgotten. Its history stays readable.
      </ConfirmDialog>
    </>
  );
}
