"use client";

import { CircleCheck, CircleX } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page-header";

const ANSWER = { status: parseAsString, connection_id: parseAsString, error: parseAsString };

/** Where a person lands who has been at the vendor. */
export function Connected() {
  const [{ status, connection_id: id, error }] = useQueryStates(ANSWER);
  const well = status === "connected";
  return (
    <Page>
      <EmptyState
        icon={well ? CircleCheck : CircleX}
        title={well ? "Connected" : "Nothing came of it"}
        action={
          well && id ? (
            <Button asChild look="primary">
              <Link href={`/connections/${id}`}>Show the connection</Link>
            </Button>
          ) : (
            <Button asChild>
              <Link href="/connections/new">Start again</Link>
            </Button>
          )
        }
      >
        {well
          ? "The vendor has given the hub access. The page that the link was made on knows it, too; this one may be closed."
          : `The vendor did not give the hub access${error ? ` (${error})` : ""}. The link is used up; a new one is made in a moment.`}
      </EmptyState>
    </Page>
  );
}
