import { hubApiUrl } from "./config";
import { wrongTenant } from "./page-tenant";
import { forwardedFor } from "./peer";
import { plainPath } from "./plain-path";
import { hubAway, problem } from "./problems";
import { freshSession, HubAway } from "./refresh";
import { isSameOrigin } from "./same-origin";
import { cookieOf, forgetSession, keepSession, openSession, type Session } from "./session";

const READS = new Set(["GET", "HEAD"]);
const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/* What goes to the hub. A list of what may, so that cookies and hop-by-hop headers never do. */
const REQUEST_HEADERS = [
  "accept",
  "accept-language",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-none-match",
  "last-event-id",
  "traceparent",
  "user-agent",
  "x-request-id",
];

/* Hop-by-hop (RFC 9110, 7.6.1), what fetch has undone already, and what is between the hub and the console. */
const NOT_BACK = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "proxy-authenticate",
  "proxy-connection",
  "server",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "www-authenticate",
]);

/* Answers with tokens: these go to the console's server and nowhere else. */
const OURS = /^\/api\/v1\/operators\/(token|refresh|sign-out|accept-invite|password)$/i;

/** Time until the hub's headers are here, in ms; a body may then take as long as it comes. */
const HEADERS_MS = 60_000;

/** Answers a browser's `/api/v1/…` with what the hub answers the signed-in operator. */
export async function forward(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (!READS.has(request.method) && !WRITES.has(request.method)) {
    return problem(405, "method_not_allowed", "The API knows GET, POST, PUT, PATCH and DELETE.");
  }
  if (OURS.test(plainPath(pathname)))
    return problem(404, "not_found", "Sign in by the console's own /session.");
  if (WRITES.has(request.method) && !isSameOrigin(request)) {
    return problem(403, "cross_site", "Only the console's own pages may change something here.");
  }
  const held = await openSession(cookieOf(request.headers.get("cookie")));
  if (!held) return signedOut(request);
  const refused = wrongTenant(request, held);
  if (refused) return refused;
  try {
    const session = await freshSession(held);
    if (!session) return signedOut(request);
    const answer = await send(request, pathname + search, session);
    if (answer.status === 401) answer.headers.append("Set-Cookie", forgetSession(request));
    else if (session !== held) answer.headers.append("Set-Cookie", await keepSession(session, request));
    return answer;
  } catch (error) {
    if (error instanceof HubAway) return hubAway();
    throw error;
  }
}

function signedOut(request: Request): Response {
  const answer = problem(401, "unauthenticated", "You are not signed in.");
  answer.headers.append("Set-Cookie", forgetSession(request));
  return answer;
}

async function send(request: Request, path: string, session: Session): Promise<Response> {
  const headers = new Headers({ Authorization: `Bearer ${session.accessToken}`, ...forwardedFor(request) });
  for (const name of REQUEST_HEADERS) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), HEADERS_MS);
  try {
    const answer = await fetch(hubApiUrl() + path, {
      method: request.method,
      headers,
      body: request.body,
      // Bodies are streamed: nothing of an upload is held here.
      ...(request.body ? { duplex: "half" } : {}),
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.any([request.signal, late.signal]),
    } as RequestInit);
    return back(answer);
  } catch (error) {
    throw new HubAway("The hub did not answer.", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function back(answer: Response): Response {
  const headers = new Headers();
  answer.headers.forEach((value, name) => {
    if (!NOT_BACK.has(name)) headers.set(name, value);
  });
  // Whatever belongs to one operator stays out of caches that others share.
  headers.set("Cache-Control", "private, no-cache");
  const empty = answer.status === 204 || answer.status === 304;
  return new Response(empty ? null : answer.body, { status: answer.status, headers });
}
