import { sealData, unsealData } from "iron-session";
import { consoleSecret } from "./config";

export const COOKIE = "hub_session";

/** What the encrypted cookie holds: an operator's tokens in one tenant. Instants are ms since 1970. */
export type Session = {
  accessToken: string;
  accessExpiresAt: number;
  refreshToken: string;
  refreshExpiresAt: number;
  email: string;
  role: string;
  tenant: { id: string; name: string; slug: string };
};

/** What pages may know of the session. */
export type Who = Pick<Session, "email" | "role" | "tenant">;

/** The hub's answer to a sign-in or a refresh (`SessionOut`). */
export type TokensOut = {
  access_token: string;
  access_expires_at: string;
  refresh_token: string;
  refresh_expires_at: string;
  role: string;
  tenant: { id: string; name: string; slug: string };
};

/** The session that the hub's tokens make. */
export function sessionOf(tokens: TokensOut, email: string): Session {
  return {
    accessToken: tokens.access_token,
    accessExpiresAt: Date.parse(tokens.access_expires_at),
    refreshToken: tokens.refresh_token,
    refreshExpiresAt: Date.parse(tokens.refresh_expires_at),
    email,
    role: tokens.role,
    tenant: { id: tokens.tenant.id, name: tokens.tenant.name, slug: tokens.tenant.slug },
  };
}

/** The session in a cookie's value; null when there is none, it was not sealed by us, or it has ended. */
export async function openSession(sealed: string | undefined): Promise<Session | null> {
  if (!sealed) return null;
  const session = await unsealData<Partial<Session>>(sealed, { password: consoleSecret(), ttl: 0 });
  if (!session.refreshToken || !session.refreshExpiresAt || session.refreshExpiresAt <= Date.now())
    return null;
  return session as Session;
}

/** The cookie's value in a request's Cookie header. */
export function cookieOf(header: string | null): string | undefined {
  const pair = header?.split(/;\s*/).find((each) => each.startsWith(`${COOKIE}=`));
  return pair?.slice(COOKIE.length + 1);
}

/** The Set-Cookie header that keeps a session. Secure wherever the browser came by https. */
export async function keepSession(session: Session, request: Request): Promise<string> {
  const sealed = await sealData(session, { password: consoleSecret(), ttl: 0 });
  const age = Math.max(0, Math.floor((session.refreshExpiresAt - Date.now()) / 1000));
  return `${COOKIE}=${sealed}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure(request)}`;
}

/** The Set-Cookie header that forgets it. */
export function forgetSession(request: Request): string {
  return `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure(request)}`;
}

function secure(request: Request): string {
  const scheme = request.headers.get("x-forwarded-proto")?.split(",")[0] ?? new URL(request.url).protocol;
  return scheme.startsWith("https") ? "; Secure" : "";
}
