import { CircleDashed, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import type { Tone } from "./states";
import { TONES } from "./state-badge";
import { Duration, Time } from "./time";

/** One step. `at`: when, RFC 3339; null for what is still to come. */
export type Step = {
  id: string;
  title: ReactNode;
  at: string | null;
  icon?: LucideIcon;
  tone?: Tone;
  /** How long the step itself took. */
  tookMs?: number | null;
  children?: ReactNode;
};

/** Steps from top to bottom, with the time between them. The last one's time counts on when `running`. */
export function Timeline({ steps, running }: { steps: Step[]; running?: boolean }) {
  return (
    <ol className="flex flex-col">
      {steps.map((step, place) => {
        const next = steps[place + 1];
        const Icon = step.icon ?? CircleDashed;
        return (
          <li key={step.id} className="flex gap-3">
            <div className="flex flex-col items-center">
              <span
                className={cn(
                  "flex size-6 items-center justify-center rounded-full",
                  TONES[step.tone ?? "idle"],
                )}
              >
                <Icon aria-hidden className="size-3.5" />
              </span>
              {next && <span aria-hidden className="w-px flex-1 bg-line-strong" />}
            </div>
            <div className={cn("min-w-0 flex-1 pb-5", step.at === null && "text-muted")}>
              <div className="flex min-h-6 flex-wrap items-center gap-x-2">
                <span className="font-medium">{step.title}</span>
                {step.tookMs !== undefined && (
                  <span className="text-xs text-muted">
                    took <Duration ms={step.tookMs} />
                  </span>
                )}
                <span className="ml-auto text-xs text-muted">
                  {step.at && <Time at={step.at} absolute />}
                </span>
              </div>
              {step.children && <div className="mt-1">{step.children}</div>}
              {step.at && (next?.at || (!next && running)) && (
                <p className="mt-1 text-xs text-faint">
                  {next ? "then " : "for "}
                  <Duration from={step.at} to={next?.at} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
