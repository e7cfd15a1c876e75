import type { DeliveryOut } from "@hub/client";
import { ToldList } from "@/components/job/told-list";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonBlock } from "@/components/ui/skeleton";

/** Which endpoints the job's events are owed to, and how far that is. */
export function Deliveries({ deliveries }: { deliveries: DeliveryOut[] | undefined }) {
  if (!deliveries) return <SkeletonBlock height={200} />;
  if (deliveries.length === 0)
    return (
      <EmptyState title="Nobody was told by webhook">
        No endpoint takes the events of this job. One that is added now gets what happens from now on.
      </EmptyState>
    );
  return <ToldList deliveries={deliveries} />;
}
