import { HubProblem } from "@hub/client";

/** What any thrown value says to a person: title, detail, what to do, and the id that the hub's log has it under. */
export type Explained = {
  title: string;
  detail: string;
  advice: string | null;
  requestId: string | null;
  retry: boolean;
};

const ADVICE: Record<string, string> = {
  unreachable: "Check your connection. The page goes on by itself when the console answers again.",
  timed_out: "The page asks again by itself from time to time; what was accepted is not lost.",
  hub_unreachable: "The console runs, but the hub behind it does not answer. Try again in a moment.",
  unavailable: "The hub waits for its database. Nothing that was accepted is lost. Try again in a moment.",
  internal:
    "It is in the hub's log under the request id. Try again; if it stays, give the id to whoever runs the hub.",
  forbidden: "Your role does not allow this. Ask an admin of the tenant.",
  unauthenticated: "You are signed out. Sign in again to go on.",
  not_found: "It may belong to another tenant, or its retention is over.",
  rate_limited: "Too many requests at once. Wait a moment, then try again.",
  too_many_tries: "Wait a quarter of an hour, then try again.",
  other_tenant: "Load the page again to see that tenant, or sign in to this one again.",
  cursor_expired: "The list has moved on. Load it anew.",
};

/** Words for whatever was thrown. */
export function explain(problem: unknown): Explained {
  if (problem instanceof HubProblem) {
    return {
      title: problem.title,
      detail: problem.detail,
      advice: adviceFor(problem),
      requestId: problem.requestId,
      retry:
        problem.status === 0 ||
        problem.status === 429 ||
        problem.status >= 500 ||
        problem.code === "cursor_expired",
    };
  }
  const detail = problem instanceof Error ? problem.message : "Something went wrong in this page.";
  return {
    title: "Something went wrong",
    detail,
    advice: "Load the page again.",
    requestId: null,
    retry: true,
  };
}

function adviceFor(problem: HubProblem): string | null {
  if (problem.retryAfterS !== null) return `Try again in ${problem.retryAfterS} s.`;
  return ADVICE[problem.code] ?? null;
}

/** The API's sentence about one field (`body.url`), null when it has none. */
export function fieldError(problem: unknown, path: string): string | null {
  if (!(problem instanceof HubProblem)) return null;
  return problem.errors.find((error) => error.field === path)?.detail ?? null;
}

/** Whether the answer was that status, say 404. */
export function isStatus(problem: unknown, status: number): boolean {
  return problem instanceof HubProblem && problem.status === status;
}
