"use client";

import { inviteOperator, type InviteWithToken, type Role } from "@hub/client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { ShownOnce } from "@/components/ui/shown-once";
import { Time } from "@/components/ui/time";
import { useRefresh } from "@/lib/use-refresh";
import { RoleChoice } from "./role-choice";

type InviteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Invites a person and shows the link to hand over, this once. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  return open ? <Inviting onClose={() => onOpenChange(false)} /> : null;
}

function Inviting({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const refresh = useRefresh("/api/v1/operators");
  const invite = useMutation({
    mutationFn: () => inviteOperator({ email: email.trim(), role }),
    onSuccess: () => refresh(),
  });
  if (invite.data) return <Invited invite={invite.data} onClose={onClose} />;
  return (
    <FormDialog
      title="Invite an operator"
      onClose={onClose}
      submit="Make the invite"
      onSubmit={() => invite.mutate()}
      ready={email.trim() !== ""}
      busy={invite.isPending}
      problem={invite.error}
    >
      <Field label="E-mail" hint="What the person signs in with." problem={invite.error} path="body.email">
        <Input type="email" value={email} onChange={(event) => setEmail(event.target.value)} autoFocus />
      </Field>
      <RoleChoice role={role} onChange={setRole} />
    </FormDialog>
  );
}

function Invited({ invite, onClose }: { invite: InviteWithToken; onClose: () => void }) {
  const footer = (
    <Button look="primary" onClick={onClose}>
      I have handed it over
    </Button>
  );
  return (
    <Dialog open onOpenChange={onClose} title={`${invite.email} is invited`} footer={footer}>
      <ShownOnce label="Link" value={linkOf(invite.token)}>
        Shown this once; the hub sends no mail. Hand it to {invite.email}: it is good once, until{" "}
        <Time at={invite.expires_at} absolute />. Inviting again voids it.
      </ShownOnce>
    </Dialog>
  );
}

/** Behind the #, which browsers keep to themselves: the token is in nobody's log. */
function linkOf(token: string): string {
  return `${window.location.origin}/accept-invite#${token}`;
}
