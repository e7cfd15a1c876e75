"use client";

import { CircleAlert } from "lucide-react";
import { explain } from "@/lib/problems";
import { Button } from "./button";
import { CopyButton } from "./copy-button";

type ProblemNoticeProps = {
  /** What was thrown: a HubProblem, or anything else. */
  problem: unknown;
  /** Given: a button that tries again where that makes sense. */
  onRetry?: () => void;
};

/** What went wrong, what to do, and the request id for whoever looks into it. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  const { title, detail, advice, requestId, retry } = explain(problem);
  return (
    <div role="alert" className="flex gap-3 rounded-lg border border-bad/40 bg-bad-soft p-3">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        <p className="break-words">{detail}</p>
        {advice && <p className="text-muted">{advice}</p>}
        {requestId && (
          <p className="flex items-center gap-1 text-xs text-muted">
            Request <code className="truncate font-mono">{requestId}</code>
            <CopyButton text={requestId} label="Copy request id" />
          </p>
        )}
        {onRetry && retry && (
          <div className="mt-1">
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
