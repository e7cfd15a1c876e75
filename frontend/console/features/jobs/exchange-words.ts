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
