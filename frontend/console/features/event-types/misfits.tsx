import type { MisfitOut } from "@hub/client";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Section } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { formatCount } from "@/lib/format";

type MisfitsProps = {
  misfits: MisfitOut[];
  /** The type whose page this is, which needs no link to it. */
  of?: string;
};

/** What strict checking would refuse, of events that were taken all the same. */
export function Misfits({ misfits, of }: MisfitsProps) {
  return (
    <Section title="What strict checking would refuse">
      <ul className="divide-y rounded-lg border border-warn/40 bg-surface">
        {misfits.map((misfit) => (
          <li
            key={`${misfit.type} ${misfit.field}`}
            className="grid items-center gap-x-4 gap-y-1 px-4 py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_200px_88px]"
          >
            <span className="flex items-center gap-2 font-mono text-xs">
              <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-warn" />
              <span className="truncate">{misfit.type}</span>
            </span>
            <span>
              {misfit.field === "body.type" ? (
                "There is no such type."
              ) : (
                <>
                  <code className="font-mono text-xs">{misfit.field.replace(/^body\./, "")}</code>{" "}
                  <span className="text-muted">{misfit.detail}</span>
                </>
              )}
            </span>
            <span className="text-xs text-muted">
              {formatCount(misfit.events)} {misfit.events === 1 ? "event" : "events"}, last{" "}
              <Time at={misfit.last_at} /> <Id id={misfit.last_event_id} link />
            </span>
            {misfit.field === "body.type" ? (
              <Button
                needs="events:write"
                asChild
                size="small"
                className="justify-self-start md:justify-self-end"
              >
                <Link href={`/event-types/new?name=${misfit.type}`}>Register</Link>
              </Button>
            ) : (
              !of && (
                <Button asChild size="small" className="justify-self-start md:justify-self-end">
                  <Link href={`/event-types/${misfit.type}`}>Show type</Link>
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
