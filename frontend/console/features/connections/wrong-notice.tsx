import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import { wrongOf } from "./wrong";

type WrongNoticeProps = { error: Record<string, unknown> | null; children?: ReactNode };

/** What the system answered: in plain words, what to do, and the system's own words. children: buttons. */
export function WrongNotice({ error, children }: WrongNoticeProps) {
  const wrong = wrongOf(error);
  if (!wrong) return null;
  return (
    <div role="alert" className="flex gap-3 rounded-lg border border-bad/40 bg-bad-soft p-3">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-semibold">
          {wrong.what}
          {wrong.at && (
            <span className="ml-2 font-normal text-muted">
              <Time at={wrong.at} />
            </span>
          )}
        </p>
        <p>{wrong.advice}</p>
        {wrong.message && (
          <p className="font-mono text-xs break-words text-muted">
            {wrong.message}
            {wrong.code && ` (${wrong.code})`}
          </p>
        )}
        {children && <div className="mt-1 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  );
}
