import { wrongTenant } from "./page-tenant";
import { forwardedFor } from "./peer";
import { hubAway, problem } from "./problems";
import { ask, endSession, freshSession, HubAway } from "./refresh";
import { isSameOrigin } from "./same-origin";
import { cookieOf, forgetSession, keepSession, openSession, sessionOf, type TokensOut } from "./session";

const REFUSED = "Only the console's own pages may do that.";

/** POST /session: signs an operator in. Body as the hub's `Credentials`; answers 204 with the cookie, or the hub's problem. */
export async function signIn(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problem(403, "cross_site", REFUSED);
  const credentials = (await request.json().catch(() => null)) as { email?: unknown } | null;
  try {
    const answer = await ask("/api/v1/operators/token", credentials, { headers: forwardedFor(request) });
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

/** POST /session/invite: accepts an invite and signs in. Body `{token, password}`. */
export async function acceptInvite(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problem(403, "cross_site", REFUSED);
  const { token, password } = await bodyOf(request);
  const headers = forwardedFor(request);
  return kept(request, () => ask("/api/v1/operators/accept-invite", { token, password }, { headers }));
}

/** POST /session/password: changes one's own password. The hub ends every other session; this one goes on with new tokens. */
export async function changePassword(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problem(403, "cross_site", REFUSED);
  const body = await bodyOf(request);
  return kept(request, async () => {
    const held = await openSession(cookieOf(request.headers.get("cookie")));
    const session = held && (await freshSession(held));
    if (!session) return problem(401, "unauthenticated", "You are not signed in.");
    const refused = wrongTenant(request, session);
    if (refused) return refused;
    const { accessToken } = session;
    return ask("/api/v1/operators/password", body, { accessToken, headers: forwardedFor(request) });
  });
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  return ((await request.json().catch(() => null)) as Record<string, unknown> | null) ?? {};
}

/** The cookie that keeps the session which the hub answers with, or what it refused. */
async function kept(request: Request, asking: () => Promise<Response>): Promise<Response> {
  try {
    const answer = await asking();
    if (!answer.ok) return passed(answer);
    const tokens = (await answer.json()) as TokensOut;
    const cookie = await keepSession(sessionOf(tokens, await emailOf(tokens)), request);
    return new Response(null, { status: 204, headers: { "Set-Cookie": cookie } });
  } catch (error) {
    if (error instanceof HubAway) return hubAway();
    throw error;
  }
}

/** Whose tokens these are: an answer with tokens does not say. */
async function emailOf(tokens: TokensOut): Promise<string> {
  const answer = await ask("/api/v1/me", undefined, { accessToken: tokens.access_token });
  const me = answer.ok ? ((await answer.json()) as { name?: string }) : {};
  return me.name ?? "";
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
