"use client";

import type { ConnectionOut } from "@hub/client";
import { useGetConnection, useGetConnectionHealth, useListConnectionsInfinite } from "@hub/client/react";
import Link from "next/link";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";

const PAGE = 100;

/** In which system the job is to be done, with how that system is. */
export function ConnectionPicker({ id, onPick }: { id: string | null; onPick: (id: string) => void }) {
  const [search, setSearch] = useState("");
  const list = useListConnectionsInfinite({ limit: PAGE, ...(search && { search }) });
  const picked = useGetConnection(id ?? "", { query: { enabled: id !== null } });
  const items = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="flex flex-col gap-1.5">
      <Field label="Connection" hint={id ? undefined : "The system that the job is done in."}>
        <Picker
          label="Connections"
          placeholder="Choose a connection"
          picked={picked.data ? <Name connection={picked.data} /> : null}
          items={items}
          itemKey={(each) => each.id}
          render={(each) => <Name connection={each} />}
          isPicked={(each) => each.id === id}
          onPick={(each) => onPick(each.id)}
          onSearch={setSearch}
          pending={list.isPending}
          more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        />
      </Field>
      {picked.data && <Health connection={picked.data} />}
    </div>
  );
}

function Name({ connection }: { connection: ConnectionOut }) {
  const { name, connector } = connection;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate font-medium">{name}</span>
      {connector !== name && <span className="truncate text-muted">{connector}</span>}
      <span className="ml-auto">
        <StateBadge kind="connection" state={connection.disabled_at ? "disabled" : connection.health} />
      </span>
    </span>
  );
}

/** Why its jobs would wait; nothing while they would not. */
function Health({ connection }: { connection: ConnectionOut }) {
  const health = useGetConnectionHealth(connection.id);
  const parked = health.data?.parked;
  if (!parked) return null;
  return (
    <p role="status" className="rounded-md bg-warn-soft px-3 py-2 text-warn">
      Jobs are taken but wait: {parked.text}
      {parked.until && (
        <>
          {" "}
          Until <Time at={parked.until} absolute />.
        </>
      )}{" "}
      <Link href={`/connections/${connection.id}`} className="underline">
        See the connection
      </Link>
    </p>
  );
}
