"use client";

import { RotateCcw, Send } from "lucide-react";
import { useMemo, useState } from "react";
import { FilterBar } from "@/components/filters/filter-bar";
import { useFilters, type FilterControl } from "@/components/filters/use-filters";
import { EndpointPick } from "@/components/names/endpoint-pick";
import { DataTable } from "@/components/table/data-table";
import { useSelection } from "@/components/table/selection";
import { SelectionBar } from "@/components/table/selection-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { DELIVERY_COLUMNS } from "./delivery-columns";
import { DELIVERY_FILTERS, listParams, MOST_IDS, replayFilter, replayOf, type DeliveryQuery } from "./query";
import { ReplayDialog, type ReplayTarget } from "./replay-dialog";
import { useDeliveryList } from "./use-delivery-list";

const RARE = ["job_id", "event_id", "replay_id"];
const ALL_FILTERS = {
  endpoint_id: { kind: "pick", label: "Endpoint", Pick: EndpointPick },
  ...DELIVERY_FILTERS,
} as const;
/* Of one endpoint. */
const ONE_COLUMNS = DELIVERY_COLUMNS.filter((column) => column.id !== "endpoint");

/** Deliveries with filters, selection and replay; of one endpoint when it is given. Needs a parent with a height. */
export function DeliveryList({ endpointId }: { endpointId?: string }) {
  const control = useFilters(endpointId ? DELIVERY_FILTERS : ALL_FILTERS);
  const values = control.values as DeliveryQuery;
  const query: DeliveryQuery = endpointId ? { ...values, endpoint_id: endpointId } : values;
  // The instant that "last hour" counts from stays while the filters do: pages must fit together.
  const nowMs = useMemo(() => instantFor(control.scope), [control.scope]);
  const { list, rows, fresh, onShown } = useDeliveryList(listParams(query, nowMs));
  const selection = useSelection(control.scope + (endpointId ?? ""));
  const [target, setTarget] = useState<ReplayTarget | null>(null);

  const chosen = selection.value;
  const all = replayFilter(query, nowMs);
  function replayChosen() {
    if (chosen.kind === "rows") {
      const one = new Set(rows.filter((row) => chosen.keys.has(row.id)).map((row) => row.endpoint_id));
      const filter = replayOf([...chosen.keys]);
      setTarget({
        filter: one.size === 1 ? { ...filter, endpoint_id: [...one][0] } : filter,
        selected: chosen.keys.size,
      });
    } else if ("filter" in all) setTarget({ filter: all.filter });
  }
  const tooMany = chosen.kind === "rows" && chosen.keys.size > MOST_IDS;
  const impossible = chosen.kind === "all" && "impossible" in all ? all.impossible : null;
  return (
    <>
      <FilterBar control={shownOf(control)} name="deliveries" />
      <SelectionBar selection={selection} noun="deliveries" loaded={rows.length} more={list.hasNextPage}>
        {(impossible ?? tooMany) && (
          <span className="self-center text-xs text-muted">
            {impossible ?? `Up to ${MOST_IDS} by name; select all matching for more.`}
          </span>
        )}
        <Button
          needs="replays:write"
          look="primary"
          size="small"
          disabled={tooMany || impossible !== null}
          onClick={replayChosen}
        >
          <RotateCcw aria-hidden /> Replay…
        </Button>
      </SelectionBar>
      <DataTable
        label="Deliveries"
        rows={rows}
        columns={endpointId ? ONE_COLUMNS : DELIVERY_COLUMNS}
        rowKey={idOf}
        href={hrefOf}
        loading={list}
        selection={selection}
        fresh={fresh}
        onShown={onShown}
        empty={<NoDeliveries filtered={control.active > 0} clear={control.clear} />}
      />
      {target && <ReplayDialog target={target} onClose={() => setTarget(null)} />}
    </>
  );
}

/* Drawn anew for each set of filters, which is why it is told them. */
function instantFor(scope: string): number {
  return scope === "" ? 0 : Date.now();
}

const idOf = (row: { id: string }) => row.id;
const hrefOf = (row: { id: string }) => `/deliveries/${row.id}`;

/* Three boxes for ids would fill the bar: one that is set shows, the others wait behind a link to it (`/deliveries?job_id=`). */
function shownOf(control: FilterControl): FilterControl {
  const shown = Object.entries(control.filters).filter(
    ([name]) => !RARE.includes(name) || control.values[name],
  );
  return { ...control, filters: Object.fromEntries(shown) };
}

function NoDeliveries({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        icon={Send}
        title="No delivery matches"
        action={<Button onClick={clear}>Clear the filters</Button>}
      >
        Deliveries are kept for the tenant&apos;s retention; older ones are gone.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Send} title="No deliveries yet" code={CURL}>
      Each event that an endpoint wants becomes a delivery here, with every attempt, its request and its
      answer. Create an endpoint, then publish an event:
    </EmptyState>
  );
}

const CURL = `curl -X POST $HUB_URL/api/v1/events \\
  -H "Authorization: Bearer $HUB_API_KEY" -H "Content-Type: application/json" \\
  -d '{"type": "order.created", "data": {"order": "A-1"}}'`;
