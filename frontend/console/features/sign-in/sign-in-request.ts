import { HubProblem } from "@hub/client";

type Credentials = { email: string; password: string; tenant?: string };

/** What came of a try to sign in. */
export type Outcome =
  { kind: "signed-in" } | { kind: "choose"; tenants: string[] } | { kind: "refused"; problem: HubProblem };

type Body = { code?: string; title?: string; detail?: string; request_id?: string; tenants?: string[] };

/** Asks the console's own server for a session; the tokens stay there. */
export async function signIn(credentials: Credentials): Promise<Outcome> {
  const answer = await ask(credentials);
  if (answer === null)
    return refused(0, { code: "unreachable", title: "No answer", detail: "The console did not answer." });
  if (answer.ok) return { kind: "signed-in" };
  const body = (await answer.json().catch(() => ({}))) as Body;
  if (body.code === "tenant_required" && body.tenants) return { kind: "choose", tenants: body.tenants };
  return refused(answer.status, body);
}

async function ask(credentials: Credentials): Promise<Response | null> {
  try {
    return await fetch("/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(credentials),
    });
  } catch {
    return null;
  }
}

function refused(status: number, body: Body): Outcome {
  const problem = new HubProblem({
    status,
    code: body.code ?? "unexpected_answer",
    title: status === 401 ? "Not signed in" : (body.title ?? "Something went wrong"),
    detail: body.detail ?? `The console answered with ${status}.`,
    requestId: body.request_id ?? null,
  });
  return { kind: "refused", problem };
}
