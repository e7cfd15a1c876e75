import { HubProblem } from "@hub/client";
import { pageHeaders } from "./open-tenant";

type Answer = { code?: string; title?: string; detail?: string; request_id?: string; errors?: [] };

/** Asks the console's own server for what ends in a new session; the tokens stay there. Throws HubProblem. */
export async function askSession(path: "/session/invite" | "/session/password", body: object): Promise<void> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...pageHeaders() },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.ok) return;
  const told = ((await answer?.json().catch(() => null)) ?? {}) as Answer;
  throw new HubProblem({
    status: answer?.status ?? 0,
    code: told.code ?? "unreachable",
    title: told.title ?? "No answer",
    detail: told.detail ?? "The console did not answer.",
    errors: told.errors ?? [],
    requestId: told.request_id ?? null,
  });
}
