"use client";

import type { ConnectionHealthOut, ConnectionOut } from "@hub/client";
import { useGetConnectionHealth } from "@hub/client/react";
import type { ReactNode } from "react";
import type { Column } from "@/components/table/types";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format";
import { Meter } from "./meter";
import { openJobs, stateOf } from "./state";
import { wrongOf } from "./wrong";

const HEALTH_MS = 15_000;

/* Only rows in view ask, each once for all of its cells. */
function Health({
  of,
  children,
}: {
  of: ConnectionOut;
  children: (health?: ConnectionHealthOut) => ReactNode;
}) {
  const health = useGetConnectionHealth(of.id, {
    query: { staleTime: HEALTH_MS, refetchInterval: HEALTH_MS },
  });
  return children(health.data);
}

const DASH = <span className="text-faint">–</span>;

/** Columns of the list of connections. */
export const COLUMNS: Column<ConnectionOut>[] = [
  {
    id: "state",
    header: "Health",
    width: "112px",
    cell: (row) => (
      <Health of={row}>{(health) => <StateBadge kind="connection" state={stateOf(row, health)} />}</Health>
    ),
  },
  {
    id: "name",
    header: "Name",
    width: "minmax(180px, 1.4fr)",
    phone: "title",
    fixed: true,
    cell: (row) => <span className="truncate font-medium">{row.name}</span>,
  },
  {
    id: "connector",
    header: "Connector",
    width: "minmax(100px, 140px)",
    cell: (row) => <code className="truncate font-mono text-xs">{row.connector}</code>,
  },
  {
    id: "in_flight",
    header: "In flight",
    width: "120px",
    phone: "hide",
    cell: (row) => (
      <Health of={row}>
        {(health) => <Meter label="In flight" value={health?.in_flight} limit={row.max_in_flight} />}
      </Health>
    ),
  },
  {
    id: "quota",
    header: "Quota left",
    width: "120px",
    phone: "hide",
    cell: (row) => <Health of={row}>{(health) => <Scarcest health={health} />}</Health>,
  },
  {
    id: "jobs",
    header: "Open jobs",
    width: "96px",
    align: "end",
    phone: "hide",
    cell: (row) => <Health of={row}>{(health) => <Open row={row} health={health} />}</Health>,
  },
  { id: "error", header: "Last error", width: "minmax(180px, 3fr)", cell: (row) => <LastError row={row} /> },
  { id: "checked_at", header: "Checked", width: "104px", cell: (row) => <Time at={row.checked_at} /> },
  {
    id: "base_url",
    header: "Address",
    optional: true,
    cell: (row) => <span className="truncate">{row.base_url || DASH}</span>,
  },
  {
    id: "created_at",
    header: "Created",
    width: "104px",
    optional: true,
    cell: (row) => <Time at={row.created_at} />,
  },
];

/** The quota of which the smallest share is left. */
function Scarcest({ health }: { health: ConnectionHealthOut | undefined }) {
  const known = (health?.quotas ?? []).filter((quota) => quota.limit && quota.remaining !== null);
  const share = (quota: (typeof known)[number]) => (quota.remaining ?? 0) / (quota.limit ?? 1);
  const scarcest = known.sort((one, other) => share(one) - share(other))[0];
  if (!scarcest) return DASH;
  return (
    <Meter
      label={`Left of ${scarcest.name}`}
      value={scarcest.remaining ?? 0}
      limit={scarcest.limit ?? 0}
      left
    />
  );
}

/** Jobs that are not done; while the connection is parked they wait. */
function Open({ row, health }: { row: ConnectionOut; health: ConnectionHealthOut | undefined }) {
  if (!health) return DASH;
  const count = openJobs(health);
  if (count === 0) return <span className="text-faint">0</span>;
  const waiting = health.parked !== null || row.broken_at !== null;
  return waiting ? <Badge tone="warn">{formatCount(count)} parked</Badge> : <>{formatCount(count)}</>;
}

function LastError({ row }: { row: ConnectionOut }) {
  const wrong = wrongOf(row.last_error);
  if (!wrong) return DASH;
  return (
    <span className="truncate" title={`${wrong.what} ${wrong.message}`}>
      {wrong.what} <span className="text-muted">{wrong.message}</span>
    </span>
  );
}
