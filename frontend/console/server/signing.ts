import { hubAway, problem } from "./problems";
import { ask, endSession, HubAway } from "./refresh";
import { isSameOrigin } from "./same-origin";
import { cookieOf, forgetSession, keepSession, openSession, sessionOf, type TokensOut } from "./session";

const REFUSED = "Only the console's own pages may do that.";

/** POST /session: signs an operator in. Body as the hub's `Credentials`; answers 204 with the cookie, or the hub's problem. */
export async function signIn(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problem(403, "cross_site", REFUSED);
  const credentials = (await request.json().catch(() => null)) as { email?: unknown } | null;
  try {
    const answer = await ask("/api/v1/operators/token", credentials);
    if (!answer.ok) return passed(answer);
    const session = sessionOf((await answer.json()) as TokensOut, String(credentials?.email));
    return new Response(null, {
      status: 204,
      headers: { "Set-Cookie": await keepSession(session, request) },
    });
  } catch (error) {
    if (error instanceof HubAway) return hubAway();
    throw error;
  }
}

/** DELETE /session: signs out here, and at the hub as far as it can be reached. */
export async function signOut(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problem(403, "cross_site", REFUSED);
  const session = await openSession(cookieOf(request.headers.get("cookie")));
  try {
    if (session) await endSession(session);
  } catch (error) {
    if (!(error instanceof HubAway)) throw error;
  }
  return new Response(null, { status: 204, headers: { "Set-Cookie": forgetSession(request) } });
}

async function passed(answer: Response): Promise<Response> {
  const headers = new Headers({
    "Content-Type": answer.headers.get("Content-Type") ?? "application/problem+json",
  });
  const wait = answer.headers.get("Retry-After");
  if (wait !== null) headers.set("Retry-After", wait);
  return new Response(await answer.text(), { status: answer.status, headers });
}
