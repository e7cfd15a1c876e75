import type { AuditOut } from "@hub/client";
import Link from "next/link";
import { Id } from "@/components/ui/id";
import { placeOf } from "@/lib/ids";
import { subjectPlace } from "./actions";

/** What an act was done to, linked to its page where it has one. */
export function Subject({ entry, full }: { entry: AuditOut; full?: boolean }) {
  const place = subjectPlace(entry.action, entry.subject);
  if (place)
    return (
      <Link href={place} className="truncate font-mono text-xs text-accent hover:underline">
        {entry.subject}
      </Link>
    );
  if (!entry.subject) return <span className="text-faint">–</span>;
  return <Id id={entry.subject} full={full} link={placeOf(entry.subject) !== null} />;
}
