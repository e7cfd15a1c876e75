"use client";

import { changeOperator, type OperatorOut } from "@hub/client";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefresh } from "@/lib/use-refresh";
import { RoleChoice } from "./role-choice";

type RoleDialogProps = { operator: OperatorOut; own: boolean; onClose: () => void };

/** Gives an operator another role. */
export function RoleDialog({ operator, own, onClose }: RoleDialogProps) {
  const [role, setRole] = useState(operator.role);
  const refresh = useRefresh("/api/v1/operators");
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Role of ${operator.email}`}
      confirm="Change the role"
      onConfirm={async () => {
        await changeOperator(operator.id, { role });
        toast.success(`${operator.email} is ${role === "viewer" ? "a viewer" : `an ${role}`} now.`);
        await refresh();
      }}
    >
      <RoleChoice role={role} onChange={setRole} />
      <p className="mt-3">
        It counts within five seconds.
        {own && role !== operator.role && " It is your own: you may not be able to take it back yourself."}
      </p>
    </ConfirmDialog>
  );
}
