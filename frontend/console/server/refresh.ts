import { hubApiUrl } from "./config";
import { sessionOf, type Session, type TokensOut } from "./session";

/* A refresh token is good once; a second use signs its whole chain out. So requests that come at once share one refresh,
 * and late ones, which still carry the old cookie, get the session that came of it for a minute. */
const MEMO_MS = 60_000;
const EARLY_MS = 30_000;
const TIMEOUT_MS = 10_000;

type Memo = Map<string, Promise<Session | null>>;

// On globalThis: the bundler gives each route its own copy of a module's variables.
const shared = globalThis as typeof globalThis & { hubRefreshes?: Memo };
const refreshes: Memo = (shared.hubRefreshes ??= new Map());

/** The hub did not answer, or not as a hub does. */
export class HubAway extends Error {}

/**
 * The session with an access token that is good for half a minute or more, refreshed when needed; null when it has ended.
 *
 * The same object comes back when nothing was refreshed. Throws HubAway.
 */
export async function freshSession(session: Session): Promise<Session | null> {
  let current: Session | null = session;
  // The cookie may be some refreshes behind.
  while (current && refreshes.has(current.refreshToken)) current = await refreshOnce(current);
  if (current && current.accessExpiresAt - EARLY_MS <= Date.now()) current = await refreshOnce(current);
  return current;
}

function refreshOnce(session: Session): Promise<Session | null> {
  const known = refreshes.get(session.refreshToken);
  if (known) return known;
  const refreshing = refresh(session);
  refreshes.set(session.refreshToken, refreshing);
  const forget = () => refreshes.delete(session.refreshToken);
  refreshing.then(() => setTimeout(forget, MEMO_MS).unref(), forget);
  return refreshing;
}

async function refresh(session: Session): Promise<Session | null> {
  const answer = await ask("/api/v1/operators/refresh", { refresh_token: session.refreshToken });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new HubAway(`The hub answered a refresh with ${answer.status}.`);
  return sessionOf((await answer.json()) as TokensOut, session.email);
}

/** Ends the session's whole chain at the hub. Throws HubAway. */
export async function endSession(session: Session): Promise<void> {
  const latest = await refreshes.get(session.refreshToken);
  await ask("/api/v1/operators/sign-out", { refresh_token: (latest ?? session).refreshToken });
  refreshes.set(session.refreshToken, Promise.resolve(null));
  setTimeout(() => refreshes.delete(session.refreshToken), MEMO_MS).unref();
}

type Asked = { accessToken?: string; headers?: Record<string, string> };

/** A request of the console itself to the hub: a POST of `body`, a GET without one. Throws HubAway when no answer comes. */
export async function ask(path: string, body: unknown, asked: Asked = {}): Promise<Response> {
  try {
    return await fetch(hubApiUrl() + path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        "Content-Type": "application/json",
        ...asked.headers,
        ...(asked.accessToken && { Authorization: `Bearer ${asked.accessToken}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: "no-store",
    });
  } catch (error) {
    throw new HubAway("The hub did not answer.", { cause: error });
  }
}
