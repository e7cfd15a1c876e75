"use client";

import type { DeliveryOut } from "@hub/client";
import Link from "next/link";
import { formatDuration } from "@/lib/format";
import { EndpointName } from "../names/endpoint-name";
import { StateBadge } from "../ui/state-badge";
import { Time } from "../ui/time";

/** Deliveries of one job: which event to which endpoint, with attempts and how long it took. */
export function ToldList({ deliveries }: { deliveries: DeliveryOut[] }) {
  return (
    <ul className="mt-1 divide-y rounded-md border bg-surface">
      {deliveries.map((delivery) => (
        <li
          key={delivery.id}
          className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover"
        >
          <StateBadge kind="delivery" state={delivery.status} />
          <Link
            href={`/deliveries/${delivery.id}`}
            className="min-w-0 flex-1 basis-32 truncate after:absolute after:inset-0"
          >
            <span className="font-mono text-xs">{delivery.event_type}</span>
            <span className="text-muted">
              {" "}
              to <EndpointName id={delivery.endpoint_id} />
            </span>
          </Link>
          <span className="text-xs text-muted">{deliveryFacts(delivery)}</span>
          {delivery.next_attempt_at && delivery.attempts > 0 && (
            <span className="text-xs text-muted">
              due <Time at={delivery.next_attempt_at} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function deliveryFacts({ attempts, status_code, error, created_at, finished_at }: DeliveryOut): string {
  const tried = attempts === 1 ? "1 attempt" : `${attempts} attempts`;
  const took = finished_at ? formatDuration(Date.parse(finished_at) - Date.parse(created_at)) : null;
  return [tried, status_code ? `HTTP ${status_code}` : error, took].filter(Boolean).join(" · ");
}
