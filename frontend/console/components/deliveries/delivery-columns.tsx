import type { DeliveryOut } from "@hub/client";
import Link from "next/link";
import { EndpointName } from "@/components/names/endpoint-name";
import type { Column } from "@/components/table/types";
import { Id } from "@/components/ui/id";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { NextTry } from "./next-try";
import { ResultCode } from "./result-code";
import { reasonWords } from "./failures";

/** Columns of a list of deliveries. */
export const DELIVERY_COLUMNS: Column<DeliveryOut>[] = [
  {
    id: "status",
    header: "State",
    width: "112px",
    fixed: true,
    phone: "title",
    cell: (row) => <StateBadge kind="delivery" state={row.status} />,
  },
  {
    id: "endpoint",
    header: "Endpoint",
    width: "minmax(140px, 1.2fr)",
    cell: (row) => (
      <Link href={`/endpoints/${row.endpoint_id}`} className="truncate hover:underline">
        <EndpointName id={row.endpoint_id} />
      </Link>
    ),
  },
  {
    id: "type",
    header: "Event type",
    width: "minmax(140px, 1.2fr)",
    cell: (row) => <span className="truncate font-mono text-xs">{row.event_type}</span>,
  },
  {
    id: "result",
    header: "Last answer",
    width: "minmax(104px, .8fr)",
    cell: (row) => <ResultCode code={row.status_code} error={row.error} />,
  },
  {
    id: "attempts",
    header: "Tries",
    width: "56px",
    align: "end",
    phone: "hide",
    cell: (row) => row.attempts,
  },
  {
    id: "next",
    header: "Next try",
    width: "104px",
    cell: (row) => <NextTry at={row.next_attempt_at} />,
    phone: "hide",
  },
  { id: "created", header: "Created", width: "96px", cell: (row) => <Time at={row.created_at} /> },
  {
    id: "reason",
    header: "Why",
    optional: true,
    phone: "hide",
    cell: (row) => <span className="truncate">{reasonWords(row.reason)}</span>,
  },
  {
    id: "id",
    header: "Delivery",
    width: "136px",
    phone: "hide",
    cell: (row) => <Id id={row.id} />,
  },
  {
    id: "event",
    header: "Event",
    width: "136px",
    optional: true,
    phone: "hide",
    cell: (row) => <Id id={row.event_id} link />,
  },
];
