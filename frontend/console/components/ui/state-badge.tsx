import { cn } from "@/lib/cn";
import { lookOf, type Tone } from "./states";

/** Text and background of each tone. */
export const TONES: Record<Tone, string> = {
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
  idle: "bg-idle-soft text-idle",
};

/** Kinds of things that have states. */
export type StateKind = "job" | "delivery" | "endpoint" | "connection" | "replay" | "replay-item" | "request";

/** A state as icon, word and colour; on hover what it means. */
export function StateBadge({ kind, state }: { kind: StateKind; state: string }) {
  const { tone, icon: Icon, means } = lookOf(kind, state);
  return (
    <Badge tone={tone} title={means}>
      <Icon aria-hidden className={cn(state === "running" && "animate-spin [animation-duration:2.5s]")} />
      {state.replaceAll("_", " ")}
    </Badge>
  );
}

type BadgeProps = { tone?: Tone; title?: string; children: React.ReactNode };

/** A small word in a tone's colour, for what is no state of the API. */
export function Badge({ tone = "idle", title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={cn(
        "inline-flex h-5 max-w-full items-center align-middle gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
