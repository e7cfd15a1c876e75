"use client";

import type { AuditOut } from "@hub/client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Id } from "@/components/ui/id";
import { KeyValue } from "@/components/ui/key-value";
import { Time } from "@/components/ui/time";
import { wordsOf } from "./actions";
import { Subject } from "./subject";

type EntryDialogProps = { entry: AuditOut | null; onClose: () => void };

/** Everything that is noted of one act. */
export function EntryDialog({ entry, onClose }: EntryDialogProps) {
  if (!entry) return null;
  const footer = (
    <>
      <Button asChild>
        <Link href={`/audit?subject=${entry.subject}`}>Everything done to it</Link>
      </Button>
      {entry.actor && (
        <Button asChild>
          <Link href={`/audit?actor=${entry.actor}`}>Everything they did</Link>
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onOpenChange={onClose} title={wordsOf(entry.action)} footer={footer}>
      <KeyValue
        entries={[
          ["When", <Time key="at" at={entry.at} absolute />],
          ...whoOf(entry),
          ["Done to", <Subject key="subject" entry={entry} full />],
          ["Why", entry.reason || null],
          [
            "Action",
            <code key="action" className="font-mono text-xs">
              {entry.action}
            </code>,
          ],
          ["Request", <Id key="request" id={entry.request_id} full />],
          ["Entry", <Id key="entry" id={entry.id} full />],
        ]}
      />
    </Dialog>
  );
}

function whoOf(entry: AuditOut): [string, ReactNode][] {
  if (entry.actor) {
    return [
      ["Who", entry.actor_name],
      ["", <Id key="actor" id={entry.actor} full link />],
    ];
  }
  return [
    ["Who", "Nobody was signed in"],
    ["E-mail", entry.actor_name || "none: what was typed was no e-mail, and is not kept"],
  ];
}
