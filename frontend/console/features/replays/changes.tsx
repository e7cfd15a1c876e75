import type { ChangeOut } from "@hub/client";
import { Id } from "@/components/ui/id";
import { Card } from "@/components/ui/page-header";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";

const OWN: Record<string, string> = {
  canary_failed: "the canary failed",
  canary_delivered: "all of the canary was delivered",
};

/** Who brought a replay into which state, when and why; newest first. */
export function Changes({ changes }: { changes: ChangeOut[] }) {
  return (
    <Card>
      <ol className="flex flex-col gap-3">
        {changes.map((change) => (
          <li key={change.at + change.state} className="flex flex-col gap-0.5">
            <div className="flex flex-wrap items-center gap-x-2">
              <StateBadge kind="replay" state={change.state} />
              {change.per_s !== null && <span className="text-xs text-muted">{change.per_s} a second</span>}
              <span className="ml-auto text-xs text-muted">
                <Time at={change.at} />
              </span>
            </div>
            <div className="text-xs text-muted">
              {change.by === "hub" ? "by the hub" : <>by {<Id id={change.by} />}</>}
              {change.reason && `: ${OWN[change.reason] ?? change.reason}`}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
