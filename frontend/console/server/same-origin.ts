/**
 * Whether a request that changes something comes from a page of this console.
 *
 * Browsers say so by Sec-Fetch-Site, older ones by Origin; neither can be set by a page. Without both it is refused.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  const host =
    request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  try {
    return new URL(origin).host === host;
  } catch {
    return false; // `null`, from a sandboxed page
  }
}
