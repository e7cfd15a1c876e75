import type { RunOut } from "@hub/client";
import { formatCount } from "@/lib/format";

/** What the class of an exchange without a complete answer means, for a person. */
const ERRORS: Record<string, string> = {
  connect_failed: "The connection was refused, or the name is not known.",
  connect_timeout: "Connecting took too long.",
  tls: "No secure connection came about.",
  target_forbidden: "The connection’s address is not among those that the hub may reach.",
  read_timeout: "The system took too long to answer.",
  connection_lost: "The connection broke before the answer was complete.",
  answer_too_large: "The answer was larger than the hub takes.",
  stopped: "The call’s time was up, or somebody stopped it, before the answer was complete.",
};

/** The sentence for an exchange’s `error`. */
export function errorWords(error: string): string {
  return ERRORS[error] ?? "There is no complete answer.";
}

export type ReadableBody = { kind: "json"; value: object } | { kind: "text"; text: string };

/** A body to unfold when it is whole JSON with members, else to read as it is. */
export function readable(body: string): ReadableBody {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null) return { kind: "json", value };
  } catch {
    // Cut, or of another kind: shown as text.
  }
  return { kind: "text", text: body };
}

/** Why a run shows no exchange. */
export function whyNoExchanges(run: Pick<RunOut, "status" | "exchanges_left_out">): string {
  const count = run.exchanges_left_out;
  if (count > 0) {
    const requests = count === 1 ? "One request was" : `${formatCount(count)} requests were`;
    return `${requests} sent to the outside system. This installation does not keep what was asked and answered in such a run (HUB_KEEP_EXCHANGES).`;
  }
  if (run.status === "running") return "What is asked and answered shows here once the call has ended.";
  if (run.status === "abandoned") return "What was asked and answered went with the call’s worker.";
  return "Nothing was sent to the outside system.";
}
