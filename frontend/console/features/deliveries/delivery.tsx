"use client";

import {
  useGetDelivery,
  useListAttempts,
  getGetDeliveryQueryKey,
  getListAttemptsQueryKey,
} from "@hub/client/react";
import { replayDelivery, type DeliveryOut } from "@hub/client";
import { RotateCcw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { explainFailure, reasonWords } from "@/components/deliveries/failures";
import { NextTry } from "@/components/deliveries/next-try";
import { EndpointName } from "@/components/names/endpoint-name";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Id } from "@/components/ui/id";
import { KeyValue } from "@/components/ui/key-value";
import { Card, Page, PageHeader, Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { useLiveRefresh } from "@/lib/use-live-refresh";
import { Attempts } from "./attempts";
import { TryNow } from "./try-now";

const ENDED = ["delivered", "dead", "cancelled"];

/** One delivery: its state and why, what comes next, and every attempt. */
export function Delivery({ id }: { id: string }) {
  const delivery = useGetDelivery(id);
  const attempts = useListAttempts(id, { limit: 100 });
  useLiveRefresh({ events: [""], keys: [getGetDeliveryQueryKey(id), getListAttemptsQueryKey(id)] });
  return (
    <Page>
      <Loaded query={delivery} height={320}>
        {(row) => (
          <>
            <Head row={row} />
            <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_360px]">
              <Section title="Attempts">
                <Loaded query={attempts} height={160}>
                  {(page) => (
                    <Attempts delivery={row} attempts={page.data} more={page.next_cursor !== null} />
                  )}
                </Loaded>
              </Section>
              <Section title="Facts">
                <Facts row={row} />
              </Section>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Head({ row }: { row: DeliveryOut }) {
  const [asking, ask] = useState(false);
  const router = useRouter();
  const failure = explainFailure(row);
  return (
    <>
      <PageHeader
        title="Delivery"
        aside={
          <>
            <StateBadge kind="delivery" state={row.status} />
            <Id id={row.id} />
          </>
        }
        description={<Story row={row} />}
        actions={
          ENDED.includes(row.status) ? (
            <Button needs="replays:write" onClick={() => ask(true)}>
              <RotateCcw aria-hidden /> Deliver again
            </Button>
          ) : (
            row.status === "pending" && row.attempts > 0 && <TryNow row={row} />
          )
        }
      />
      {failure && row.status !== "delivered" && (
        <Card className="border-bad/40! bg-bad-soft!">
          <p className="font-semibold">{failure.title}</p>
          <p>{failure.means}</p>
          <p className="text-muted">{failure.advice}</p>
        </Card>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title="Deliver this event again?"
        confirm="Deliver again"
        reason="optional"
        onConfirm={async (reason) => {
          const made = await replayDelivery(row.id, { reason });
          toast.success("A new delivery is on its way.");
          router.push(`/replays/${made.id}`);
        }}
      >
        A new delivery of the same event, under the same webhook-id, with a fresh budget of attempts. This one
        stays as it is.
      </ConfirmDialog>
    </>
  );
}

function Story({ row }: { row: DeliveryOut }) {
  switch (row.status) {
    case "pending":
      return (
        <>
          {row.attempts === 0 ? "Not tried yet" : `Tried ${times(row.attempts)} without success`}; next try:{" "}
          <NextTry at={row.next_attempt_at} />.
        </>
      );
    case "held":
      return "Kept while its endpoint is paused or disabled; resume the endpoint to release it.";
    case "delivered":
      return `Taken by the receiver after ${times(row.attempts)}.`;
    case "dead":
      return `Given up after ${times(row.attempts)}: ${reasonWords(row.reason)}. Nothing more happens unless it is replayed.`;
    case "cancelled":
      return `Cancelled: ${reasonWords(row.reason)}.`;
  }
}

function times(count: number): string {
  return count === 1 ? "one try" : `${count} tries`;
}

function Facts({ row }: { row: DeliveryOut }) {
  return (
    <Card>
      <KeyValue
        entries={[
          [
            "Endpoint",
            <Link
              key="endpoint"
              href={`/endpoints/${row.endpoint_id}`}
              className="text-accent hover:underline"
            >
              <EndpointName id={row.endpoint_id} />
            </Link>,
          ],
          [
            "Event type",
            <code key="type" className="font-mono text-xs">
              {row.event_type}
            </code>,
          ],
          ["Event", <Id key="event" id={row.event_id} link />],
          row.replay_id ? ["Replay", <Id key="replay" id={row.replay_id} link />] : null,
          ["Why", reasonWords(row.reason)],
          ["Tries", row.attempts],
          row.next_attempt_at ? ["Next try", <Time key="next" at={row.next_attempt_at} absolute />] : null,
          ["Created", <Time key="created" at={row.created_at} absolute />],
          row.finished_at ? ["Ended", <Time key="ended" at={row.finished_at} absolute />] : null,
        ]}
      />
    </Card>
  );
}
