"use client";

import { retryDelivery, type DeliveryOut } from "@hub/client";
import { Send } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefresh } from "@/lib/use-refresh";

/** Has a delivery that waits for its next try sent at once. */
export function TryNow({ row }: { row: DeliveryOut }) {
  const [asking, ask] = useState(false);
  const refresh = useRefresh("/api/v1/deliveries");
  return (
    <>
      <Button needs="replays:write" onClick={() => ask(true)}>
        <Send aria-hidden /> Try now
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title="Try this delivery now?"
        confirm="Try now"
        onConfirm={async () => {
          await retryDelivery(row.id);
          toast.success("It goes out now.");
          await refresh();
        }}
      >
        It is sent at once instead of when its next try is due. If sending to its endpoint was suspended after
        failures, that ends.
      </ConfirmDialog>
    </>
  );
}
