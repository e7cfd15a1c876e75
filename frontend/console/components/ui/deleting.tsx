"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { toast } from "sonner";
import type { Right } from "@/lib/rights";
import { useOutdate } from "@/lib/use-refresh";
import { Button } from "./button";
import { ConfirmDialog } from "./confirm-dialog";

type DeletingProps = {
  noun: "connection" | "source";
  name: string;
  /** What goes with it, beside the button. */
  note: string;
  needs: Right;
  onDelete: () => Promise<unknown>;
  /** What it means, in the question. */
  children: ReactNode;
};

/** The part of some settings that deletes the thing, for good: its name must be typed; then its list is shown. */
export function Deleting({ noun, name, note, needs, onDelete, children }: DeletingProps) {
  const [asking, setAsking] = useState(false);
  const router = useRouter();
  const outdate = useOutdate(`/api/v1/${noun}s`);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-48 flex-1 text-muted">{note}</p>
      <Button look="danger" needs={needs} onClick={() => setAsking(true)}>
        Delete
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        typed={name}
        title={`Delete ${name}?`}
        confirm={`Delete the ${noun}`}
        onConfirm={async () => {
          await onDelete();
          toast.success(`${name} is deleted.`);
          await outdate();
          router.push(`/${noun}s`);
        }}
      >
        {children}
      </ConfirmDialog>
    </div>
  );
}
