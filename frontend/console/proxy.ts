import { NextResponse, type NextRequest } from "next/server";
import { contentPolicy, SECURITY_HEADERS } from "@/server/security";
import { COOKIE, openSession } from "@/server/session";

/* Pages for people who have no session yet. */
const PUBLIC = new Set(["/sign-in", "/accept-invite"]);

/** Before each page: signed-out people go to sign in (and come back), and the answer gets its policy with a fresh nonce. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const answer = (await mayPass(request)) ? passed(request) : toSignIn(request);
  for (const [name, value] of SECURITY_HEADERS) answer.headers.set(name, value);
  return answer;
}

async function mayPass(request: NextRequest): Promise<boolean> {
  if (PUBLIC.has(request.nextUrl.pathname)) return true;
  return (await openSession(request.cookies.get(COOKIE)?.value)) !== null;
}

function passed(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy); // Next reads the nonce for its own scripts here
  const answer = NextResponse.next({ request: { headers } });
  answer.headers.set("Content-Security-Policy", policy);
  return answer;
}

function toSignIn(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  url.pathname = "/sign-in";
  const { pathname, search } = request.nextUrl;
  url.search = pathname === "/" ? "" : `?${new URLSearchParams({ next: pathname + search })}`;
  return NextResponse.redirect(url);
}

// The API answers for itself (401 as a problem), static files are for everybody.
export const config = {
  matcher: ["/((?!api/|session$|session/|_next/static|_next/image|favicon.ico|icon.svg).*)"],
};
