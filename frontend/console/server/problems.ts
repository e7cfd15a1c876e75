const TITLES: Record<number, string> = {
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  502: "Bad Gateway",
};

/** A problem of the console itself, in the API's shape (RFC 9457). */
export function problem(status: number, code: string, detail: string): Response {
  const body = { type: `urn:hub:problem:${code}`, title: TITLES[status], status, detail, code, errors: [] };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}

/** 502: the hub does not answer. */
export function hubAway(): Response {
  return problem(502, "hub_unreachable", "The hub does not answer the console.");
}
