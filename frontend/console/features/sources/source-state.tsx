import type { SourceOut } from "@hub/client";
import { CircleCheck, KeyRound, Pause } from "lucide-react";
import { Badge } from "@/components/ui/state-badge";
import { presetOf } from "./presets";

/** Whether the source lacks its sender's secret: everything is refused until it has one. */
export function lacksSecret(source: SourceOut): boolean {
  return !source.has_secret && presetOf(source.preset)?.secret !== "none";
}

/** Active, paused, or without the sender's secret. */
export function SourceState({ source }: { source: SourceOut }) {
  if (lacksSecret(source))
    return (
      <Badge tone="bad" title="Everything is refused until it has the sender’s secret.">
        <KeyRound aria-hidden /> no secret
      </Badge>
    );
  if (source.paused_at)
    return (
      <Badge tone="warn" title="What comes is kept, and published when it goes on.">
        <Pause aria-hidden /> paused
      </Badge>
    );
  return (
    <Badge tone="ok">
      <CircleCheck aria-hidden /> active
    </Badge>
  );
}
