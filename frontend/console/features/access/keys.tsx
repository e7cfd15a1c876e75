"use client";

import { revokeKey, type KeyOut } from "@hub/client";
import { useListKeysInfinite } from "@hub/client/react";
import { KeyRound, Plus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { cn } from "@/lib/cn";
import { useNow } from "@/lib/use-now";
import { useRefresh } from "@/lib/use-refresh";
import { NewKeyDialog } from "./new-key-dialog";

/** The tenant's API keys. */
export function Keys() {
  const keys = useListKeysInfinite({ limit: 100 });
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<KeyOut | null>(null);
  const refresh = useRefresh("/api/v1/keys");
  const add = (
    <Button look="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden /> Create a key
    </Button>
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex justify-end">{add}</div>
      <Loaded query={keys} height={300}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length === 0)
            return (
              <EmptyState icon={KeyRound} title="No API keys" action={add}>
                A program needs one to submit jobs. Give each program its own, with as few scopes as it needs.
              </EmptyState>
            );
          return (
            <ul className="divide-y rounded-lg border bg-surface">
              {rows.map((key) => (
                <Row key={key.id} of={key} onRevoke={() => setRevoking(key)} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {keys.hasNextPage && (
        <Button
          size="small"
          className="self-center"
          busy={keys.isFetchingNextPage}
          onClick={() => void keys.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <NewKeyDialog open={making} onOpenChange={setMaking} />
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        danger
        title={`Revoke ${revoking?.name ?? ""}?`}
        confirm="Revoke the key"
        onConfirm={async () => {
          if (revoking) await revokeKey(revoking.id);
          toast.success(`${revoking?.name} is revoked.`);
          await refresh();
        }}
      >
        For good. Programs that use it are refused everywhere within five seconds.
        {revoking?.last_used_at && (
          <>
            {" "}
            It was last used <Time at={revoking.last_used_at} />.
          </>
        )}
      </ConfirmDialog>
    </div>
  );
}

const SHOWN = 4;

function Row({ of: key, onRevoke }: { of: KeyOut; onRevoke: () => void }) {
  const [wanted] = useQueryState("key", parseAsString);
  const now = useNow();
  const expired = key.expires_at !== null && now > 0 && Date.parse(key.expires_at) <= now;
  const dead = key.revoked_at !== null || expired;
  return (
    <li
      className={cn(
        "grid items-center gap-x-6 gap-y-1 px-4 py-2.5 md:grid-cols-[minmax(0,1.2fr)_minmax(0,2fr)_180px_72px]",
        wanted === key.id && "bg-accent-soft",
      )}
    >
      <div className="min-w-0">
        <p className={cn("truncate font-medium", dead && "text-muted")}>
          {key.name} <code className="font-mono text-xs font-normal text-muted">…{key.hint}</code>
        </p>
        <p className="text-xs text-muted">
          made <Time at={key.created_at} />
          {key.expires_at && !expired && (
            <>
              , ends <Time at={key.expires_at} />
            </>
          )}
        </p>
      </div>
      <p className="flex flex-wrap gap-1" title={key.scopes.join("\n")}>
        {key.scopes.slice(0, SHOWN).map((scope) => (
          <Badge key={scope} tone={scope === "*" ? "warn" : "idle"}>
            {scope === "*" ? "everything" : scope}
          </Badge>
        ))}
        {key.scopes.length > SHOWN && <Badge>{key.scopes.length - SHOWN} more</Badge>}
      </p>
      <p className="text-xs text-muted">
        {key.revoked_at ? (
          <Badge tone="bad">revoked</Badge>
        ) : expired ? (
          <Badge tone="bad">expired</Badge>
        ) : key.last_used_at ? (
          <>
            last used <Time at={key.last_used_at} />
          </>
        ) : (
          "never used"
        )}
      </p>
      {key.revoked_at === null ? (
        <Button
          size="small"
          look="danger"
          className="justify-self-start md:justify-self-end"
          onClick={onRevoke}
        >
          Revoke
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}
