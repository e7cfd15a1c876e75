import type { FieldProblem } from "./generated/models";

/** What the parts of a HubProblem are made of; see the API's `Problem` (RFC 9457). */
export type ProblemParts = {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors?: FieldProblem[];
  requestId?: string | null;
  retryAfterS?: number | null;
};

/**
 * The one error that calls of this package throw.
 *
 * `code` is stable and the thing to branch on; `detail` is a sentence for people; `errors` names the fields concerned.
 * `status` is 0 when no answer came (`code` is then `unreachable`, or `timed_out` where one was waited for). `retryAfterS` is the answer's Retry-After, in seconds.
 */
export class HubProblem extends Error {
  override readonly name = "HubProblem";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldProblem[];
  readonly requestId: string | null;
  readonly retryAfterS: number | null;

  constructor(parts: ProblemParts, options?: ErrorOptions) {
    super(parts.detail, options);
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail;
    this.errors = parts.errors ?? [];
    this.requestId = parts.requestId ?? null;
    this.retryAfterS = parts.retryAfterS ?? null;
  }
}

/** The problem for a call that got no answer at all. */
export function unreachable(cause: unknown): HubProblem {
  return new HubProblem(
    {
      status: 0,
      code: "unreachable",
      title: "No answer",
      detail: "The hub could not be reached. Check the connection and try again.",
    },
    { cause },
  );
}

/** The problem for a read that was given up: the hub is there, and does not answer in time. */
export function timedOut(cause: unknown): HubProblem {
  return new HubProblem(
    {
      status: 0,
      code: "timed_out",
      title: "No answer in time",
      detail: "The hub takes too long to answer. It may be overloaded, or hang; try again in a moment.",
    },
    { cause },
  );
}

/** The problem that an answer outside 2xx tells of; one that is no problem document (a proxy's page) gets a code of its own. */
export async function problemOf(response: Response): Promise<HubProblem> {
  const body = await bodyOf(response);
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new HubProblem({
    status: response.status,
    code: text(body.code) ?? "unexpected_answer",
    title: text(body.title) ?? (response.statusText || `HTTP ${response.status}`),
    detail: text(body.detail) ?? `The hub's address answered with ${response.status} and no explanation.`,
    errors: Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [],
    requestId: text(body.request_id) ?? response.headers.get("X-Request-Id"),
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
