"use client";

import { removeOperator, withdrawInvite, type InviteOut, type OperatorOut } from "@hub/client";
import { useListInvitesInfinite, useListOperatorsInfinite } from "@hub/client/react";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Section } from "@/components/ui/page-header";
import { Loaded } from "@/components/ui/skeleton";
import { Badge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { useRefresh } from "@/lib/use-refresh";
import { InviteDialog } from "./invite-dialog";
import { meaningOf } from "./roles";
import { RoleDialog } from "./role-dialog";

const ROW = "flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5";

/** People of the tenant and those who are invited. own: the e-mail of who looks. */
export function Operators({ own }: { own: string | null }) {
  const operators = useListOperatorsInfinite({ limit: 100 });
  const [inviting, setInviting] = useState(false);
  return (
    <div className="flex flex-col gap-5">
      <Section
        title="Operators"
        actions={
          <Button look="primary" onClick={() => setInviting(true)}>
            <UserPlus aria-hidden /> Invite
          </Button>
        }
      >
        <Loaded query={operators} height={160}>
          {({ pages }) => (
            <ul className="divide-y rounded-lg border bg-surface">
              {pages
                .flatMap((page) => page.data)
                .map((operator) => (
                  <Person key={operator.id} operator={operator} own={operator.email === own} />
                ))}
            </ul>
          )}
        </Loaded>
        {operators.hasNextPage && (
          <Button size="small" className="self-center" onClick={() => void operators.fetchNextPage()}>
            Show more
          </Button>
        )}
      </Section>
      <Invites />
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </div>
  );
}

function Person({ operator, own }: { operator: OperatorOut; own: boolean }) {
  const [asking, setAsking] = useState<"role" | "remove" | null>(null);
  const refresh = useRefresh("/api/v1/operators");
  return (
    <li className={ROW}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">
          {operator.email} {own && <span className="font-normal text-muted">(you)</span>}
        </p>
        <p className="text-xs text-muted">{meaningOf(operator.role)}</p>
      </div>
      <Badge tone={operator.role === "admin" ? "info" : "idle"}>{operator.role}</Badge>
      <span className="w-20 text-xs text-muted">
        <Time at={operator.created_at} />
      </span>
      <div className="flex gap-2">
        <Button size="small" onClick={() => setAsking("role")}>
          Change role
        </Button>
        <Button size="small" look="danger" onClick={() => setAsking("remove")}>
          Remove
        </Button>
      </div>
      {asking === "role" && <RoleDialog operator={operator} own={own} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={() => setAsking(null)}
        danger
        title={own ? "Leave the tenant?" : `Remove ${operator.email}?`}
        confirm={own ? "Remove yourself" : "Remove the operator"}
        onConfirm={async () => {
          await removeOperator(operator.id);
          toast.success(`${operator.email} is removed.`);
          await refresh();
        }}
      >
        Every session of {own ? "yours" : "theirs"} in this tenant ends within five seconds. Other tenants are
        not touched; what was done stays in the audit.
      </ConfirmDialog>
    </li>
  );
}

function Invites() {
  const invites = useListInvitesInfinite({ limit: 100 });
  const rows = invites.data?.pages.flatMap((page) => page.data) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title="Invited">
      <ul className="divide-y rounded-lg border bg-surface">
        {rows.map((invite) => (
          <Invited key={invite.id} invite={invite} />
        ))}
      </ul>
    </Section>
  );
}

function Invited({ invite }: { invite: InviteOut }) {
  const [asking, setAsking] = useState(false);
  const refresh = useRefresh("/api/v1/operators");
  return (
    <li className={ROW}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">{invite.email}</p>
        <p className="text-xs text-muted">
          invited <Time at={invite.created_at} />, good until <Time at={invite.expires_at} absolute />
        </p>
      </div>
      <Badge>{invite.role}</Badge>
      <Button size="small" look="danger" onClick={() => setAsking(true)}>
        Withdraw
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title={`Withdraw the invite of ${invite.email}?`}
        confirm="Withdraw the invite"
        onConfirm={async () => {
          await withdrawInvite(invite.id);
          toast.success("The invite is void.");
          await refresh();
        }}
      >
        Its link is void at once. You can invite the person again.
      </ConfirmDialog>
    </li>
  );
}
